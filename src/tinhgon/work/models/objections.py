"""What units say against works that they have, and what was decided of it."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.work.life import Objecting
from tinhgon.registry.models import Unit
from tinhgon.work.models.works import Work

KINDS = {
    Objecting.NOT_OURS.value: _("It is not for this unit to do"),
    Objecting.NOT_POSSIBLE.value: _("It cannot be done as it was given"),
    Objecting.JUDGEMENT.value: _("That it is late is not justly judged"),
}


class Objection(models.Model):
    """A reasoned objection (ý kiến phản đối), upheld or rejected by whoever directs the work.

    One against how a work is judged is about the day on which it was due then (`due_then`): what
    becomes late by another day is another matter.
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="objections")
    kind = models.CharField(max_length=12, choices=KINDS.items())
    reason = models.CharField(max_length=2000)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    by = models.CharField(max_length=100)
    at = models.DateTimeField()
    due_then = models.DateField(null=True, blank=True)
    upheld = models.BooleanField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=100, blank=True)
    answer = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints: list[Any] = [
            models.CheckConstraint(
                name="work_objection_is_of_a_kind",
                condition=Q(kind=Objecting.JUDGEMENT.value, due_then__isnull=False)
                | Q(
                    kind__in=[Objecting.NOT_OURS.value, Objecting.NOT_POSSIBLE.value],
                    due_then__isnull=True,
                ),
            ),
            models.CheckConstraint(name="work_objection_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="work_objection_decided_wholly",
                condition=Q(upheld__isnull=True, decided_at__isnull=True, decided_by="", answer="")
                | (
                    Q(upheld__isnull=False, decided_at__gte=F("at"))
                    & ~Q(decided_by="")
                    & ~Q(answer="")
                ),
            ),
            models.UniqueConstraint(
                fields=["work"],
                condition=Q(upheld__isnull=True),
                name="work_one_objection_at_a_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["work", "due_then"],
                condition=Q(upheld=True, kind=Objecting.JUDGEMENT.value),
                name="work_excused",
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_id}: {self.kind}"
