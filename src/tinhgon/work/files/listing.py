"""The files of a work as its page shows them: who put each there, what the reader may withdraw."""

from collections.abc import Collection
from typing import Any

from django.utils.timezone import localdate

from tinhgon.staff.models import Officer
from tinhgon.staff.staffing import Names
from tinhgon.work.people import called
from tinhgon.work.standing import Standing

OF_USER = "user:"


def file_lines(standing: Standing, by: Any, names: Names) -> list[dict[str, Any]]:
    """The files, the last first; four queries at most, however many there are."""
    people = _people({one.put_by for one in standing.files})
    own = getattr(by, "audit_name", None)
    return [
        {
            "of": one,
            "unit": names.unit(one.unit.key),
            "person": people.get(one.put_by, ""),
            "withdrawn": getattr(one, "withdrawal", None),
            "own": one.put_by == own,
        }
        for one in reversed(standing.files)
    ]


def _people(put_by: Collection[str]) -> dict[str, str]:
    """What those are called who put files there and have a post, by their name in the record."""
    numbers = [one.removeprefix(OF_USER) for one in put_by if one.startswith(OF_USER)]
    if not numbers:
        return {}
    officers = dict(Officer.objects.filter(user__in=numbers).values_list("pk", "user"))
    names = called([*officers], localdate())
    return {f"{OF_USER}{user}": names[pk] for pk, user in officers.items() if pk in names}
