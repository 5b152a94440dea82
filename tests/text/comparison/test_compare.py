"""What comparing reports finds, and what it must not."""

import pytest

from safeconduct.text import Page, read
from safeconduct.text.comparison import Aspect, Finding, Relation, compare, record
from tests.text.comparison.articles import CASES, Case
from tests.text.gold import gold, items, needs_gold
from tests.text.gold import page as annotated


def pages(*texts: str) -> list[Page]:
    return [
        read(text.encode(), name=f"{place}.txt") for place, text in enumerate(texts)
    ]


def only(found: tuple[Finding, ...], aspect: Aspect) -> Finding:
    (finding,) = [finding for finding in found if finding.aspect is aspect]
    return finding


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_invented_articles(case: Case) -> None:
    """The expected aspects and relations, and no other alarm, in four languages."""
    found = compare(pages(*case.texts), families=case.families)
    said = {(f.aspect.value, f.relation.value if f.relation else "none") for f in found}
    agreed = {("quantity", "equal"), ("quantity", "compatible")}
    assert said - agreed == case.found - agreed
    assert case.found <= said


SHARE = (
    "The force in figures\n\nNorth Korea has sent between 8,000 and 9,000 soldiers.\n\n"
    "Officials estimate that over 2,000, around 60%, have been killed or wounded.\n"
)


def test_reason_of_a_share() -> None:
    """The sentence gives the arithmetic, the numbers and what would save it."""
    finding = only(compare(pages(SHARE)), Aspect.ARITHMETIC)
    assert str(finding.reasons[0]) == (
        "2,000 of 8,000–9,000 is 22.2–25 %, not 60 %; 60 % would be 4,800–5,400,"
        " or a base near 3,300."
    )
    assert [str(saver) for saver in finding.reconcilers] == [
        "“over 2,000” is open: it would come out from at least 4,800",
        "the base of the share is not stated; it may be only some of them",
    ]
    assert dict(finding.numbers)["stated_share"].low is not None
    assert finding.disagrees
    assert finding.within


COUNTS = (
    "Numbers\n\nThe minister said that 300 North Korean soldiers had been killed.\n",
    "Numbers again\n\nReporters counted 300 North Korean soldiers killed.\n",
)


def test_support_of_a_family() -> None:
    """A text and its copy are one source, two texts of their own are two."""
    apart = only(compare(pages(*COUNTS)), Aspect.QUANTITY)
    assert (apart.relation, apart.support) == (Relation.EQUAL, 2)
    copied = only(compare(pages(*COUNTS), families=[[0, 1]]), Aspect.QUANTITY)
    assert (copied.relation, copied.support) == (Relation.EQUAL, 1)


def test_order_of_findings() -> None:
    """Disagreements come first, agreement last."""
    found = compare(pages(SHARE, *COUNTS))
    ranks = [(not f.disagrees, not f.is_reported) for f in found]
    assert ranks == sorted(ranks)


def test_record_of_a_finding() -> None:
    """The record names files and spans and repeats the text of the span only."""
    found = only(compare(pages(*COUNTS)), Aspect.QUANTITY)
    written = record(found, ["a.txt", "b.txt"])
    assert written["topic"] == "killed"
    assert written["relation"] == "equal"
    assert [item["file"] for item in written["items"]] == ["a.txt", "b.txt"]
    for item, text in zip(written["items"], COUNTS, strict=True):
        assert text[item["start"] : item["end"]] == item["text"] == "300"


def test_nothing_to_compare() -> None:
    """A page without figures, and no page at all, give nothing."""
    assert compare(pages("A quiet day\n\nNothing happened in the village.\n")) == ()
    assert compare([]) == ()


@needs_gold
def test_annotated_disagreements() -> None:
    """Each annotated disagreement is found with its outcome, and no name variant."""
    read_pages = [annotated("A"), annotated("B")]
    found = compare(read_pages)
    claims = {
        claim["id"]: (number, claim["start"], claim["end"])
        for number, document in enumerate("AB")
        for claim in items("claims", document)
    }
    for truth in gold()["disagreements"]:
        spans = [claims[claim] for claim in truth["claims"]]
        touching = [f for f in found if _touches(f, spans)]
        outcomes = {f.relation and f.relation.value for f in touching}
        if truth["report"]:
            assert truth["outcome"] in outcomes, truth["id"]
        else:
            assert not any(f.disagrees and len(touching) == 1 for f in touching)


def _touches(finding: Finding, spans: list[tuple[int, int, int]]) -> bool:
    """Tell whether a finding rests on two of the claims."""
    hit = {
        span
        for span in spans
        for item in finding.items
        if item.page == span[0] and item.start < span[2] and span[1] < item.end
    }
    return len(hit) >= 2
