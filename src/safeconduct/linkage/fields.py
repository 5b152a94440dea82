"""Which fields does the model compare, and by which headers are they known?

Headers are compared without case, spaces, underscores and points. A header that is
not listed is taken only when the mapping names it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from safeconduct.linkage.errors import WrongMapping

# Field: headers in English, Korean, Ukrainian and Russian.
HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": (
            *("id", "record_id", "record", "number", "no", "nr", "번호", "관리번호"),
            *("номер", "ід", "код", "ид", "№"),
        ),
        "name": (
            *("name", "full_name", "fullname", "fio", "pib", "이름", "성명", "성함"),
            *("піб", "прізвище_імя", "імя", "прізвище_та_імя", "фио", "имя"),
            *("фамилия_имя", "фамилия_имя_отчество", "прізвище_імя_по_батькові"),
        ),
        "other_name": (
            *("other_name", "alias", "aliases", "also_known_as", "aka", "paper_name"),
            *("name_on_papers", "별명", "가명", "다른이름", "інше_імя", "псевдонім"),
            *("псевдоним", "другое_имя", "имя_по_документам", "позивний", "позывной"),
        ),
        "birth": (
            *("birth", "birth_date", "date_of_birth", "dob", "born", "birthday"),
            *("year_of_birth", "birth_year", "생년월일", "출생", "출생일", "출생년도"),
            *("дата_народження", "народження", "рік_народження", "др", "рождение"),
            *("дата_рождения", "год_рождения", "родился", "народився"),
        ),
        "sex": ("sex", "gender", "성별", "стать", "пол"),
        "province": (
            *("province", "home", "home_province", "birthplace", "place_of_birth"),
            *("region", "도", "고향", "출신지", "출생지", "область", "провінція"),
            *("провинция", "місце_народження", "место_рождения", "родом"),
        ),
        "unit": (
            *("unit", "military_unit", "formation", "brigade", "regiment", "부대"),
            *("소속", "소속부대", "частина", "військова_частина", "підрозділ"),
            *("часть", "воинская_часть", "подразделение", "вч"),
        ),
        "rank": ("rank", "military_rank", "계급", "звання", "звание"),
        "father": (
            *("father", "father_name", "fathers_name", "name_of_father", "아버지"),
            *("부친", "부", "아버지이름", "부친성명", "батько", "імя_батька"),
            *("отец", "имя_отца", "отець"),
        ),
        "paper": (
            *("paper", "document", "document_number", "paper_number", "id_card"),
            *("passport", "military_id", "문서번호", "군번", "신분증", "документ"),
            *("номер_документа", "посвідчення", "паспорт", "военный_билет"),
            *("військовий_квиток", "удостоверение"),
        ),
        "capture_place": (
            *(
                "capture_place",
                "place_of_capture",
                "captured_at",
                "생포장소",
                "포로장소",
            ),
            *("місце_полону", "місце_взяття_в_полон", "место_пленения", "полон"),
            *("место_взятия_в_плен",),
        ),
        "capture_month": (
            *("capture_month", "captured", "date_of_capture", "capture_date"),
            *("month_of_capture", "생포일", "포로일", "дата_полону", "дата_пленения"),
            *("дата_взяття_в_полон", "дата_взятия_в_плен"),
        ),
    }
)
FIELDS = tuple(HEADERS)


def guess(columns: Iterable[str]) -> dict[str, str]:
    """Guess which column holds which field: `{field: column}`.

    The first header of a field's list that a column bears wins.
    """
    present = {_folded(column): column for column in columns}
    found: dict[str, str] = {}
    for field, headers in HEADERS.items():
        for header in headers:
            column = present.get(_folded(header))
            if column is not None and column not in found.values():
                found[field] = column
                break
    return found


def mapped(
    columns: Iterable[str], given: Mapping[str, str], file: str
) -> dict[str, str]:
    """Join a mapping that was given with what the headers tell.

    Args:
        columns: The table's headers.
        given: `{field: column}`; fields it leaves out are guessed.
        file: For the sentences.

    Raises:
        WrongMapping: It names an unknown field or a missing column, or nothing holds
            the name.
    """
    present = list(columns)
    for field, column in given.items():
        if field not in HEADERS:
            raise WrongMapping(
                f"The mapping names the field '{field}'; there are: "
                f"{', '.join(FIELDS)}."
            )
        if column not in present:
            raise WrongMapping(_missing(file, column, present))
    taken = set(given.values())
    guessed = {
        field: column
        for field, column in guess(present).items()
        if field not in given and column not in taken
    }
    found = guessed | dict(given)
    if "name" not in found:
        raise WrongMapping(
            f"{file}: no column is known to hold the name. The columns are: "
            f"{', '.join(present)}. Name it: --map name=COLUMN."
        )
    return {field: found[field] for field in FIELDS if field in found}


def read_mapping(text: str) -> dict[str, str]:
    """Read a mapping in TOML: a line `field = "COLUMN"` for each field.

    Raises:
        WrongMapping: It is no TOML, or a value is no text.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongMapping(f"The mapping is no TOML: {error}.") from error
    for field, column in found.items():
        if not isinstance(column, str):
            raise WrongMapping(
                f"The mapping must give '{field}' one column: {field} = \"COLUMN\"."
            )
    return found


def _missing(file: str, column: str, present: list[str]) -> str:
    near = get_close_matches(column, present, 1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    return (
        f"{file}: there is no column '{column}'. The columns are: "
        f"{', '.join(present)}.{hint}"
    )


def _folded(header: str) -> str:
    return "".join(c for c in header.casefold() if c.isalnum() or c == "№")
