"""Which steps lead from capture to a durable outcome, and what makes a hearing valid?

The procedure is part B of LAW.md: the practice of Korea 1953, the Gulf 1991 and others,
with our own deadlines marked [I]. Which provisions a step rests on is our own reading.
The texts stand in `wording/texts/procedure.toml`, in four languages.
"""

from dataclasses import dataclass

from safeconduct.law import wording
from safeconduct.law.wording.texts import Text, table, text


@dataclass(frozen=True)
class Step:
    """A step of the procedure.

    Attributes:
        number: `0` to `25` in the order of time; `D` on a death, `C` on a complaint.
        provisions: Ids of the provisions it rests on.
    """

    number: str
    provisions: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """A safeguard of a valid hearing.

    Attributes:
        name: The name of its text.
        fact: The fact of the dictionary that records it, or empty.
    """

    name: str
    fact: str = ""


@dataclass(frozen=True)
class Told:
    """A step in the words of one language; what it does not have is empty.

    Attributes:
        name: What is done.
        who: By whom.
        passes: What goes in and comes out.
        record: What is kept.
        wrong: What goes wrong.
        clock: Until when.
    """

    name: str
    who: str
    passes: str
    record: str
    wrong: str
    clock: str


STEPS = (
    Step("0", ("GCIII-8-10", "GCIII-122-1", "UA-HQ", "UA-NIB")),
    Step(
        "1",
        (
            "GCIII-2",
            "GCIII-3",
            "GCIII-4A1",
            "GCIII-5-1",
            "GCIII-12-1",
            "GCIII-13-1",
            "GCIII-13-3",
            "GCIII-14-1",
            "GCIII-18",
        ),
    ),
    Step("2", ("GCIII-19-20", "GCIII-23-1", "UA-721")),
    Step(
        "3",
        (
            "GCIII-4A4",
            "GCIII-17-1",
            "GCIII-17-2",
            "GCIII-17-3",
            "GCIII-17-4",
            "GCIII-17-6",
            "UA-413",
        ),
    ),
    Step(
        "4",
        (
            "GCIII-15-30",
            "GCIII-17-5",
            "GCIII-31",
            "GCIII-110-1",
            "GCIII-110-2",
            "GCIII-112",
            "GCIII-114",
            "API-11-5",
        ),
    ),
    Step("5", ("GCIII-69", "GCIII-78", "API-75")),
    Step(
        "6",
        (
            "GCIII-122-1",
            "GCIII-122-3",
            "GCIII-122-5",
            "GCIII-122-SAFE",
            "GCIII-123-2",
            "GCIII-124-125",
            "GCIV-137-2",
        ),
    ),
    Step("7", ("GCIII-70", "GCIII-71", "ENG-FAMILY")),
    Step("8", ("GCIII-8-10", "GCIII-126")),
    Step(
        "9",
        (
            "GCIII-4A3",
            "GCIII-5-2",
            "GCIII-33",
            "API-44-4",
            "API-45-1",
            "API-46",
            "API-47",
        ),
    ),
    Step("10", ("GCIII-13-2a", "GCIII-16", "GCIII-22-3", "API-77")),
    Step(
        "11",
        (
            "ENG-WISH",
            "UNHCR-PROC",
            "GCIII-7",
            "GCIII-14-3",
            "GCIII-17-4",
            "GCIII-77",
            "GCIII-79",
        ),
    ),
    Step("12", ("ENG-GATE", "UNHCR-CIV", "UA-REF", "CSR-1A2")),
    Step(
        "13",
        (
            "CAT-3-1",
            "CAT-3-2",
            "ICCPR-6-7",
            "ECHR-2-3",
            "ICPPED-16",
            "CSR-33-1",
            "GCIII-117",
            "ENG-CHAIN",
            "ENG-EXPOSE",
            "ENG-FAMILY",
        ),
    ),
    Step(
        "14",
        (
            "CSR-1F",
            "CSR-33-2",
            "GCIII-82-84",
            "GCIII-85",
            "GCIII-86-87",
            "GCIII-89-96",
            "GCIII-99",
            "GCIII-100-101",
            "GCIII-103-107",
            "GCIII-115",
            "GCIII-119-5",
            "GCIII-129-130",
        ),
    ),
    Step("15", ("ENG-UNKNOWN", "ENG-4EYES", "ICCPR-13", "CSR-1A2-MULTI")),
    Step("16", ("UNHCR-PROC", "ECHR-2-3", "ICCPR-13")),
    Step(
        "17",
        (
            "GCIII-21",
            "GCIII-109-1",
            "GCIII-109-2",
            "GCIII-109-3",
            "GCIII-111",
            "GCIII-118-1",
            "GCIII-118-2",
            "GCIII-118-NR",
            "GCIII-118-KR",
            "API-85-4b",
            "CIHL-128",
            "KPW-51",
            "KPW-NNRC",
            "ENG-VOLRET",
        ),
    ),
    Step("18", ("KR-CONST", "KR-SC", "KR-NAT", "KR-NKRA-2-3", "KR-NKRA-7")),
    Step("19", ("GCIII-12-2", "ECHR-ASSUR")),
    Step("20", ("GCIII-6-1", "GCIII-46", "UA-HQ", "UA-WANTLIVE", "UA-CC84-1")),
    Step("21", ("GCIII-126", "ENG-RECONFIRM", "ENG-MINOR")),
    Step("22", ("GCIII-126", "ENG-RECONFIRM")),
    Step(
        "23",
        (
            "GCIII-13-2b",
            "GCIII-46",
            "GCIII-47",
            "GCIII-48",
            "GCIII-66",
            "GCIII-119",
            "ENG-4EYES",
        ),
    ),
    Step("24", ("GCIII-12-3", "GCIII-117", "GCIII-126")),
    Step("25", ("KR-NKRA-8", "KR-NKRA-9", "UA-REF", "CSR-1A2", "GCIV-45-4")),
    Step("D", ("GCIII-120", "GCIII-121", "GCIII-122-7", "API-33")),
    Step("C", ("GCIII-78",)),
)
"""Every step, in the order of time."""

CHECKLIST = (
    Check("language"),
    Check("interpreter", "hearing.interpreter_independent"),
    Check("private", "hearing.private"),
    Check("camera", "hearing.private"),
    Check("why", "hearing.informed"),
    Check("readers", "hearing.informed"),
    Check("no_promise", "hearing.inducement"),
    Check("silence", "hearing.informed"),
    Check("change", "hearing.informed"),
    Check("lawful", "hearing.informed"),
    Check("options", "hearing.informed"),
    Check("counsel", "hearing.counsel_offered"),
    Check("age", "person.is_minor"),
    Check("mind", "health.capacity"),
    Check("open"),
    Check("read_back", "hearing.understood"),
    Check("receipt", "hearing.recorded"),
)
"""Every safeguard of a valid hearing; `hearing.valid` asks for all of them."""


def told(step: Step, language: str) -> Told:
    """Tell a step in a language.

    Raises:
        NoWording: The law does not speak that language.
    """
    found: dict[str, Text] = table("procedure", "step", step.number)

    def part(name: str) -> str:
        return text(found[name], language) if name in found else ""

    return Told(
        name=part("name"),
        who=part("who"),
        passes=part("passes"),
        record=part("record"),
        wrong=part("wrong"),
        clock=part("clock"),
    )


def asked(check: Check, language: str) -> str:
    """Tell a safeguard of a valid hearing in a language.

    Raises:
        NoWording: The law does not speak that language.
    """
    said = text(table("procedure", "hearing", check.name), language)
    return wording.cited(said, language)
