"""Which rows went on under heirs, so that the record of acts can prove them unaltered."""

from collections.abc import Iterator

from tinhgon.reorganisation.continuity.table import place_of, responsibilities
from tinhgon.temporal.bulk import fetch, joined

Bounds = dict[str, list[int]]
"""For each relation whose rows went on as new ones: the first and last id of those."""


def bounds_after(before: dict[str, int]) -> Bounds:
    """The ids written since `before` was read."""
    return {name: [last + 1, _last(name)] for name, last in before.items()}


def last_rows() -> dict[str, int]:
    """The last id of each table whose rows can go on as new ones."""
    return {name: _last(name) for name, rule in responsibilities().items() if rule.origin}


def moved_rows(bounds: Bounds) -> Iterator[str]:
    """One text for each row that went on under an heir: itself, where it came from, the heir."""
    for name, (first, last) in sorted(bounds.items()):
        table, column = place_of(name)
        text = joined("id", f'"{responsibilities()[name].origin}"', f'"{column}"')
        for (row,) in fetch(
            f'SELECT {text} FROM "{table}" WHERE id BETWEEN %(first)s AND %(last)s ORDER BY id',
            first=first,
            last=last,
        ):
            yield f"{name}|{row}"


def _last(name: str) -> int:
    table, _ = place_of(name)
    return int(fetch(f'SELECT coalesce(max(id), 0) FROM "{table}"')[0][0])
