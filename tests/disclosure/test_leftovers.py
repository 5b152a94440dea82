"""Whose is what a text tells of nobody who was found?"""

import pytest

from safeconduct.disclosure import Exposure, Person, Register, scan
from tests.disclosure.protected import people

MUN = Person(
    id="M-1",
    names=("문철웅", "Mun Chol-ung"),
    nationality="PRK",
    age=22,
    role="mortar crew",
    unit="Storm Corps",
    capture_place="Nikolskoye, Kursk region",
    capture_month=(2025, 2),
    injury="lost two fingers of the left hand; frostbite",
    home="Hamhung",
)
TOLD = (
    "The camp holds prisoners of war. Its prisoners were captured at the front.\n\n"
    "Mun Chol-ung, 22, served a mortar and was captured at Nikolskoye in February.\n\n"
)


def spans(text: str, kind: str) -> list[str]:
    found: tuple[Exposure, ...] = scan(text, Register([MUN, *people(200)]))
    (his,) = [each for each in found if each.person == "M-1"]
    return [text[s.start : s.end] for s in his.spans if s.kind == kind]


@pytest.mark.parametrize(
    "wish",
    [
        "He will not board the bus, he says, and asks for Seoul.",
        "To Pyongyang he will never go back.",
    ],
)
def test_a_wish_without_a_name_is_his_who_was_spoken_of(wish: str) -> None:
    assert any(said in wish for said in spans(f"{TOLD}{wish}\n", "wish"))


def test_what_fits_him_is_his_pages_later() -> None:
    """He is told of anew without his name; his unit and his wound are not another's."""
    text = (
        f"{TOLD}The doctor, Olha Hnatyuk, is 51 and has two sons.\n\nA soldier of the"
        " Storm Corps sits by the stove. His toes were lost to frostbite.\n"
    )
    said = " ".join(spans(text, "quasi"))
    assert "Storm Corps" in said
    assert "51" not in said


def test_what_a_doctor_wishes_stays_his() -> None:
    wish = "Doctor Olha Hnatyuk wants to go to Canada."
    assert not any(said in wish for said in spans(f"{TOLD}{wish}\n", "wish"))


def test_a_wish_that_opens_a_text_is_his_who_is_spoken_of_next() -> None:
    """A quotation stands alone, and the next paragraph says whose it is."""
    text = '"Do not hand me over to Russia. I want to go to Seoul."\n\n' + TOLD
    (found,) = [
        each
        for each in scan(text, Register([MUN, *people(200)]))
        if each.person == "M-1"
    ]
    assert any(s.kind == "wish" and s.end < text.index("\n") for s in found.spans)


def test_a_wish_that_somebody_translates_is_the_prisoners() -> None:
    """The sentence before was the translator's; this one has no speaker of its own."""
    said = (
        "“If they learn that I am alive, my parents will be taken away,” the "
        "translator Olha Marchenko told us. “I do not want to go back to Pyongyang.”\n"
    )
    assert any("go back to Pyongyang" in wish for wish in spans(TOLD + said, "wish"))


@pytest.mark.parametrize(
    "told",
    [
        (
            "Two men of the camp spoke. Ri Song-il, 33, a signaller, said little. Mun "
            "Chol-ung, 22, smiled. In February they were captured together at "
            "Nikolskoye."
        ),
        (
            "두 포로가 말했다. 리성일은 서른세 살 통신병이다. 문철웅은 스물두 살이다. "
            "지난 2월 니콜스코예에서 함께 붙잡혔다."
        ),
    ],
)
def test_two_taken_together_were_taken_at_one_place(told: str) -> None:
    """The place and the month are told of both, though one of them was named last."""
    ri = Person(
        id="R-1",
        names=("리성일", "Ri Song-il"),
        nationality="PRK",
        age=33,
        role="signaller",
        capture_place="Nikolskoye, Kursk region",
        capture_month=(2025, 2),
    )
    text = (
        "포로수용소에 북한군 포로들이 있다. The camp holds prisoners of war.\n\n" + told
    )
    found = {each.person: each for each in scan(text, Register([MUN, ri]))}
    assert set(found) == {"M-1", "R-1"}
    for each in found.values():
        assert {"capture_place", "capture_month"} <= {s.field for s in each.spans}


def test_courtesy_belongs_to_a_surname() -> None:
    """문 씨 is a name; 문 alone might be a door."""
    text = (
        "포로수용소의 북한군 포로 문철웅(22) 씨는 지난 2월 니콜스코예에서 붙잡혔다. "
        "문 씨는 웃었다.\n"
    )
    (found,) = scan(text, Register([MUN, *people(50)]))
    names = [text[s.start : s.end] for s in found.spans if s.kind == "direct"]
    assert "문 씨" in names


HWANG = Person(
    id="H-1",
    names=("황보민", "Hwang Po-min"),
    nationality="PRK",
    age=31,
    role="sniper",
    capture_place="Sudzha, Kursk region",
    capture_month=(2025, 1),
    home="Kaechon",
)
BOTH = (
    "Hwang Po-min, 31, a sniper, was captured near Sudzha in January.\n\n"
    "Mun Chol-ung, 22, served a mortar and was captured at Nikolskoye in February.\n\n"
)


def wishes_in(text: str) -> dict[str, list[str]]:
    found = scan(text, Register([MUN, HWANG, *people(200)]))
    return {
        each.person: [text[s.start : s.end] for s in each.spans if s.kind == "wish"]
        for each in found
    }


@pytest.mark.parametrize(
    "told",
    [
        'Lawyer Olha Hnatyuk said: "He begs not to be exchanged to Russia."',
        "Doctor Olha Hnatyuk says that he is afraid of being sent back to Pyongyang.",
    ],
)
def test_a_wish_that_another_tells_is_his(told: str) -> None:
    """A lawyer speaks of her client, and wishes nothing herself."""
    assert any(said in told for said in spans(f"{TOLD}{told}\n", "wish"))


def test_a_wish_in_a_title_is_anybodys_who_is_found() -> None:
    """Whose words a title quotes is not told: to doubt is to mask."""
    title = "Captive in Ukraine: \u201cI will never go back to Pyongyang\u201d"
    found = wishes_in(f"{title}\n\nThe camp holds prisoners of war.\n\n{BOTH}")
    assert all(any(said in title for said in each) for each in found.values())
    assert set(found) == {"M-1", "H-1"}


def test_the_two_of_whom_a_text_tells() -> None:
    """ "둘은" means both who were found, wherever it stands."""
    text = (
        "북한군 포로 두 명을 만났다.\n\n"
        "황보민(31) 씨는 저격수로, 1월 수자에서 생포됐다.\n\n"
        "문철웅(22) 씨는 박격포병으로, 2월 니콜스코예에서 생포됐다.\n\n"
        "두 사람은 같은 방을 쓴다.\n"
    )
    found = scan(text, Register([MUN, HWANG, *people(200)]))
    told = {each.person: [text[s.start : s.end] for s in each.spans] for each in found}
    assert set(told) == {"M-1", "H-1"}
    assert all(any("같은 방" in said for said in each) for each in told.values())


def test_a_title_tells_of_whom_it_fits() -> None:
    """A town in a title is his who comes from it; titles bring in nobody."""
    title = "How a welder from Kaechon and a tailor from Hamhung live in captivity"
    text = f"{title}\n\nThe camp holds prisoners of war.\n\n{BOTH}"
    text = text.replace("Hwang Po-min, 31,", "Hwang Po-min, 31, from Kaechon,")
    found = scan(text, Register([MUN, HWANG, *people(200)]))
    homes = {
        each.person: [
            text[s.start : s.end]
            for s in each.spans
            if s.field == "home" and s.end <= len(title)
        ]
        for each in found
    }
    assert homes == {"M-1": ["Hamhung"], "H-1": ["Kaechon"]}


def test_a_wish_in_a_short_draft() -> None:
    """Too short to be surely about prisoners; the words are his wish all the same."""
    text = (
        'A lawyer, Olha Hnatyuk, said: "He begs not to be exchanged." Mun Chol-ung, 22,'
        " was captured at Nikolskoye in February.\n"
    )
    assert any("not to be exchanged" in said for said in spans(text, "wish"))


def test_what_is_told_of_all_and_cannot_be_his_is_not_given_to_him() -> None:
    """Another wound than his two fingers, another place than Nikolskoye."""
    more = (
        "In the camp all prisoners are from the 86th Brigade and had lost a leg.\n\n"
        "The prisoners there were captured at Avdiivka in 2024.\n"
    )
    told = spans(TOLD + more, "quasi")
    assert not {"lost a leg", "Avdiivka", "2024"} & set(told)


def test_a_strangers_sister_is_not_his() -> None:
    more = (
        "Lance Corporal Peter Shaw, a British volunteer who was killed in 2023, was"
        " filmed in custody before an exchange, his sister Alison told the Courier.\n"
    )
    assert "Alison" not in spans(TOLD + more, "direct")
