"""Plans of a year (chương trình công tác năm): what is planned, and what became of each item."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models.committees import Committee, Member
from tinhgon.directives.models.sessions import Session
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.temporal.constraints import AppendOnly, NoOverlap
from tinhgon.temporal.models import Valid

WHEN = Q(month__isnull=False, day__isnull=True, month__gte=1, month__lte=12) | Q(
    month__isnull=True, day__isnull=False
)
"""An item is due in a month or on a day."""


class YearPlan(models.Model):
    """What a committee plans for a year: a draft until somebody adopts it."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    drafted_on = models.DateField()
    drafted_by = models.CharField(max_length=100)
    adopted_on = models.DateField(null=True, blank=True)
    adopted_by = models.CharField(max_length=100, blank=True)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "year"], name="directives_one_plan_a_year"
            ),
            models.CheckConstraint(
                name="directives_a_plan_is_of_a_year",
                condition=Q(year__gte=1900, year__lte=8999),
            ),
            models.CheckConstraint(
                name="directives_a_plan_is_adopted_wholly",
                condition=Q(adopted_on__isnull=True, adopted_by="", instrument__isnull=True)
                | (Q(adopted_on__isnull=False) & ~Q(adopted_by="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id}: {self.year}"


class PlanItem(models.Model):
    """Something planned, as it was written: a month or a day, what, who answers, what comes of it.

    `carried_from` is the item of the year before from which it was drafted.
    """

    plan = models.ForeignKey(YearPlan, on_delete=models.PROTECT, related_name="items")
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    what = models.CharField(max_length=500)
    product = models.CharField(max_length=300, blank=True)
    member = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    recurring = models.BooleanField(default=False)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    added_on = models.DateField()
    added_by = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="directives_an_item_is_due_in_a_month_or_on_a_day",
                condition=WHEN,
                violation_error_message=_("Name a month or a day, not both."),
            ),
            models.CheckConstraint(
                name="directives_an_item_says_what",
                condition=~Q(what=""),
                violation_error_message=_("Say what is planned."),
            ),
            models.UniqueConstraint(
                fields=["plan", "carried_from"],
                name="directives_an_item_is_carried_over_once",
                violation_error_message=_("This item was carried over already."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class ItemUnit(Valid):
    """Which unit prepares an item in a period; the first row has no start, and none has a gap.

    It ends the day after the item is done or dropped. `moved_from` and `handing_on` are those of a
    reorganisation.
    """

    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="items_prepared")
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )
    handing_on = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="directives_one_unit_prepares_an_item",
                among=("item_id",),
                open_in="handing_on",
                violation_error_message=_("Another unit prepares this item on these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.unit}"


class What(models.TextChoices):
    """What may become of an item of a plan."""

    MOVED = "moved", _("moved")
    ENTRUSTED = "entrusted", _("entrusted to another member")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


CLOSING = (What.DONE.value, What.DROPPED.value)
"""After these an item stands for nothing more to do."""


class PlanEvent(models.Model):
    """What became of an item, written once: what was planned stays readable.

    `month` or `day` is where it was moved to, `member` to whom it was entrusted, `session` is the
    one that dealt with it.
    """

    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=9, choices=What)
    on = models.DateField()
    by = models.CharField(max_length=100)
    words = models.CharField(max_length=1000)
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    member = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="entrusted"
    )
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="dealt_with"
    )

    class Meta:
        constraints: list[Any] = [
            models.CheckConstraint(
                name="directives_only_what_is_moved_has_another_day",
                condition=(Q(what=What.MOVED.value) & WHEN)
                | (~Q(what=What.MOVED.value) & Q(month__isnull=True, day__isnull=True)),
                violation_error_message=_("Name a month or a day, not both."),
            ),
            models.CheckConstraint(
                name="directives_only_what_is_entrusted_has_a_member",
                condition=Q(what=What.ENTRUSTED.value, member__isnull=False)
                | (~Q(what=What.ENTRUSTED.value) & Q(member__isnull=True)),
            ),
            models.CheckConstraint(
                name="directives_an_event_says_why",
                condition=~Q(words="") | Q(session__isnull=False),
                violation_error_message=_("Give the reason: it stays with the plan."),
            ),
            models.CheckConstraint(
                name="directives_a_session_does_an_item",
                condition=Q(session__isnull=True) | Q(what=What.DONE.value),
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(what__in=CLOSING), name="directives_item_closed_once"
            ),
            AppendOnly(name="directives_plan_event_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.what}"
