import pytest

from safeconduct.law import pack
from safeconduct.law.acts import ACTS, R1, R2, X
from safeconduct.law.pages.cases import Kind, Shown, all_shown
from safeconduct.law.pages.pairs import pairs
from safeconduct.law.pages.telling import base, differing, title, told
from safeconduct.law.wording import LANGUAGES
from tests.law.cases import DAY

LAW = pack(DAY)


def first(name: str, kind: Kind) -> Shown:
    return next(one for one in all_shown(LAW, name, ACTS) if one.kind is kind)


@pytest.mark.parametrize(
    ("name", "kind", "shows"),
    [
        ("CAT-3-1", Kind.SPEAKS, "Here this provision forbids it."),
        ("UA-REF", Kind.SPEAKS, "Here it must wait"),
        ("GCIII-122-3", Kind.SPEAKS, "Here this provision requires it."),
        ("UA-REF/granted", Kind.SPEAKS, "Here this provision allows it."),
        ("CSR-33-1", Kind.EXCEPTED, "Here its exception holds"),
        ("GCIII-118-1/unwilling", Kind.BEATEN, "a stronger provision prevails: "),
        ("CAT-3-1", Kind.UNKNOWN, "Whether it applies is not known"),
        ("CAT-3-1", Kind.MISSED, "By contrast, here it does not apply."),
        ("UA-REF", Kind.MISSED, "By contrast, here its step has been taken."),
    ],
)
def test_what_an_example_shows(name: str, kind: Kind, shows: str) -> None:
    """Each kind of example says in a sentence what the norm does there."""
    assert shows in told(first(name, kind), "en").shows


def test_who_prevails_is_cited() -> None:
    """A norm that yields says to which."""
    said = told(first("GCIII-118-1/unwilling", Kind.BEATEN), "en").shows

    assert "GC III Art 118 read with non-refoulement" in said


def test_another_norm_decides() -> None:
    """Where the norm does not give the answer, it is said which do; else not."""
    assert told(first("CAT-3-1", Kind.SPEAKS), "en").decided_by == ""
    assert told(first("CAT-3-1", Kind.MISSED), "en").decided_by.startswith("decided by")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_is_a_sentence(language: str) -> None:
    """Each example under each norm has one, without what is filled in left open."""
    for norm in LAW.norms:
        for one in all_shown(LAW, norm.name, norm.acts):
            said = title(one, language)

            assert said.endswith(".")
            assert "{" not in said
            assert "there]" not in said


def test_what_is_not_known_is_said_so() -> None:
    """An unknown condition is neither stated nor denied."""
    one = first("GCIII-5-2", Kind.UNKNOWN)

    assert title(one, "en") == "It is not known whether his status is in doubt."
    assert title(one, "ko") == "본인의 지위에 의문이 있는지 알 수 없다."


def test_the_facts_of_an_example() -> None:
    """Those that decide stand first; every stated one stands once."""
    one = first("CSR-33-1", Kind.EXCEPTED)
    case = told(one, "en")
    stated = one.seen.example.facts

    assert case.decides
    assert len(case.also) == len(set(stated) - set(one.facts))
    assert not set(case.decides) & set(case.also)


def test_a_pair_names_both_sides() -> None:
    """Answer and result of the example, and of the other case."""
    pair = pairs(LAW, "GCIII-6-1", (X,))[0]
    said = differing(pair, "en")

    assert said.question.startswith("Does the agreement leave him better or worse")
    assert (said.here, said.there) == ("worse → barred", "no effect → permitted")
    assert said.about.endswith("(X): North Korea")


def test_the_starting_case() -> None:
    """It is told once, without the position, which is the law's."""
    questions = [one.question for one in base("en")]

    assert "Which State holds him?" in questions
    assert not [one for one in questions if "his will alone" in one]
    assert len(questions) == len(set(questions))


def test_the_state_is_named() -> None:
    """Towards a State by its name, towards none without one."""
    about = told(first("CAT-3-1", Kind.SPEAKS), "uk").about
    nowhere = told(first("UA-REF", Kind.SPEAKS), "en").about

    assert first("CAT-3-1", Kind.SPEAKS).seen.act in (R1, R2, X)
    assert about.endswith(": Північна Корея")
    assert nowhere == "refuge in the detaining State (A)"
