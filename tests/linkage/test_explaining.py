"""Reasons a clerk reads."""

from safeconduct.linkage import Outcome
from safeconduct.linkage.explaining import explain
from safeconduct.linkage.model import BY_FIELD, gamma


def test_fields_agree_contradict_or_are_missing() -> None:
    """Each field stands in one place, the heaviest first, with its bits."""
    pair = {
        "gamma_name": gamma("name", "same"),
        "bits_name": 11.0,
        "gamma_birth": gamma("birth", "other"),
        "bits_birth": -4.0,
        "gamma_sex": -1,
        "bits_sex": 0.0,
        "gamma_unit": gamma("unit", "same"),
        "bits_unit": 12.5,
    }
    told = explain(pair, ("name", "birth", "sex", "unit"), "백철수", "Paek Chol-su")

    assert told.agree == (
        "unit: same unit (+12.5)",
        "name: the best reading is the same (+11.0)",
    )
    assert told.contradict == ("birth: born at another time (-4.0)",)
    assert told.missing == ("sex",)
    assert "백철수" in told.readings


def test_a_level_is_not_said_to_speak_against_its_weight() -> None:
    """What agrees but weighs against is unclear, not a reason."""
    pair = {"gamma_unit": gamma("unit", "same"), "bits_unit": -0.5}
    told = explain(pair, ("unit",), None, None)

    assert not told.agree
    assert told.unclear == ("unit: same unit (-0.5)",)


def test_every_pair_of_a_run_can_be_explained(outcome: Outcome) -> None:
    """Each field of each pair is said once."""
    raw = outcome.prepared.raw
    for pair in outcome.pairs.head(20).iter_rows(named=True):
        names = [raw["name"][pair[side]] for side in ("id_l", "id_r")]
        told = explain(pair, outcome.prepared.fields, *names)
        said = [*told.agree, *told.contradict, *told.unclear, *told.missing]
        assert len(said) == len(outcome.prepared.fields)


def test_every_level_has_words() -> None:
    """Codes are short and distinct, words are a clerk's."""
    for comparison in BY_FIELD.values():
        codes = [level.code for level in comparison.levels]
        assert len(set(codes)) == len(codes)
        assert all(len(level.words) > 5 for level in comparison.levels)
