"""Continuity: what a reorganisation does to whatever hangs on a unit. One table says it.

Every relation of any model to a unit is in `TABLE`, or a test fails. It is *history* and stays as
it was; or *identity* of the unit and ends with it; or a *responsibility* that moves to the one who
answers afterwards, so that nothing is left hanging.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models

from tinhgon.domain.structure.packages import Composition
from tinhgon.temporal.bulk import fetch, joined, run, staged


@dataclass(frozen=True)
class History:
    """Stays as it was: it says what was the case."""


@dataclass(frozen=True)
class Identity:
    """Part of the unit itself: ends with it. `dated` rows are closed here on the day."""

    dated: bool = False


@dataclass(frozen=True)
class Responsibility:
    """Moves to whoever answers afterwards.

    Dated rows are closed on the day and go on as new rows that name in `origin` the one they come
    from; rows without dates are pointed to the new unit. Of rows that would be alike in `alike`
    under one unit, the one that lasts longest goes on; where the heir has one already, that stands.
    """

    dated: bool = True
    origin: str | None = None
    alike: tuple[str, ...] = ()


Rule = History | Identity | Responsibility

TABLE: dict[str, Rule] = {
    "registry.Register.place": Responsibility(dated=False),
    "registry.Version.unit": Identity(),
    "registry.Code.unit": Identity(),
    "registry.Tie.unit": Identity(),
    "registry.Tie.parent": Identity(),
    "registry.Succession.predecessor": History(),
    "registry.Succession.successor": History(),
    "registry.Contact.unit": Identity(dated=True),
    "accounts.Grant.unit": Responsibility(origin="moved_from_id", alike=("user_id", "role")),
}
"""`Identity()` without dates is closed by the register itself when a package is enacted."""


class Undecided(Exception):
    """Something hangs on units for which nobody is named to answer afterwards."""

    def __init__(self, hanging: dict[str, list[str]]) -> None:
        self.hanging = hanging
        super().__init__(", ".join(hanging))


def heirs(composition: Composition) -> dict[str, str | None]:
    """Who answers afterwards for each unit that ends; None where a person must choose.

    The main successor; or, where there is none to be had, whoever answers for the unit above.
    """
    found: dict[str, str | None] = {}

    def heir(key: str) -> str | None:
        if key in composition.after:
            return key
        if key not in found:
            found[key] = None  # a circle ends here
            unit = composition.before.get(key)
            if key in composition.claims:
                found[key] = composition.main_successor(key)
            elif unit and unit.parent:
                found[key] = heir(unit.parent)
        return found[key]

    return {key: heir(key) for key in sorted(composition.ended)}


def move_dependants(heir_of: dict[str, str | None], day: date) -> dict[str, int]:
    """Carry out the table on the day; returns how many rows moved or ended, by relation.

    Raises `Undecided` before anything moves if a responsibility hangs on a unit without an heir.
    """
    rows = sorted(heir_of.items())
    with (
        staged("heir", {"key": "text", "heir": "text"}, rows, index="key"),
        staged("inherit", {"old": "bigint", "new": "bigint"}, _ids(), index="old"),
    ):
        _refuse_undecided(day)
        done = {name: _carry_out(name, rule, day) for name, rule in TABLE.items()}
    return {name: count for name, count in done.items() if count}


def _ids() -> list[tuple[Any, ...]]:
    return fetch(
        "SELECT old.id, new.id FROM heir JOIN registry_unit old ON old.key = heir.key "
        "LEFT JOIN registry_unit new ON new.key = heir.heir"
    )


def _refuse_undecided(day: date) -> None:
    hanging: dict[str, list[str]] = {}
    for name, rule in TABLE.items():
        if isinstance(rule, Responsibility):
            table, column = _place(name)
            still = f"AND ({_open(table)})" if rule.dated else ""
            rows = fetch(
                f'SELECT DISTINCT unit.key FROM "{table}" JOIN inherit ON inherit.old = "{column}" '
                f"JOIN registry_unit unit ON unit.id = inherit.old "
                f"WHERE inherit.new IS NULL {still} ORDER BY unit.key",
                **({"day": day.isoformat()} if rule.dated else {}),
            )
            if rows:
                hanging[name] = [key for (key,) in rows]
    if hanging:
        raise Undecided(hanging)


def _carry_out(name: str, rule: Rule, day: date) -> int:
    table, column = _place(name)
    if isinstance(rule, Identity) and rule.dated:
        return _close(table, column, day)
    if isinstance(rule, Responsibility):
        return _hand_on(name, rule, day) if rule.dated else _point(table, column)
    return 0


def _close(table: str, column: str, day: date) -> int:
    """End on the day the rows that hold on it."""
    return run(
        f'UPDATE "{table}" SET valid_to = %(day)s FROM inherit '
        f'WHERE inherit.old = "{table}"."{column}" AND {_open(table)} '
        f"AND (valid_from IS NULL OR valid_from < %(day)s)",
        day=day.isoformat(),
    )


def _point(table: str, column: str) -> int:
    return run(
        f'UPDATE "{table}" SET "{column}" = inherit.new FROM inherit '
        f'WHERE inherit.old = "{table}"."{column}"'
    )


def _hand_on(name: str, rule: Responsibility, day: date) -> int:
    """Write what goes on under the heirs, then close what it comes from."""
    table, column = _place(name)
    fixed = {"id", column, "valid_from", rule.origin}
    copied = [
        field.column for field in _model(name)._meta.concrete_fields if field.column not in fixed
    ]
    columns = ", ".join(f'"{column}"' for column in copied)
    origin = f', "{rule.origin}"' if rule.origin else ""
    alike = ", ".join(["inherit.new", *(f'held."{like}"' for like in rule.alike or ("id",))])
    moved = run(
        f"""
        INSERT INTO "{table}" ({columns}, "{column}", valid_from {origin})
        SELECT {columns}, new_unit, start {", came_from" if rule.origin else ""} FROM (
          SELECT held.*, inherit.new AS new_unit, held.id AS came_from,
                 CASE WHEN held.valid_from > %(day)s THEN held.valid_from ELSE %(day)s END AS start,
                 row_number() OVER (
                   PARTITION BY {alike}
                   ORDER BY held.valid_to IS NOT NULL, held.valid_to DESC, held.id) AS turn
          FROM "{table}" held JOIN inherit ON inherit.old = held."{column}"
          WHERE {_open("held")} {_not_had(table, column, rule)}
        ) handed WHERE turn = 1
        """,
        day=day.isoformat(),
    )
    _close(table, column, day)
    return moved


def _not_had(table: str, column: str, rule: Responsibility) -> str:
    """The condition that the heir has no row alike already."""
    if not rule.alike:
        return ""
    same = "".join(f' AND other."{like}" = held."{like}"' for like in rule.alike)
    return (
        f'AND NOT EXISTS (SELECT 1 FROM "{table}" other '
        f'WHERE other."{column}" = inherit.new {same} AND {_open("other")})'
    )


def _open(table: str) -> str:
    """The condition that a row holds on `%(day)s` or later."""
    return f'("{table}".valid_to IS NULL OR "{table}".valid_to > %(day)s)'


def _place(name: str) -> tuple[str, str]:
    """Table and column of a relation named app.Model.field."""
    app, model, field = name.split(".")
    found = apps.get_model(app, model)
    return found._meta.db_table, found._meta.get_field(field).column


def _model(name: str) -> type[models.Model]:
    app, model, _ = name.split(".")
    return apps.get_model(app, model)


Bounds = dict[str, list[int]]
"""For each relation whose rows went on as new ones: the first and last id of those."""


def bounds_after(before: dict[str, int]) -> Bounds:
    """The ids written since `before` was read."""
    return {name: [last + 1, _last(name)] for name, last in before.items()}


def last_rows() -> dict[str, int]:
    """The last id of each table whose rows can go on as new ones."""
    return {
        name: _last(name)
        for name, rule in TABLE.items()
        if isinstance(rule, Responsibility) and rule.origin
    }


def moved_rows(bounds: Bounds) -> Iterator[str]:
    """One text for each row that went on under an heir: itself, where it came from, the heir."""
    for name, (first, last) in sorted(bounds.items()):
        table, column = _place(name)
        rule = TABLE[name]
        origin = rule.origin if isinstance(rule, Responsibility) else None
        text = joined("id", f'"{origin}"', f'"{column}"')
        for (row,) in fetch(
            f'SELECT {text} FROM "{table}" WHERE id BETWEEN %(first)s AND %(last)s ORDER BY id',
            first=first,
            last=last,
        ):
            yield f"{name}|{row}"


def _last(name: str) -> int:
    table, _ = _place(name)
    return int(fetch(f'SELECT coalesce(max(id), 0) FROM "{table}"')[0][0])


def hanging(on: date) -> dict[str, int]:
    """How many rows, by relation, still answer for a unit that does not stand on a day: none."""
    found = {}
    for name, rule in TABLE.items():
        if isinstance(rule, Responsibility) or (isinstance(rule, Identity) and rule.dated):
            table, column = _place(name)
            dated = rule.dated
            still = f"AND {_open('held')}".replace("%(day)s", "%(on)s") if dated else ""
            found[name] = int(
                fetch(
                    f"""
                    SELECT count(*) FROM "{table}" held
                    WHERE held."{column}" IS NOT NULL {still} AND NOT EXISTS (
                      SELECT 1 FROM registry_version version
                      WHERE version.unit_id = held."{column}" AND version.recorded_to IS NULL
                        AND (version.valid_to IS NULL OR version.valid_to > %(on)s))
                    """,
                    on=on.isoformat(),
                )[0][0]
            )
    return found
