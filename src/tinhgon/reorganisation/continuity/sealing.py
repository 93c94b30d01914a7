"""Which rows went on under heirs, so that the record of acts can prove them unaltered."""

from collections.abc import Iterator

from tinhgon.reorganisation.continuity.table import (
    Account,
    Custody,
    inherited,
    model_of,
    place_of,
)
from tinhgon.temporal.bulk import fetch, joined

Bounds = dict[str, list[int]]
"""For each relation of which new rows were written: the first and last id of those."""


def bounds_after(before: dict[str, int]) -> Bounds:
    """The ids written since `before` was read."""
    return {name: [last + 1, _last(name)] for name, last in before.items()}


def last_rows() -> dict[str, int]:
    """The last id of each table into which new rows can be written."""
    return {
        name: _last(name)
        for name, rule in inherited().items()
        if isinstance(rule, Account | Custody) or rule.origin
    }


def moved_rows(bounds: Bounds) -> Iterator[str]:
    """One text for each new row: itself, where it came from, the heir; of an entry all there is."""
    for name, (first, last) in sorted(bounds.items()):
        table, _ = place_of(name)
        text = joined(*(f'"{column}"' for column in _told(name)))
        for (row,) in fetch(
            f'SELECT {text} FROM "{table}" WHERE id BETWEEN %(first)s AND %(last)s ORDER BY id',
            first=first,
            last=last,
        ):
            yield f"{name}|{row}"


def _told(name: str) -> list[str]:
    """The columns by which a row is told; instants are left out, each engine writes its own."""
    rule, (_, column) = inherited()[name], place_of(name)
    if isinstance(rule, Account):
        fields = model_of(name)._meta.concrete_fields
        return [one.column for one in fields if one.get_internal_type() != "DateTimeField"]
    if isinstance(rule, Custody):
        return ["id", "work_id", "came_from_id", column]
    return ["id", str(rule.origin), column]


def _last(name: str) -> int:
    table, _ = place_of(name)
    return int(fetch(f'SELECT coalesce(max(id), 0) FROM "{table}"')[0][0])
