"""Works, who has each of them when, who contributes, and who stands in for whom."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import KEY, Unit
from tinhgon.staff.models import Officer
from tinhgon.temporal.constraints import AppendOnly, NoOverlap
from tinhgon.temporal.models import Valid


class Work(models.Model):
    """Something that somebody must do, for as long as it is the same.

    It comes from an `instrument` or is said to come from something else (`origin`). `clarities`
    are the words by item of its `template`. `giver` is the unit for which it is done now; the one
    that issued it stands with that act. What is part of another has that as `parent`.
    """

    key = models.CharField(max_length=64, unique=True, validators=[RegexValidator(rf"^{KEY}\Z")])
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=500)
    product = models.CharField(max_length=500, blank=True)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="works"
    )
    origin = models.CharField(max_length=300, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    template = models.CharField(max_length=40)
    clarities = models.JSONField(default=dict, blank=True)
    giver = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="works_given")
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="work_has_a_title",
                condition=~Q(title=""),
                violation_error_message=_("Say what is to be done."),
            ),
            models.CheckConstraint(
                name="work_comes_from_something",
                condition=Q(instrument__isnull=False) | ~Q(origin=""),
                violation_error_message=_("Say by which instrument it is given, or where from."),
            ),
            models.CheckConstraint(name="work_is_no_part_of_itself", condition=~Q(parent=F("id"))),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.title}"


class Because(models.TextChoices):
    """Why a work came to whoever has it."""

    ISSUED = "issued", _("Issued")
    HANDED_OVER = "handed-over", _("Handed over")
    REORGANISED = "reorganised", _("Taken over in a reorganisation")
    RESTORED = "restored", _("Given back to a restored unit")


class Custody(models.Model):
    """Who has a work from an instant on: one unit, and in it somebody or whoever leads it.

    It lasts until the next row of the work starts, so that there is neither a gap nor an overlap;
    rows are written once. `came_from` is the unit that had it before, which may be the same.
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="custody", db_index=False)
    start = models.DateTimeField()
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="works_held", db_index=False
    )
    officer = models.ForeignKey(
        Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    came_from = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    because = models.CharField(max_length=12, choices=Because)
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=100)

    class Meta:
        constraints: list[Any] = [
            models.UniqueConstraint(fields=["work", "start"], name="work_one_custody_an_instant"),
            models.UniqueConstraint(
                fields=["work"],
                condition=Q(came_from__isnull=True),
                name="work_is_issued_to_one_unit",
            ),
            models.CheckConstraint(
                name="work_comes_from_somebody_but_once",
                condition=Q(because=Because.ISSUED, came_from__isnull=True)
                | (~Q(because=Because.ISSUED) & Q(came_from__isnull=False)),
            ),
            AppendOnly(name="work_custody_append_only"),
        ]
        indexes = [
            models.Index(fields=["unit", "work", "start", "officer"], name="work_came_to_unit"),
            models.Index(fields=["came_from", "work", "start"], name="work_left_unit"),
            models.Index(
                fields=["officer", "work", "start"],
                condition=Q(officer__isnull=False),
                name="work_came_to_officer",
            ),
        ]

    def __str__(self) -> str:
        return str(self.work)


class Contributor(Valid):
    """A unit that contributes to a work (đơn vị phối hợp) without having it."""

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="contributors")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="works_contributed_to")
    reason = models.CharField(max_length=500, blank=True)
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="work_contributes_once_a_day",
                among=("work_id", "unit_id"),
                open_in=None,
                violation_error_message=_("The unit contributes to this work already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work_id}: {self.unit}"


class Delegation(Valid):
    """While somebody is away, a deputy does all that they have to do (ủy quyền khi vắng mặt)."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="delegations")
    deputy = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="deputising")
    reason = models.CharField(max_length=300)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            models.CheckConstraint(
                name="work_nobody_is_their_own_deputy", condition=~Q(officer=F("deputy"))
            ),
            models.CheckConstraint(
                name="work_an_absence_ends",
                condition=Q(valid_from__isnull=False, valid_to__isnull=False),
                violation_error_message=_("Say from when until when somebody is away."),
            ),
            NoOverlap(
                name="work_one_deputy_a_day",
                among=("officer_id",),
                open_in=None,
                violation_error_message=_("Somebody else stands in on some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}: {self.deputy}"
