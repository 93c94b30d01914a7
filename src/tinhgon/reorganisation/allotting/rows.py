"""The rows that hang on a unit by a relation, one by one."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from tinhgon.reorganisation.continuity.table import Account, Custody, inherited, model_of
from tinhgon.work.custody.queries import in_hand

LARGEST = 2**63 - 1


def hanging_on(relation: str, unit: str, day: date) -> QuerySet[Any]:
    """Those that count on a day or later, the first written first; undated ones always.

    Of an account there are none: its balance goes as one.
    """
    rule = inherited()[relation]
    rows: QuerySet[Any] = model_of(relation)._default_manager.filter(
        **{f"{_field(relation)}__key": unit}
    )
    if isinstance(rule, Account):
        return rows.none()
    if isinstance(rule, Custody):
        return in_hand(rows).order_by("pk")
    if rule.dated:
        rows = rows.filter(Q(valid_to=None) | Q(valid_to__gt=day))
    return rows.order_by("pk")


def there(relation: str, unit: str, day: date, ids: Collection[int]) -> set[int]:
    """Which of some rows hang on it."""
    possible = [id for id in ids if 0 < id <= LARGEST]
    return {*hanging_on(relation, unit, day).filter(pk__in=possible).values_list("pk", flat=True)}


def rows_of(relation: str, unit: str, day: date, most: int) -> list[tuple[int, str]]:
    """The first of them, each with its id and what it is."""
    rows = hanging_on(relation, unit, day)
    others = [one.name for one in rows.model._meta.fields if one.is_relation]
    related = [name for name in others if name != _field(relation)]
    return [(row.pk, str(row)) for row in rows.select_related(*related)[:most]]


def _field(relation: str) -> str:
    return relation.rpartition(".")[2]
