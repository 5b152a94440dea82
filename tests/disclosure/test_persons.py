"""Lists of protected persons, as people really send them."""

import json

import pytest

from safeconduct.disclosure import Person, PersonsRefused, Register, read_persons
from safeconduct.text import InputRefused


def test_every_column_is_read() -> None:
    """A full row keeps names in any script and reads ages, months and days."""
    data = (
        "id,names,false_names,nationality,age,birth_date,capture_month,role\n"
        "A1,Han Yong-chol;한영철,Арсен Монгуш,prk,27,1998-02-03,2025-01,sniper\n"
    )
    (person,), complaints = read_persons(data.encode(), "persons.csv")
    assert complaints == ()
    assert person.names == ("Han Yong-chol", "한영철")
    assert person.false_names == ("Арсен Монгуш",)
    assert (person.nationality, person.age) == ("PRK", 27)
    assert person.birth_date is not None
    assert person.birth_date.year == 1998
    assert person.capture_month == (2025, 1)


@pytest.mark.parametrize("said", ["PRK", "KP", "kp", "North Korea", "КНДР", "북한"])
def test_a_nation_in_two_letters_or_in_words(said: str) -> None:
    """Registers keep alpha-2 as often as alpha-3."""
    (person,), complaints = read_persons(f"id,nationality\nA,{said}\n".encode())
    assert (person.nationality, complaints) == ("PRK", ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_write_other_delimiters_and_a_mark(delimiter: str) -> None:
    """Semicolons, tabs and a byte order mark read like commas."""
    data = f"\ufeffid{delimiter}Age{delimiter}role\nA1{delimiter}30{delimiter}medic\n"
    (person,), complaints = read_persons(data.encode(), "persons.csv")
    assert (person.id, person.age, person.role, complaints) == ("A1", 30, "medic", ())


def test_a_bad_row_costs_itself_only() -> None:
    """A row without an id is left out, a bad age is ignored; both are said by row."""
    data = b"id,age,shoe_size\nA1,old,43\n,30,44\nA3,30,45\n"
    persons, complaints = read_persons(data, "persons.csv")
    assert [(p.id, p.age) for p in persons] == [("A1", None), ("A3", 30)]
    said = " ".join(complaints)
    assert "shoe_size" in said
    assert "Row 2: age" in said
    assert "Row 3" in said
    assert "old" not in said


def test_json_lists_names() -> None:
    """Names may be a list or one text; an unknown key is named."""
    rows = [{"id": 7, "names": ["한", "Han"], "home": ""}, {"id": "x", "names": "A; B"}]
    persons, complaints = read_persons(json.dumps(rows).encode(), "persons.json")
    assert [p.names for p in persons] == [("한", "Han"), ("A", "B")]
    assert [p.id for p in persons] == ["7", "x"]
    assert complaints == ()


def test_an_id_given_twice_is_said() -> None:
    """The first row with an id stays."""
    persons, complaints = read_persons(b"id,age\nA,20\nA,30\n", "p.csv")
    assert [p.age for p in persons] == [20]
    assert "Row 3" in complaints[0]


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "p.csv"), (b"{", "p.json"), (b"name\nx\n", "p.csv"), (b"3", "p.json")],
)
def test_what_is_no_list_is_refused_with_a_sentence(data: bytes, name: str) -> None:
    """No identity can be read: the error says what the file should be."""
    with pytest.raises(InputRefused) as refused:
        read_persons(data, name)
    assert str(refused.value).endswith(".")
    assert isinstance(refused.value, PersonsRefused) or not data


def test_a_person_by_id() -> None:
    """Whatever the order of the list; nobody for an id that nobody has."""
    register = Register([Person("B"), Person("A", age=20), Person("C")])
    assert register.person("A").age == 20
    with pytest.raises(KeyError):
        register.person("AA")
    with pytest.raises(KeyError):
        register.person("D")
