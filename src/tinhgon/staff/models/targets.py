"""Targets of reduction (chỉ tiêu tinh giản biên chế): by how much the posts of a base must fall."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.temporal.models import Valid
from tinhgon.ui import writing


class Target(Valid):
    """The posts that `counts` names fall by `percent` of the base until the day it is due.

    It is set for a unit with all below it, or for a bloc. `base` is stated by the instrument; where
    it is not, the ledger says what was held on the base day. `counts` is a base of the jurisdiction
    file. `moved_from` is the target that a reorganisation closed when its unit ended.
    """

    key = models.SlugField(max_length=64)
    titles = models.JSONField()
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="targets"
    )
    bloc = models.CharField(max_length=40, blank=True)
    counts = models.CharField(max_length=40)
    base = models.PositiveIntegerField(null=True, blank=True)
    base_day = models.DateField()
    percent = models.PositiveSmallIntegerField(validators=[MaxValueValidator(100)])
    due_day = models.DateField()
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="targets"
    )
    reason = models.CharField(max_length=500, blank=True)
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            models.CheckConstraint(
                name="staff_target_of_one",
                condition=Q(unit=None) & ~Q(bloc="") | Q(unit__isnull=False, bloc=""),
            ),
            models.CheckConstraint(name="staff_target_share", condition=Q(percent__lte=100)),
        ]
        indexes = [models.Index(fields=["key"], name="staff_target_by_key")]

    def __str__(self) -> str:
        return self.key

    @property
    def title(self) -> str:
        """What the target is called, in the reader's language."""
        return writing.title(self.titles, self.key)
