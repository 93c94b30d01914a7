"""What is given already to somebody else (giao trùng): works that ask for the same as a draft."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from tinhgon.directives.models import Task
from tinhgon.domain.work.likeness import alike
from tinhgon.registry.models import Unit
from tinhgon.work.entitlement import seen
from tinhgon.work.models import Event, Work
from tinhgon.work.models.happening import CLOSING
from tinhgon.work.standing import Standing

NEWEST = 5_000
"""So many open works of the unit that gives are looked through, the newest first."""
MOST_ALIKE = 20


def given_already(
    tasks: Collection[Task], giver: Unit, by: Any, *, on: date
) -> Mapping[int, list[Standing]]:
    """By task, the open works of the same giver that ask for the same and that another unit has."""
    titles = _open_works(giver)
    said = {title: alike(title, titles)[:MOST_ALIKE] for title in {task.title for task in tasks}}
    found = {task.pk: said[task.title] for task in tasks if task.pk}
    wanted = {key for keys in found.values() for key in keys}
    rows = Work.objects.filter(key__in=wanted).select_related("giver") if wanted else []
    standing = {one.work.key: one for one in seen(rows, by, on=on)} if wanted else {}
    return {
        task.pk: [
            standing[key]
            for key in found.get(task.pk, ())
            if key in standing and standing[key].held.unit.key not in task.leads
        ]
        for task in tasks
    }


def _open_works(giver: Unit) -> list[tuple[str, str]]:
    closed = Event.objects.filter(work=OuterRef("pk"), what__in=CLOSING)
    rows = Work.objects.filter(~Exists(closed), giver=giver).order_by("-pk")
    return [*rows.values_list("key", "title")[:NEWEST]]
