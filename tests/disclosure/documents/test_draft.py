import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from safeconduct.disclosure.documents import Edit, drafted

BLOCKS = st.lists(st.lists(st.text("abc", max_size=4), max_size=4), max_size=5)


def test_a_name_in_three_pieces_is_one() -> None:
    """The new words go where the name begins; the rest of it vanishes."""
    draft = drafted([["Capt. ", "Mun", " Thae", "-bok", " said"], ["more"]])
    at = draft.text.index("Mun")
    edit = Edit(at, at + len("Mun Thae-bok"), "[name]")

    assert draft.rewritten([edit]) == ["Capt. ", "[name]", "", "", " said", "more"]


@given(BLOCKS, st.data())
def test_pieces_and_text_agree(blocks: list[list[str]], data: st.DataObject) -> None:
    """An edit changes the pieces as it changes the text, but for the line breaks."""
    draft = drafted(blocks)
    assume(draft.text)
    start = data.draw(st.integers(0, len(draft.text) - 1))
    end = data.draw(st.integers(start + 1, len(draft.text)))
    edit = Edit(start, end, "X")
    pieces = "".join(draft.rewritten([edit]))
    whole = draft.apply([edit]).replace("\n", "")

    if draft.text[start:end].replace("\n", ""):
        assert pieces == whole
    else:
        assert pieces == draft.text.replace("\n", "")


def test_edits_that_overlap_are_refused() -> None:
    """Two edits of one character cannot both be made."""
    with pytest.raises(ValueError, match="overlap"):
        drafted([["abcdef"]]).rewritten([Edit(0, 3, ""), Edit(2, 4, "")])
