"""A unit and all below it on a day, as the first part of a query (`WITH RECURSIVE …`)."""

from datetime import datetime

from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.queries import is_known


def below(known_at: datetime | None = None) -> str:
    """The table `below` (id, parent) of the unit `%(under)s` and all below it on `%(on)s`."""
    return f"""
        below(id, parent) AS (
          SELECT id, CAST(NULL AS bigint) FROM registry_unit WHERE key = %(under)s
          UNION
          SELECT tie.unit_id, tie.parent_id
          FROM registry_tie tie JOIN below ON tie.parent_id = below.id
          WHERE tie.hierarchy = '{PRINCIPAL}' AND {is_known("tie", known_at)}
            AND {in_force("tie")}
        )"""


def in_force(table: str) -> str:
    """The condition that a dated row holds on `%(on)s`."""
    return (
        f"({table}.valid_from IS NULL OR {table}.valid_from <= %(on)s)"
        f" AND ({table}.valid_to IS NULL OR {table}.valid_to > %(on)s)"
    )
