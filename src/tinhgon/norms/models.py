"""What was found when, what is let be and until when, and what rules ask of units."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.temporal.constraints import NoOverlap
from tinhgon.temporal.models import Valid, ValidQuerySet

SEVERITIES = (
    ("block", _("Blocks")),
    ("over", _("Over the limit")),
    ("warn", _("To be put right")),
    ("unjudged", _("Could not be judged")),
)


class Run(models.Model):
    """The rules over the whole register as it stood on a day: how much of what was found.

    Two runs over the same world have the same `digest`.
    """

    day = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    counts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"run of {self.day}"


class Finding(models.Model):
    """Something that a rule found and, unless it is closed, still finds.

    `identifier` is the same for the same thing on every run. `unit` is the first of `units`, the
    keys it speaks of; `answers` must put it right. `facts` is the verdict as programs get it.
    """

    identifier = models.CharField(max_length=20, unique=True)
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=8, choices=SEVERITIES)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="findings")
    answers = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="findings_to_answer"
    )
    bloc = models.CharField(max_length=40, blank=True)
    found = models.IntegerField(null=True)
    limit = models.IntegerField(null=True)
    until = models.DateField(null=True)
    mark = models.CharField(max_length=2)
    facts = models.JSONField(default=dict)
    first_seen = models.DateField()
    last_seen = models.DateField()
    closed = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["closed", "rule"], name="norms_open_by_rule")]

    def __str__(self) -> str:
        return f"{self.rule} {self.identifier}"


class Waivers(ValidQuerySet):
    """Waivers by day."""

    def on(self, day: Any) -> Any:
        """Those that hold on a day: not before, not after, not revoked."""
        return super().on(day).filter(Q(revoked=None) | Q(revoked__gt=day))


class Waiver(Valid):
    """What a rule finds of a unit is let be (cho phép ngoại lệ), by an authority, to a last day.

    It never hides what is found. `revoked` is the first day on which it no longer holds.
    """

    rule = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="waivers")
    authority = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="waivers_given")
    number = models.CharField(max_length=60)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="waivers"
    )
    reason = models.CharField(max_length=500)
    revoked = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=100)

    objects = Waivers.as_manager()

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            models.CheckConstraint(
                name="norms_waiver_ends",
                condition=Q(valid_from__isnull=False, valid_to__isnull=False),
                violation_error_message=_("A waiver begins and ends on a day."),
            ),
            models.CheckConstraint(
                name="norms_waiver_by_another",
                condition=~Q(unit=F("authority")),
                violation_error_message=_("No unit waives for itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} of {self.unit}"


class Regulations(Valid):
    """Working regulations of a body (quy chế làm việc) as they are in force over a period."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="regulations")
    number = models.CharField(max_length=60)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="regulations"
    )
    text = models.TextField(blank=True)
    recorded_by = models.CharField(max_length=100)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="norms_one_regulations_a_day",
                among=("unit_id",),
                open_in=None,
                violation_error_message=_("Other regulations are in force in this period."),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Classification(Valid):
    """What the law asks about a unit and a register of names does not say (xếp loại, phân loại).

    `aspect` is an input of the law: the class of a province, the group of financial autonomy.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="classifications")
    aspect = models.CharField(max_length=40)
    value = models.CharField(max_length=40)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    recorded_by = models.CharField(max_length=100)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="norms_one_class_a_day",
                among=("unit_id", "aspect"),
                open_in=None,
                violation_error_message=_("Another value is recorded in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.aspect}: {self.value}"
