"""The ledger of posts (sổ biên chế): each row takes posts from one account into another.

An account is a unit and one of its purses. A row without a source was granted by the authority
above, one without a target lapsed. Since each row holds both sides, the books cannot but balance.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.temporal.constraints import AppendOnly


class Purse(models.TextChoices):
    """Of a unit's posts those that may be filled, and those that may not."""

    OPEN = "open", _("May be filled")
    FROZEN = "frozen", _("May not be filled")


class Act(models.TextChoices):
    """What a movement was."""

    ALLOCATE = "allocate", _("Allocated")
    RETURN = "return", _("Returned")
    LAPSE = "lapse", _("Lapsed")
    TRANSFER = "transfer", _("Transferred")
    FREEZE = "freeze", _("Frozen")
    THAW = "thaw", _("Released")
    REVERSAL = "reversal", _("Reversed")
    SUCCESSION = "succession", _("Taken over in a reorganisation")


def _side(name: str) -> Q:
    """Unit and purse of a side are given together or not at all."""
    nothing = Q(**{f"{name}_unit": None, f"{name}_purse": None})
    return nothing | Q(**{f"{name}_unit__isnull": False, f"{name}_purse__isnull": False})


WITHIN = Q(source_unit__isnull=False, target_unit__isnull=False, source_unit=F("target_unit"))
SHAPES = (
    Q(act=Act.REVERSAL)
    | Q(act=Act.ALLOCATE, target_unit__isnull=False) & ~WITHIN
    | Q(act__in=[Act.RETURN, Act.TRANSFER], source_unit__isnull=False, target_unit__isnull=False)
    & ~WITHIN
    | Q(act=Act.LAPSE, source_unit__isnull=False, target_unit=None)
    | Q(act=Act.FREEZE, source_purse=Purse.OPEN, target_purse=Purse.FROZEN) & WITHIN
    | Q(act=Act.THAW, source_purse=Purse.FROZEN, target_purse=Purse.OPEN) & WITHIN
    | Q(
        act=Act.SUCCESSION,
        source_unit__isnull=False,
        target_unit__isnull=False,
        source_purse=F("target_purse"),
    )
    & ~WITHIN
)
"""Which sides an act has."""


class Movement(models.Model):
    """So many posts of a kind go from an account to another on a legal day; never undone by hand.

    `year` is the budget year for which they were given. A reversal names in `reverses` the movement
    of which it swaps the sides. A succession goes between a unit that ended and its heir: from the
    heir where the unit had posts to give on a day after its end.
    """

    act = models.CharField(max_length=10, choices=Act)
    posts = models.PositiveIntegerField()
    staff_kind = models.CharField(max_length=40)
    day = models.DateField()
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    source_unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="posts_out", db_index=False
    )
    source_purse = models.CharField(max_length=6, choices=Purse, null=True)
    target_unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="posts_in", db_index=False
    )
    target_purse = models.CharField(max_length=6, choices=Purse, null=True)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="movements"
    )
    reason = models.CharField(max_length=500, blank=True)
    reverses = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="reversal"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=100)

    class Meta:
        constraints: list[Any] = [
            models.CheckConstraint(name="staff_some_posts", condition=Q(posts__gt=0)),
            models.CheckConstraint(name="staff_source_whole", condition=_side("source")),
            models.CheckConstraint(name="staff_target_whole", condition=_side("target")),
            models.CheckConstraint(
                name="staff_a_side", condition=~Q(source_unit=None, target_unit=None)
            ),
            models.CheckConstraint(
                name="staff_two_accounts",
                condition=Q(source_unit=None)
                | Q(target_unit=None)
                | ~Q(source_unit=F("target_unit"), source_purse=F("target_purse")),
            ),
            models.CheckConstraint(name="staff_shape_of_act", condition=SHAPES),
            models.CheckConstraint(
                name="staff_reversal_of_something",
                condition=Q(act=Act.REVERSAL, reverses__isnull=False)
                | ~Q(act=Act.REVERSAL) & Q(reverses=None),
            ),
            models.CheckConstraint(
                name="staff_on_some_ground",
                condition=Q(instrument__isnull=False) | ~Q(reason=""),
            ),
            AppendOnly(name="staff_ledger_append_only"),
        ]
        indexes = [
            models.Index(fields=["source_unit", "staff_kind", "day"], name="staff_posts_out"),
            models.Index(fields=["target_unit", "staff_kind", "day"], name="staff_posts_in"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.posts} {self.staff_kind} {self.day}"


class Handover(models.Model):
    """From a day on, what a unit that ended has in the books is its heir's (tiếp nhận biên chế).

    Written when a reorganisation takes effect, whether the unit had any posts or none: acts of days
    before are carried on by it. Where a plan that compensates gave back to a restored unit, the
    `heir`, `unit` is whoever had taken over and may stand on: only what had come from `came_from`
    is the restored unit's.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    heir = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    came_from = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    day = models.DateField()

    class Meta:
        constraints: list[Any] = [
            models.UniqueConstraint(
                fields=["unit", "day"], condition=Q(came_from=None), name="staff_one_heir_a_day"
            ),
            models.UniqueConstraint(
                fields=["unit", "came_from", "day"], name="staff_one_restored_a_day"
            ),
            models.CheckConstraint(name="staff_heir_is_another", condition=~Q(unit=F("heir"))),
            AppendOnly(name="staff_handover_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} to {self.heir} {self.day}"
