"""Whom the paragraphs of a text describe, one by one, by twos, and all as one."""

from dataclasses import replace

from safeconduct.disclosure import Person, Register, scan
from tests.disclosure.protected import people
from tests.disclosure.test_passages import NEPALI


def test_a_name_and_what_is_told_over_two_paragraphs() -> None:
    """No word says that he is a prisoner of war; what is told of him does."""
    text = (
        "The nurse spent her summer at a camp.\n\n"
        "Hari Prasad Rokaya would not discuss the war. He would discuss the goats he"
        " kept above Surkhet until, at thirty-three, he took the recruiter's money.\n\n"
        "Velyka Novosilka, the dam, last December. His comrade lay dead in a trench.\n"
    )
    (found,) = scan(text, Register([NEPALI, *people(200)]))
    said = {text[s.start : s.end] for s in found.spans}

    assert found.person == "N-1"
    assert {"Hari Prasad Rokaya", "Surkhet", "Velyka Novosilka"} <= said


def test_of_two_with_one_name_the_one_whom_the_paragraph_fits() -> None:
    other = replace(
        NEPALI, id="N-2", capture_place="Toretsk", capture_month=(2025, 6), home="Ilam"
    )
    text = (
        "The camp holds prisoners of war. The prisoners were captured at the front."
        "\n\nHari Prasad Rokaya, 33, a machine gunner from Surkhet, was captured near"
        " Velyka Novosilka in December 2024.\n"
    )
    found = scan(text, Register([NEPALI, other, *people(200)]))
    assert [each.person for each in found] == ["N-1"]


def test_a_man_read_as_two_is_one() -> None:
    """His trade is not on record; beside him none is found who shares the rest."""
    tamang = Person(
        "T", names=("Bishal Tamang",), nationality="NPL", age=24, role="rifleman",
        capture_place="Toretsk", capture_month=(2025, 5), home="Pokhara",
        injury="shrapnel in shoulder",
    )  # fmt: skip
    other = Person("O", nationality="NPL", age=24, injury="shoulder wound")
    text = (
        "Prisoners of war\n\nBishal Tamang, 24, a Nepali rifleman from Pokhara, was"
        " captured near Toretsk in May. The 24-year-old cook was hit by shrapnel in"
        " the shoulder.\n"
    )
    found = scan(text, Register([tamang, other, *people(100)]))
    assert [each.person for each in found] == ["T"]
