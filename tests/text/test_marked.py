"""Invented articles in four languages, read in full."""

import pytest

from tests.text.marked import LANGUAGES, Article, articles, judge

ALL = [
    article
    for language in LANGUAGES
    for hand in ("figures", "second")
    for article in articles(language, hand)
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_of_invented_articles(language: str) -> None:
    """Value, qualifier, role and unit are right for nineteen figures in twenty."""
    score = judge(articles(language))
    assert score.exact >= 0.95 * score.wanted, score.wrong
    assert score.extra <= 1, score.wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_of_a_second_hand(language: str) -> None:
    """Nine values in ten, and four figures in five with all that is marked of them."""
    score = judge(articles(language, "second"))
    assert score.valued >= 0.9 * score.wanted, score.wrong
    assert score.exact >= 0.8 * score.wanted, score.wrong
    assert score.extra <= 0.05 * score.wanted, score.wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_periods_and_speakers_of_invented_articles(language: str) -> None:
    """The time and the innermost speaker are right for nine figures in ten."""
    score = judge(articles(language))
    assert score.dated >= 0.9 * score.wanted, score.wrong
    assert score.credited >= 0.9 * score.wanted, score.wrong


@pytest.mark.parametrize("article", ALL, ids=lambda article: article.name)
def test_marks_of_an_article(article: Article) -> None:
    """The marks are gone from the text, and every truth points at its words."""
    assert "{{" not in article.text
    for truth in article.truths:
        assert article.text[truth.start : truth.end] == truth.text
