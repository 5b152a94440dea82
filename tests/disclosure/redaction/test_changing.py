from hypothesis import given
from hypothesis import strategies as st

from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.redaction.changing import make
from safeconduct.disclosure.redaction.telling import Change

TEXT = "0123456789" * 3
SPANS = st.tuples(st.integers(0, 29), st.integers(1, 6)).map(
    lambda span: (span[0], min(30, span[0] + span[1]))
)


@given(st.lists(SPANS, max_size=6))
def test_every_changed_character_is_gone(spans: list[tuple[int, int]]) -> None:
    """What a change covers is not in the new text, however changes overlap."""
    changes = [Change(*span, "x", Field.AGE, "masked") for span in spans]
    made = make(TEXT, changes)
    covered = {at for span in spans for at in range(*span)}

    kept = "".join(char for at, char in enumerate(TEXT) if at not in covered)
    assert made.text.replace("x", "") == kept


@given(st.lists(SPANS, max_size=6))
def test_a_place_of_the_new_text_comes_from_one_of_the_old(
    spans: list[tuple[int, int]],
) -> None:
    """Kept characters lead back to themselves, changed ones to what they stand for."""
    made = make(TEXT, [Change(*span, "ab", Field.AGE, "masked") for span in spans])
    for at, char in enumerate(made.text):
        start, end = made.origin(at, at + 1)
        if char.isdigit():
            assert (TEXT[start:end], end - start) == (char, 1)
        else:
            assert any(c.start == start and c.end == end for c in made.changes)


def test_a_mask_wins_over_what_it_overlaps() -> None:
    """A wish that holds an age is masked whole."""
    made = make(
        TEXT,
        [
            Change(2, 12, "[withheld]", Field.WISH, "masked"),
            Change(4, 6, "twenties", Field.AGE, "generalised"),
        ],
    )

    assert made.text == TEXT[:2] + "[withheld]" + TEXT[12:]


def test_equal_masks_with_no_word_between_become_one() -> None:
    text = "He sold tyres, mended boots and sang. He sat."

    def masked(
        words: str, after: str = "[withheld]", field: Field = Field.STORY
    ) -> Change:
        at = text.index(words)
        return Change(at, at + len(words), after, field, "masked")

    parts = [masked("sold tyres"), masked("mended boots"), masked("sang")]
    assert make(text, parts).text == "He [withheld]. He sat."
    names = [
        masked("sold tyres", "[name]", Field.NAME),
        masked("mended boots", "[name]", Field.NAME),
    ]
    assert make(text, names).text == "He [name], [name] and sang. He sat."


def test_a_scout_sniper_is_one_soldier() -> None:
    """Two words of one post, generalised alike, with a hyphen between them."""
    text = "Мун, разведчик-снайпер, и сапёр."

    def general(word: str) -> Change:
        at = text.index(word)
        return Change(at, at + len(word), "солдат", Field.ROLE, "generalised")

    changes = [general(word) for word in ("разведчик", "снайпер", "сапёр")]
    assert make(text, changes).text == "Мун, солдат, и солдат."
