"""How much hangs on units: before they end, and afterwards, when it is to be nothing.

Rows are counted, and of accounts the posts held: the most on the day or on any after it.
"""

import json
from collections.abc import Iterable
from datetime import date

from tinhgon.reorganisation.continuity.decisions import NOTHING, Decided
from tinhgon.reorganisation.continuity.heirs import Heirs
from tinhgon.reorganisation.continuity.table import Account, inherited, moving, place_of, still
from tinhgon.staff.ledger.handing_on import most_held
from tinhgon.temporal.bulk import fetch, members


def resting(keys: Iterable[str], day: date) -> dict[str, int]:
    """How many, by relation, rest on these units on a day and would move or end with them."""
    given = json.dumps(sorted(keys))
    return {
        name: sum(count for _key, count in resting_on_units(name, given, day)) for name in moving()
    }


def undecided(heir_of: Heirs, day: date, decided: Decided = NOTHING) -> dict[str, list[str]]:
    """The units, by relation, on which something hangs and for which nobody answers afterwards."""
    found = open_allotments(heir_of, day, decided)
    return {name: [key for key, _count in rows] for name, rows in found.items()}


def open_allotments(
    heir_of: Heirs, day: date, decided: Decided = NOTHING
) -> dict[str, list[tuple[str, int]]]:
    """By relation, the units for which somebody must decide, with how many hang on each."""
    lost = {key for key, heir in heir_of.items() if heir is None}
    left = {name: sorted(lost - {*decided.get(name, ())}) for name in inherited()}
    found = {
        name: resting_on_units(name, json.dumps(keys), day) for name, keys in left.items() if keys
    }
    return {name: rows for name, rows in found.items() if rows}


def hanging(on: date) -> dict[str, int]:
    """How many, by relation, still rest on a unit that does not stand on a day: none."""
    found = {}
    for name, rule in moving().items():
        table, column = place_of(name)
        query = (
            f"SELECT coalesce(sum(posts), 0) FROM ({most_held(_ENDED)}) held"
            if isinstance(rule, Account)
            else f'SELECT count(*) FROM "{table}" held WHERE held."{column}" IS NOT NULL '
            f'AND {still(rule, "held")} AND held."{column}" IN ({_ENDED})'
        )
        ((many,),) = fetch(query, day=on.isoformat())
        found[name] = int(many)
    return found


_ENDED = """
    SELECT unit.id FROM registry_unit unit WHERE NOT EXISTS (
      SELECT 1 FROM registry_version version
      WHERE version.unit_id = unit.id AND version.recorded_to IS NULL
        AND (version.valid_to IS NULL OR version.valid_to > %(day)s))"""


def resting_on_units(name: str, keys: str, day: date) -> list[tuple[str, int]]:
    """The units among those of a JSON array of keys on which a relation rests, with how much."""
    given = {"keys": keys, "day": day.isoformat()}
    if isinstance(moving()[name], Account):
        return _held_by(given)
    table, column = place_of(name)
    return fetch(
        f"""
        SELECT unit.key, count(*) FROM ({members("keys")}) wanted
        JOIN registry_unit unit ON unit.key = wanted.value
        JOIN "{table}" held ON held."{column}" = unit.id
        WHERE {still(moving()[name], "held")} GROUP BY unit.key ORDER BY unit.key
        """,
        **given,
    )


def _held_by(given: dict[str, str]) -> list[tuple[str, int]]:
    """The units that hold posts on the day or later, with how many."""
    wanted = f"SELECT id FROM registry_unit WHERE key IN ({members('keys')})"
    rows = fetch(
        f"SELECT unit.key, held.posts FROM ({most_held(wanted)}) held "
        "JOIN registry_unit unit ON unit.id = held.unit ORDER BY unit.key",
        **given,
    )
    return [(key, int(posts)) for key, posts in rows]
