"""By when a work is due, extensions of that, and what happened to it. No state is stored."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.work.life import What
from tinhgon.domain.worktime.terms import Measure
from tinhgon.registry.models import Unit
from tinhgon.temporal.constraints import AppendOnly
from tinhgon.work.models.works import Work

CLOSING = (What.CONFIRMED.value, What.WITHDRAWN.value)
"""After these nobody has to do anything any more."""

REPORTED, SUSPENDED = What.REPORTED.value, What.SUSPENDED.value

ANSWERS = (What.SENT_BACK.value, What.CONFIRMED.value, What.RESUMED.value)
"""What answers something that happened before: a report, or a suspension."""


MEASURES = {
    Measure.WORKING_DAYS.value: _("working days"),
    Measure.DAYS.value: _("days"),
    Measure.MONTHS.value: _("months"),
}
"""What the term of a work may be counted in: it is due on a day."""


class Term(models.Model):
    """By when a work is due: a day, or a number of days counted from the day after `since`.

    `length` is that number; of months, the days that they have. `promised` is the day that was
    told when the work was issued: it stays, whatever the calendar and extensions make of it.
    """

    work = models.OneToOneField(
        Work, primary_key=True, on_delete=models.PROTECT, related_name="term"
    )
    day = models.DateField(null=True, blank=True)
    since = models.DateField(null=True, blank=True)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    measure = models.CharField(max_length=12, blank=True, choices=MEASURES.items())
    length = models.PositiveIntegerField(null=True, blank=True)
    promised = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="work_term_is_a_day_or_counted",
                condition=Q(
                    day__isnull=False,
                    since__isnull=True,
                    number__isnull=True,
                    length__isnull=True,
                    measure="",
                    promised=F("day"),
                )
                | Q(
                    day__isnull=True,
                    since__isnull=False,
                    number__gte=1,
                    length__gte=1,
                    measure__in=[*MEASURES],
                ),
            )
        ]

    def __str__(self) -> str:
        return str(self.day or f"{self.number} {self.measure} from {self.since}")


class Extension(models.Model):
    """More time is asked for, and granted or refused before the deadline that held then.

    A day that was named while the clock stood still, when the work was taken up again, has that
    act as its `resumption` and was asked for by nobody.
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="extensions")
    until = models.DateField()
    reason = models.CharField(max_length=500)
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=100)
    due_then = models.DateField()
    resumption = models.OneToOneField(
        "work.Event", null=True, blank=True, on_delete=models.PROTECT, related_name="extension"
    )
    granted = models.BooleanField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=100, blank=True)
    answer = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="work_extension_is_longer",
                condition=Q(until__gt=F("due_then"))
                & (Q(asked_on__lte=F("due_then")) | Q(resumption__isnull=False)),
            ),
            models.CheckConstraint(
                name="work_extension_decided_wholly",
                condition=Q(granted__isnull=True, decided_on__isnull=True, decided_by="")
                | (Q(granted__isnull=False, decided_on__isnull=False) & ~Q(decided_by="")),
            ),
            models.CheckConstraint(
                name="work_extension_granted_before_it_was_due",
                condition=Q(granted__isnull=True)
                | Q(granted=False)
                | Q(resumption__isnull=False)
                | Q(decided_on__lte=F("due_then")),
            ),
            models.UniqueConstraint(
                fields=["work"],
                condition=Q(granted__isnull=True),
                name="work_one_extension_asked_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["work"], condition=Q(granted=True), name="work_extended")]

    def __str__(self) -> str:
        return f"{self.work_id}: {self.until}"


class Event(models.Model):
    """Something that happened to a work, written once.

    `at` is the instant, `on` its day here; evidence of a report has a day of its own. `unit` is
    the one on whose side it was done; of what closes a work, the one that had it. `answers` is the
    report that is sent back or confirmed, or the suspension that ends.
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="events", db_index=False)
    what = models.CharField(max_length=10, choices=[(one.value, one.value) for one in What])
    at = models.DateTimeField()
    on = models.DateField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    by = models.CharField(max_length=100)
    words = models.CharField(max_length=2000, blank=True)
    evidence = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    evidence_on = models.DateField(null=True, blank=True)
    answers = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answer"
    )

    class Meta:
        constraints: list[Any] = [
            models.UniqueConstraint(
                fields=["work"], condition=Q(what=What.ISSUED.value), name="work_is_issued_once"
            ),
            models.UniqueConstraint(
                fields=["work"], condition=Q(what__in=CLOSING), name="work_is_closed_once"
            ),
            models.CheckConstraint(
                name="work_event_answers_what_it_must",
                condition=Q(what__in=ANSWERS, answers__isnull=False)
                | (~Q(what__in=ANSWERS) & Q(answers__isnull=True)),
            ),
            models.CheckConstraint(
                name="work_evidence_is_not_from_later",
                condition=Q(evidence_on__isnull=True) | Q(evidence_on__lte=F("on")),
                violation_error_message=_("Evidence cannot be of a day after the report."),
            ),
            AppendOnly(name="work_event_append_only"),
        ]
        indexes = [
            models.Index(fields=["work", "at"], name="work_happened"),
            models.Index(
                fields=["unit", "work"], condition=Q(what__in=CLOSING), name="work_closed_by_unit"
            ),
            models.Index(
                fields=["work"], condition=Q(what=What.REPORTED.value), name="work_reported"
            ),
            models.Index(
                fields=["work"], condition=Q(what=What.SUSPENDED.value), name="work_suspended"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work_id}: {self.what} on {self.on}"
