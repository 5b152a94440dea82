"""The learned model: what it finds beside the rules, and how it is kept."""

from itertools import pairwise, product

import numpy as np
import pytest

from safeconduct.disclosure.details import Field, details_in
from safeconduct.disclosure.details.learned import model
from safeconduct.disclosure.details.learned.words import features, words

UNTOLD = """\
w=never\tB-w:2.00 O:-1.00
s1=bridge\tI-w:1.00
>B-w\tI-w:0.50
"""


def test_a_file_is_read_and_written_alike() -> None:
    found = model.read("# said by nobody\n" + UNTOLD)
    weights = [
        (seen, model.STATES[at], float(value))
        for seen, row in found.rows.items()
        for at, value in enumerate(found.weights[row])
    ]
    moves = [
        (model.STATES[i], model.STATES[j], float(found.moves[i, j]))
        for i in range(len(model.STATES))
        for j in range(len(model.STATES))
    ]
    assert set(model.lines(weights, moves)) == set(UNTOLD.splitlines(keepends=True))


def test_chances_are_chances() -> None:
    told = words("He would never cross that bridge again, he said.")
    chances = model.model().chances(features(told, [()] * len(told)))
    assert chances.shape == (len(told), len(model.STATES))
    assert np.allclose(chances.sum(axis=1), 1)
    assert (chances >= 0).all()


def test_chances_are_those_of_all_ways_through_the_states() -> None:
    """Compare with the sum over every sequence of states, one by one."""
    random = np.random.default_rng(5)
    states = len(model.STATES)
    scores, moves = (
        random.normal(size=(4, states)),
        random.normal(size=(states, states)),
    )
    expected = np.zeros((4, states))
    for way in product(range(states), repeat=4):
        weight = np.exp(
            sum(scores[at, s] for at, s in enumerate(way))
            + sum(moves[a, b] for a, b in pairwise(way))
        )
        for at, s in enumerate(way):
            expected[at, s] += weight
    expected /= expected.sum(axis=1, keepdims=True)
    assert np.allclose(model._marginals(scores, moves), expected)


@pytest.mark.parametrize("text", ["", "…", "İSTANBUL", "²", "_", "\u0301", "🙂 я 나"])
def test_any_text_is_read(text: str) -> None:
    assert all(text[d.start : d.end] for d in details_in(text))


@pytest.mark.parametrize(
    ("text", "words_of_it"),
    [
        (
            "Whenever a bus pulls in, he hides under the stairs until it leaves.",
            "hides",
        ),
        (
            "Коли згадують про автобус, він накривається ковдрою й не відповідає.",
            "ковдрою",
        ),
        ("При слове «обмен» он отворачивается к стене и перестаёт есть.", "обмен"),
        ("버스가 온다는 말만 들으면 그는 침대 밑으로 들어가 나오지 않는다.", "침대"),
    ],
)
def test_a_wish_that_no_word_of_wishing_tells(text: str, words_of_it: str) -> None:
    at = text.index(words_of_it)
    assert any(d.start <= at < d.end for d in details_in(text)), list(details_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "The committee adjourned at four and will meet again on Thursday.",
        "Міністерство оприлюднило проєкт бюджету на наступний рік.",
        "Комитет проголосовал за поправки к бюджету во втором чтении.",
        "위원회는 예산안 수정안을 표결에 부쳐 통과시켰다.",
    ],
)
def test_a_sentence_of_nobody_tells_nothing(text: str) -> None:
    assert [d for d in details_in(text) if d.field in {Field.STORY, Field.WISH}] == []
