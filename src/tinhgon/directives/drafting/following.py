"""What becomes of a directive: its drafts as they were looked at, or its works as they stand."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.directives.drafting.gate import looked_at
from tinhgon.directives.drafting.json_documents import directive_document
from tinhgon.directives.models import Directive
from tinhgon.work.entitlement import seen
from tinhgon.work.models import Work
from tinhgon.work.standing import Standing


def works_of(directive: Directive, by: Any, *, on: date) -> list[Standing]:
    """The works that a directive gave and that somebody may see, in the order of its text."""
    rows = Work.objects.filter(task__directive=directive).select_related("giver")
    return seen(rows.order_by("task__place", "task__pk"), by, on=on)


def told(directive: Directive, by: Any, at: datetime) -> dict[str, Any]:
    """A directive for programs, with what the reader may see of it."""
    on = localdate(at)
    looked = [] if directive.is_issued else looked_at(directive, at)
    works = works_of(directive, by, on=on) if directive.is_issued else []
    return directive_document(directive, looked, works, on)
