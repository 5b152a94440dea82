from safeconduct.law import Mode, Pack, pack
from safeconduct.law.acts import ACTS, R1, R2, A, I, P, X
from safeconduct.law.answer import Status
from safeconduct.law.pages.cases import MOST, Kind, Shown, all_shown, chosen, seen
from tests.law.cases import DAY

LAW = pack(DAY)
WILL = pack(DAY, "will_based")


def shown(law: Pack, name: str, kind: Kind) -> list[Shown]:
    return [one for one in all_shown(law, name, ACTS) if one.kind is kind]


def test_the_law_of_the_page_decides() -> None:
    """Each example gives what it was chosen for, decided anew by this law."""
    for act in ACTS:
        for one in seen(LAW, act):
            expected = one.example.expected[one.look.towards]
            assert one.look.decision.status.value == expected.status


def test_what_an_example_shows() -> None:
    """A norm speaks, has an exception, yields, is unknown, or is missed."""
    spoken = shown(LAW, "CAT-3-1", Kind.SPEAKS)[0]
    excepted = shown(LAW, "CSR-33-1", Kind.EXCEPTED)
    beaten = shown(LAW, "GCIII-118-1/unwilling", Kind.BEATEN)

    assert spoken.seen.look.decision.status is Status.BARRED
    assert any(name.startswith("risk.") for name in spoken.facts)
    assert all(one.seen.look.seen.truth("excl.33_2") is True for one in excepted)
    assert excepted
    assert beaten
    assert shown(LAW, "CAT-3-1", Kind.UNKNOWN)
    assert shown(LAW, "CAT-3-1", Kind.MISSED)


def test_a_few_are_chosen_and_the_rest_is_counted() -> None:
    """At most four, one of each kind first, in the order of the page."""
    picked, more = chosen(LAW, "CSR-33-1", (R1, R2, X))
    kinds = [one.kind for one in picked]
    counted = list(all_shown(LAW, "CSR-33-1", (R1, R2, X)))

    assert len(picked) <= MOST
    assert kinds == sorted(kinds, key=list(Kind).index)
    assert kinds[0] is Kind.SPEAKS
    assert Kind.EXCEPTED in kinds
    told = sum(kind is not Kind.MISSED for kind in kinds)
    assert more + told == sum(one.kind is not Kind.MISSED for one in counted)


def test_where_it_speaks_about_another_act_alone() -> None:
    """The page of an option then shows that example, with its act."""
    picked, _ = chosen(LAW, "GCIII-17-5", (X,), (R1, R2, X))

    assert picked[0].kind is Kind.SPEAKS
    assert picked[0].seen.act is R2


def test_there_are_examples_of_what_the_worked_cases_lack() -> None:
    """A permitted publication, a granted claim, and the other position."""
    published = [one.look.decision.status for one in seen(LAW, P)]
    refuge = [one.look.decision.status for one in seen(LAW, A)]
    his_will = shown(WILL, "GCIII-118-KR", Kind.SPEAKS)

    assert Status.PERMITTED in published
    assert Status.PERMITTED in refuge
    assert {one.seen.example.position for one in his_will} == {"will_based"}
    assert his_will[0].seen.look.decision.status is Status.BARRED


def test_the_other_position_has_examples_of_every_act() -> None:
    """Where none was written for it, those of the usual position are decided anew."""
    assert {one.example.position for one in seen(WILL, R2)} == {"will_based"}
    assert {one.example.position for one in seen(WILL, I)} == {"risk_based"}


def test_most_norms_are_seen_at_work() -> None:
    """In the first example of a norm it gives the answer itself, where one does."""
    for norm in LAW.norms:
        first = chosen(LAW, norm.name, norm.acts)[0][0]
        if first.kind is Kind.SPEAKS and norm.mode is Mode.MUST_NOT:
            assert first.seen.look.decision.status is Status.BARRED, norm.name
