"""How is a finding written as plain data, for JSON and for a database row?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from safeconduct.text.comparison.finding import Finding, Item
from safeconduct.text.comparison.interval import Interval


def record(finding: Finding, names: Sequence[str]) -> dict[str, Any]:
    """Write a finding with keys that scripts rely on; `names` are the pages'."""
    return {
        "topic": finding.topic,
        "aspect": finding.aspect.value,
        "relation": None if finding.relation is None else finding.relation.value,
        "disagrees": finding.disagrees,
        "report": finding.is_reported,
        "scope": "within" if finding.within else "between",
        "items": [_item(item, names) for item in finding.items],
        "why": finding.why,
        "numbers": {name: _interval(value) for name, value in finding.numbers},
        "reconcilers": [str(part) for part in finding.reconcilers],
        "independent_sources": finding.support,
    }


def _item(item: Item, names: Sequence[str]) -> dict[str, Any]:
    figure, period = item.figure, item.period
    return {
        "file": names[item.page],
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "role": None if figure is None else figure.role.value,
        "low": None if figure is None else _number(figure.low),
        "high": None if figure is None else _number(figure.high),
        "period": None
        if period is None
        else [day.isoformat() if day else None for day in (period.start, period.end)],
        "place": item.place,
        "attribution": []
        if figure is None
        else [{"who": link.who, "how": link.how} for link in figure.attribution],
    }


def _interval(value: Interval) -> list[float | int | None]:
    return [_number(value.low), _number(value.high)]


def _number(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else round(float(value), 6)
