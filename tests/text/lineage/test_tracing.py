"""Who comes from whom, in whole articles."""

from collections.abc import Sequence

import pytest

from safeconduct.text import Page, read
from safeconduct.text.lineage import Lineage, Relation, Status, trace
from tests.text.gold import needs_gold
from tests.text.gold import page as report
from tests.text.lineage import corpus

ORIGINAL = """The Valley Courier

Miller hid four prisoners

Agatha Brandel hid four prisoners in the attic of her mill for nineteen days in May.

They slept between sacks of rye and came down at night to oil the wheel, she said.
The youngest carved a flute, which nobody dared to play, and a ladder for the cat.

A patrol searched the mill twice. The second time the sergeant asked for a glass of
water, looked at five cups on the table, and left without a word.

When the front had moved on, the four walked to the river with a white tablecloth.
"""
RETOLD = """River Post

Attic hide-out comes to light

A mill was the refuge of four captured men for almost three weeks, Agatha Brandel has
told. As the Valley Courier reported, {rest}
"""
FIRST = (
    "The harbour is to be dredged in spring. Ferries will sail from the old pier, and"
    " the lighthouse gets a second lamp. Fishermen complain about the dust, while the"
    " hotel hopes for guests. The school orchestra plays on the first day."
)
SECOND = (
    "Members argued about milk prices until midnight. A farmer had brought two goats"
    " into the lobby, where the clerks fed them with minutes of older sessions. The"
    " heating failed again, and someone handed out blankets from the theatre."
)
REST = (
    "the four slept between sacks of rye and oiled the wheel at night. A sergeant on"
    " patrol saw five cups upon the table and left. At last they walked to the river."
)


def page(text: str, name: str = "") -> Page:
    return read(text.encode(), name=name)


def between(found: Lineage, names: Sequence[str]) -> set[tuple[str, str, str]]:
    return {
        (names[edge.child], names[edge.parent], edge.relation.value)
        for edge in found.edges
        if isinstance(edge.parent, int)
    }


@pytest.mark.parametrize("events", ["e", "f", "gh", "efgh"])
def test_own_articles(events: str) -> None:
    """Every copy, summary and translation is found, and no independent report."""
    names = corpus.names(events)
    found = trace([corpus.article(name) for name in names])

    assert corpus.edges(events) == between(found, names)


@pytest.mark.parametrize("name", [n for n in corpus.names() if "independent" in n])
def test_two_reports_on_one_event(name: str) -> None:
    """Without other texts to tell what is common, independent reports stay apart."""
    original = f"{name[:2]}_original"
    pages = [corpus.article(original), corpus.article(name)]

    assert trace(pages).families == ((0,), (1,))


@needs_gold
def test_the_annotated_reports() -> None:
    """Neither comes from the other; the outlets they name are found."""
    found = trace([report("A"), report("B")])

    assert {
        (0, "Chosun Ilbo", "cites"),
        (0, "Earthlings 1997", "published-by"),
        (1, "www.dailynk.com", "derived-from"),
        (1, "nigeriapulse.com", "published-by"),
    } == {(edge.child, edge.parent, edge.relation.value) for edge in found.edges}
    assert found.families == ((0,), (1,))


def test_a_credit_that_names_a_page_at_hand() -> None:
    """A child that names its parent's outlet needs less likeness, and says so."""
    found = trace([page(RETOLD.format(rest=REST)), page(ORIGINAL)])
    edge = next(edge for edge in found.edges if edge.between_pages)

    assert (edge.child, edge.parent, edge.status) == (0, 1, Status.DECLARED)
    assert str(edge.direction_why) == "It declares the other as its source."


def test_a_credit_without_likeness() -> None:
    """Who names an outlet and tells another story cites it."""
    other = RETOLD.format(rest="the bakery has closed; its owner moved to the coast.")
    other = other.replace("A mill was the refuge", "A cellar was the home")
    found = trace([page(other.replace("Agatha Brandel", "Ada Kint")), page(ORIGINAL)])
    edge = next(edge for edge in found.edges if edge.relation is Relation.CITES)

    assert (edge.child, edge.parent) == (0, "Valley Courier")
    assert found.families == ((0,), (1,))


def test_a_common_speaker() -> None:
    """Words of a third that both put in quotation marks make no copy."""
    speech = (
        "“No prisoner of war in our hands will ever be handed over to anybody against"
        " his will, and whoever tells you otherwise has not read our law,”"
    )
    one = page(f"Minister speaks\n\n{speech} the minister said. {FIRST}")
    two = page(f"A long debate\n\n{SECOND} {speech} we heard from the balcony.")

    assert trace([one, two]).families == ((0,), (1,))


def test_who_repeats_an_error() -> None:
    """A copy of a copy with a wrong number comes from the copy."""
    wrong = ORIGINAL.replace("nineteen days", "91 days").replace(
        "The Valley Courier", ""
    )
    copy = wrong.replace("Miller hid", "How a miller hid")
    found = trace([page(ORIGINAL), page(wrong), page(copy)])

    assert {(1, 0), (2, 1)} == {
        (edge.child, edge.parent) for edge in found.edges if edge.between_pages
    }


def test_nothing_to_compare() -> None:
    """No pages have no lineage; one page is its own family."""
    assert Lineage((), ()) == trace([])
    assert trace([page("Only a line.")]).families == ((0,),)


def test_a_text_that_repeats_itself() -> None:
    """The work stays bounded where one run stands thousands of times."""
    one = page("Title\n\n" + "The gate is shut again today. " * 3000)
    two = page("Title\n\n" + "The gate is shut again today. " * 2000)

    assert trace([one, two]).families == ((0, 1),)
