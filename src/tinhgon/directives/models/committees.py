"""Steering committees (ban chỉ đạo), where they stand, their members and what those look after."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import KEY, Unit
from tinhgon.staff.models import Officer
from tinhgon.temporal.constraints import NoOverlap
from tinhgon.temporal.models import Valid
from tinhgon.ui import writing


class Committee(Valid):
    """A committee from the day on which it was set up until it is dissolved.

    `instrument` set it up. It is dissolved under an instrument (`ended_under`) or for a `reason`.
    """

    key = models.CharField(max_length=64, unique=True, validators=[RegexValidator(rf"^{KEY}\Z")])
    titles = models.JSONField()
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="committees")
    ended_under = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    invented = models.BooleanField(default=False)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            models.CheckConstraint(
                name="directives_a_committee_begins",
                condition=Q(valid_from__isnull=False),
                violation_error_message=_("Say from which day on there is the committee."),
            ),
            models.CheckConstraint(
                name="directives_a_committee_is_dissolved_on_a_ground",
                condition=Q(valid_to__isnull=True, ended_under__isnull=True, reason="")
                | (Q(valid_to__isnull=False) & (Q(ended_under__isnull=False) | ~Q(reason=""))),
                violation_error_message=_("Name the instrument, or say why it is dissolved."),
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def title(self) -> str:
        """What it is called, in the reader's language."""
        return writing.title(self.titles, self.key)


class Capacity(models.TextChoices):
    """What a unit is to a committee."""

    NAME = "name", _("In whose name it stands")
    OFFICE = "office", _("Standing office")


class CommitteeUnit(Valid):
    """In whose name a committee stands, or which unit is its standing office, in a period.

    `moved_from` is the row that a reorganisation closed when its unit ended; `handing_on` is set
    only within such an act.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="units")
    capacity = models.CharField(max_length=6, choices=Capacity)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="committee_units")
    reason = models.CharField(max_length=500, blank=True)
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )
    handing_on = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="directives_one_unit_a_capacity",
                among=("committee_id", "capacity"),
                open_in="handing_on",
                violation_error_message=_("Another unit is this to the committee on these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id}: {self.unit}"


class Role(models.TextChoices):
    """What somebody is in a committee, the first first."""

    HEAD = "head", _("Head of the committee")
    DEPUTY = "deputy", _("Deputy head of the committee")
    STANDING = "standing", _("Standing member")
    MEMBER = "member", _("Member")
    SECRETARY = "secretary", _("Secretary")


class Member(Valid):
    """Somebody in a committee for a period: an officer, or a name and a position in words.

    `looks_after` is the area that they look after (phụ trách); its units are rows of `MemberUnit`.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    role = models.CharField(max_length=9, choices=Role)
    officer = models.ForeignKey(
        Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    name = models.CharField(max_length=150, blank=True)
    position = models.CharField(max_length=300, blank=True)
    looks_after = models.CharField(max_length=500, blank=True)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            models.CheckConstraint(
                name="directives_a_member_is_an_officer_or_named",
                condition=Q(officer__isnull=False, name="", position="")
                | (Q(officer__isnull=True) & ~Q(name="") & ~Q(position="")),
                violation_error_message=_(
                    "Name an officer by their number, or write a name and a position."
                ),
            ),
            NoOverlap(
                name="directives_one_head_a_day",
                among=("committee_id",),
                open_in=None,
                only=("role", (Role.HEAD.value,)),
                violation_error_message=_("Somebody else heads the committee on these days."),
            ),
            NoOverlap(
                name="directives_a_member_once_a_day",
                among=("committee_id", "officer_id"),
                open_in=None,
                violation_error_message=_("They are a member of this committee on these days."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.officer)


class MemberUnit(Valid):
    """A unit that a member looks after in a period."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="looked_after")
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="directives_looked_after_once_a_day",
                among=("member_id", "unit_id"),
                open_in=None,
                violation_error_message=_("They look after this unit already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.unit}"
