"""What went to heirs goes back to the units that are formed anew, by a plan that compensates.

Whoever held something of a unit that ended, and still holds the like where it went, holds it of the
restored unit. Posts go back as far as the heirs still hold them. What came to the heirs since is
moved as everything else is.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tinhgon.reorganisation.continuity.moving import end, let_count, written_on
from tinhgon.reorganisation.continuity.table import (
    TABLE,
    Account,
    Custody,
    Responsibility,
    goes_on,
    place_of,
    responsibilities,
)
from tinhgon.staff.ledger import handing_on
from tinhgon.staff.ledger.handing_on import Ground
from tinhgon.temporal.bulk import fetch, run, staged
from tinhgon.work.custody import handing_on as works

Went = Iterable[tuple[str, str]]
"""Each unit that ended with one to whom something of it went."""

KEPT = "posts-kept"
"""Under this name it is counted how many posts the heirs no longer held and did not give back."""


def hand_back(
    anew: Mapping[str, str], went: Went, ended_on: date, day: date, ground: Ground
) -> dict[str, int]:
    """Give back what ended with the units of `anew` on `ended_on`; how many, by relation.

    Posts that could not be given back are counted as `KEPT`. `anew` gives the key of each unit
    formed anew by that of the one that ended, `went` pairs those that ended with all to whom
    something of them went.
    """
    with (
        staged("anew", _PAIR, _ids(anew.items()), index="old"),
        staged("went", _PAIR, _ids(went)),
    ):
        found = {
            name: _returned(name, rule, ended_on, day)
            for name, rule in responsibilities().items()
            if rule.origin and rule.alike
        }
        back, kept = handing_on.hand_back(day, ground)
        found |= {name: back for name, rule in TABLE.items() if isinstance(rule, Account)}
        given = works.hand_back(day, ground)
        found |= {name: given for name, rule in TABLE.items() if isinstance(rule, Custody)}
        found[KEPT] = kept
    return {name: count for name, count in found.items() if count}


_PAIR = {"old": "bigint", "new": "bigint"}


def _ids(keys: Iterable[tuple[str, str]]) -> list[tuple[Any, ...]]:
    with staged("keys", {"old": "text", "new": "text"}, keys):
        return fetch(
            "SELECT old.id, new.id FROM keys JOIN registry_unit old ON old.key = keys.old "
            "JOIN registry_unit new ON new.key = keys.new"
        )


def _returned(name: str, rule: Responsibility, ended_on: date, day: date) -> int:
    table, column = place_of(name)
    given = {"ended": ended_on.isoformat(), "day": day.isoformat()}
    found = fetch(_found(table, column, rule), **given)
    with staged("returned", {"id": "bigint", "new_unit": "bigint", "came": "bigint"}, found):
        source = f"""(
            SELECT held.*, returned.new_unit, CASE WHEN held.valid_from > %(day)s
              THEN held.valid_from ELSE %(day)s END AS start
            FROM returned JOIN "{table}" held ON held.id = returned.id) held"""
        moved = run(written_on(name, rule, source, "start", "valid_to"), day=given["day"])
        end(table, "id IN (SELECT id FROM returned WHERE came = 1)", day)
        let_count(table, rule)
    return moved


def _found(table: str, column: str, rule: Responsibility) -> str:
    """The rows that stand for what ended, one for each restored unit and what is alike.

    The last column is 1 where the row itself came by the package, 0 where the heir had its own.
    """
    alike = " AND ".join(f'held."{like}" = was."{like}"' for like in rule.alike)
    same = ", ".join(f'was."{like}"' for like in rule.alike)
    return f"""
        SELECT id, new_unit, came FROM (
          SELECT held.id, anew.new AS new_unit,
                 CASE WHEN origin.id IS NULL THEN 0 ELSE 1 END AS came,
                 row_number() OVER (PARTITION BY anew.new, {same} ORDER BY
                   CASE WHEN held."{rule.origin}" = was.id THEN 0 ELSE 1 END, held.id) AS place
          FROM anew JOIN "{table}" was ON was."{column}" = anew.old AND was.valid_to = %(ended)s
          JOIN went ON went.old = anew.old
          JOIN "{table}" held ON held."{column}" = went.new AND {alike} AND {goes_on("held")}
          LEFT JOIN "{table}" origin ON origin.id = held."{rule.origin}"
            AND origin."{column}" IN (SELECT old FROM anew)
        ) found WHERE place = 1"""
