"""How many cases of a register does a change of the law touch, in all and norm by norm?

    frame = pl.read_parquet("register.parquet")
    redline(old, new, "en", affected=affected(old, new, read_register(frame)))

The whole change is counted by evaluating both laws. What a norm does alone is counted
by changing it alone in the old law.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from safeconduct.law.bulk import Evaluation, Register, Views, evaluate
from safeconduct.law.diff import differences
from safeconduct.law.errors import PackError
from safeconduct.law.norm import Norm
from safeconduct.law.pack import Pack, load
from safeconduct.law.pages.redline import Affected, Key, keyed
from safeconduct.law.readings.planes import Words


def affected(old: Pack, new: Pack, register: Register) -> Affected:
    """Count the cases whose answers change from one law to the other."""
    views = Views(register)
    before = evaluate(old, views)
    by_act = _by_act(before, evaluate(new, views))
    by_norm = {
        key: _count(_by_act(before, evaluate(law, views)).values())
        for key, law in _alone(old, new)
    }
    return Affected(
        cases=len(register),
        changed=_count(by_act.values()),
        by_act={name: _count([cases]) for name, cases in by_act.items()},
        by_norm=by_norm,
    )


def _by_act(before: Evaluation, after: Evaluation) -> dict[str, Words]:
    """Gather the cases that change, by name of the act."""
    found: dict[str, Words] = {}
    for change in differences(before, after):
        name = change.slot.act.name
        known = found.get(name)
        found[name] = change.cases if known is None else known | change.cases
    return found


def _count(masks: Iterable[Words]) -> int:
    """Count the cases that stand in some of these."""
    listed = list(masks)
    if not listed:
        return 0
    return int(np.bitwise_count(np.bitwise_or.reduce(listed)).sum())


def _alone(old: Pack, new: Pack) -> Iterator[tuple[Key, Pack]]:
    """Make the old law with one norm changed, for each norm that changes."""
    before, after = keyed(old), keyed(new)
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) == after.get(key):
            continue
        norms = {**before, key: after[key]} if key in after else dict(before)
        if key not in after:
            del norms[key]
        try:
            yield key, load(_without_dangling(norms.values()), old.position)
        except PackError:
            # Alone it makes no law: a duty and a bar that another change reconciles.
            continue


def _without_dangling(norms: Iterable[Norm]) -> tuple[Norm, ...]:
    """Leave out priorities over norms that are not there."""
    listed = tuple(norms)
    names = {norm.name for norm in listed}
    return tuple(
        norm
        if names.issuperset(norm.prevails_over)
        else replace(
            norm, prevails_over=tuple(n for n in norm.prevails_over if n in names)
        )
        for norm in listed
    )
