"""How often is a value borne, in the register and among like names?"""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from benchmarks.registers import MIXES, Plan, register
from safeconduct.linkage import Order, link, read, silent
from safeconduct.linkage.rarity import FEW, NONE, shares, shares_among

TUVA, OTHER = 0, 1


def test_the_share_is_of_what_is_known() -> None:
    """What is not known is neither counted nor has a share."""
    found = shares(np.array([3, 3, 7, NONE, 3], np.int32))

    assert found == pytest.approx([0.75, 0.75, 0.25, 0.0, 0.75])


def test_what_is_rare_may_be_common_among_like_names() -> None:
    """A province that one name in twenty comes from is nothing rare for its bearers."""
    provinces = np.full(20_000, OTHER, np.int32)
    words = np.arange(20_000, dtype=np.int32).reshape(1, -1) % 19 + 1
    words[0, :1_000], provinces[:1_000] = 0, TUVA

    usual, among = shares(provinces), shares_among(provinces, words)

    assert usual[0] == pytest.approx(0.05)
    assert among[0] == pytest.approx((999 + FEW * 0.05) / (999 + FEW))
    assert among[-1] == pytest.approx(0.955, abs=0.05)


def test_few_like_names_say_little() -> None:
    """Who alone bears his name is weighed by the whole register, for he is himself."""
    provinces = np.array([TUVA] + [OTHER] * 99, np.int32)
    words = np.arange(100, dtype=np.int32).reshape(1, -1)

    assert shares_among(provinces, words) == pytest.approx(shares(provinces))


def test_every_word_of_a_name_is_heard() -> None:
    """A rare surname does not hide what a common given name tells."""
    provinces = np.array([TUVA] * 400 + [OTHER] * 3_600, np.int32)
    given = np.where(provinces == TUVA, 0, 1)
    words = np.stack([given, np.arange(2, 4_002)]).astype(np.int32)

    assert shares_among(provinces, words)[0] > 0.8


def test_unknown_names_and_values() -> None:
    """Without a word of a name the register counts; without a value nothing does."""
    provinces = np.array([TUVA, TUVA, OTHER, NONE], np.int32)
    words = np.full((2, 4), NONE, np.int32)

    assert shares_among(provinces, words) == pytest.approx(shares(provinces))


def test_the_error_that_is_expected_is_found(tmp_path: Path) -> None:
    """Of a register of many peoples, so many pairs are right as the run says."""
    records, _ = register(Plan(4_000, 8_000, 3, MIXES["mixed"]))
    persons = records["person_id"]
    records.drop("person_id", "birth_precision").write_csv(tmp_path / "camp.csv")
    found = link([read(tmp_path / "camp.csv", {})], [], Order(workers=1), silent)
    above = found.pairs.filter(pl.col("probability") >= found.threshold.probability)
    right = persons.gather(above["id_l"]) == persons.gather(above["id_r"])

    assert found.threshold.precision == pytest.approx(right.mean(), abs=0.02)
