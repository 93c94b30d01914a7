"""The register: units, and the dated facts that are known of them.

A `Unit` is only an identity. What it is called, its code, its place under others and what became of
it are rows with two axes (see `temporal.models`): in force on a day, known at an instant.
"""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.hours import Unreadable, read_hours
from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.temporal.constraints import NoOverlap
from tinhgon.temporal.models import Recorded, RecordedQuerySet, Valid

OFFICIAL = "official"
"""The scheme of codes that the jurisdiction's own statistics or law gives."""

MADE_UP = "invented"
"""What versions rest on that were made up for showing, as the jurisdiction file calls it."""

KEY = r"\w[\w@.:~+-]{0,63}"
"""The shape of a permanent key: it stands in addresses of pages, so no / ? # % or space."""


def readable_hours(written: str) -> None:
    """Refuse opening hours that cannot be read, with the part that is wrong."""
    try:
        read_hours(written)
    except Unreadable as wrong:
        message = _(
            "“%(part)s” cannot be read: write Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30."
        )
        raise ValidationError(message, params={"part": wrong.part}) from None


class Register(models.Model):
    """The one register that this installation keeps: its jurisdiction and the place it serves.

    `revision` grows with every act that changes the register; what is kept in memory or in a
    browser is good for one revision.
    """

    file = models.TextField()
    place = models.ForeignKey("Unit", null=True, blank=True, on_delete=models.PROTECT)
    revision = models.PositiveBigIntegerField(default=0)
    coverage = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(name="registry_one_register", condition=Q(id=1)),
        ]

    def __str__(self) -> str:
        return str(self.jurisdiction["jurisdiction"])

    @cached_property
    def jurisdiction(self) -> dict[str, Any]:
        """The jurisdiction file; kept as text, since the order of its members has meaning."""
        return dict(json.loads(self.file))


class Unit(models.Model):
    """A unit for as long as it is the same one. `key` is permanent and never used again."""

    id = models.BigIntegerField(primary_key=True)
    key = models.CharField(max_length=64, unique=True, validators=[RegexValidator(rf"^{KEY}\Z")])

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        return reverse("registry:unit", args=[self.key])


class Fact(Valid, Recorded):
    """A dated fact of a unit, with the instrument it rests on and the reason of a correction."""

    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.PROTECT)
    reason = models.CharField(max_length=500, blank=True)

    objects = RecordedQuerySet.as_manager()

    class Meta(Valid.Meta):
        abstract = True
        constraints: list[Any] = [*Valid.Meta.constraints]


class Version(Fact):
    """How a unit was called and what it was."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="versions")
    level = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    area_km2 = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    ended_under = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(Fact.Meta):
        abstract = False
        constraints = [
            *Fact.Meta.constraints,
            NoOverlap(
                name="registry_one_version_a_day",
                among=("unit_id",),
                violation_error_message=_("The unit already has a name and kind in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


class Code(Fact):
    """A code that a unit bears in a scheme. Others bear it before and after."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="codes")
    scheme = models.CharField(max_length=40, default=OFFICIAL)
    code = models.CharField(max_length=60)

    class Meta(Fact.Meta):
        abstract = False
        constraints = [
            *Fact.Meta.constraints,
            NoOverlap(
                name="registry_one_code_a_day",
                among=("unit_id", "scheme"),
                violation_error_message=_("The unit already has a code in this period."),
            ),
            NoOverlap(
                name="registry_one_bearer_a_day",
                among=("scheme", "code"),
                violation_error_message=_("Another unit bears this code in this period."),
            ),
        ]
        indexes = [models.Index(fields=["scheme", "code"], name="registry_code_bearers")]

    def __str__(self) -> str:
        return self.code


class Tie(Fact):
    """A unit's place under another, in one hierarchy."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="ties")
    hierarchy = models.CharField(max_length=40, default=PRINCIPAL)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="ties_below")

    class Meta(Fact.Meta):
        abstract = False
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="registry_not_under_itself", condition=~Q(unit=models.F("parent"))
            ),
            NoOverlap(
                name="registry_one_parent_a_day",
                among=("unit_id", "hierarchy"),
                violation_error_message=_("The unit already stands under another in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} under {self.parent}"


class Succession(Recorded):
    """What one unit handed on to another on a day: the record behind "where do I go now?".

    `carries` lists land, people, functions; NULL where the sources do not say. `main` marks the
    successor that takes what no other rule places.
    """

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="origins")
    day = models.DateField()
    extent = models.CharField(max_length=5, choices=[(e.value, e.value) for e in Extent])
    carries = models.CharField(max_length=30, null=True)
    main = models.BooleanField(default=False)
    verb = models.CharField(max_length=20)
    evidence = models.CharField(max_length=40, blank=True)
    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.PROTECT)
    clause = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="registry_no_succession_to_itself",
                condition=~Q(predecessor=models.F("successor")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Contact(Valid):
    """How a unit is reached in a period; `hours` as in `domain.hours`."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="contacts")
    address = models.CharField(max_length=300, blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    hours = models.CharField(max_length=300, blank=True, validators=[readable_hours])
    source = models.CharField(max_length=200, blank=True)

    class Meta(Valid.Meta):
        abstract = False
        constraints = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="registry_one_contact_a_day",
                among=("unit_id",),
                open_in=None,
                violation_error_message=_("The unit already has a contact in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.address}"


class Mandate(Valid):
    """What a body is charged with over a period (nhiệm vụ): a function over an area.

    It leads or takes part. `function` is a key of the jurisdiction's catalogue. `leads` repeats it
    for leads alone, since nobody else may lead then. `moved_from` is the mandate that a
    reorganisation ended where this one began; `handing_on` is set only within such an act.
    """

    LEAD, PART = "lead", "takes-part"
    ROLES = ((LEAD, _("leads")), (PART, _("takes part")))

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="mandates")
    function = models.CharField(max_length=60)
    area = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="mandates_over")
    role = models.CharField(max_length=10, choices=ROLES, default=LEAD)
    leads = models.CharField(max_length=60, null=True, editable=False)
    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.PROTECT)
    ended_under = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    source = models.CharField(max_length=200, blank=True)
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )
    handing_on = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta(Valid.Meta):
        abstract = False
        constraints = [
            *Valid.Meta.constraints,
            models.CheckConstraint(
                name="registry_mandate_leads_its_function",
                condition=Q(role="lead", leads=models.F("function"))
                | Q(role="takes-part", leads=None),
            ),
            NoOverlap(
                name="registry_one_lead_a_day",
                among=("leads", "area_id"),
                open_in="handing_on",
                violation_error_message=_("Another body leads this function in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.role} {self.function}"


class Boundary(models.Model):
    """How the ground of a unit runs (địa giới) from a day on, until a later row says otherwise.

    `rings` are closed lines of [latitude, longitude], simplified to be drawn; what lies inside an
    odd number of them is of the unit.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="boundaries")
    since = models.DateField()
    rings = models.JSONField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "since"], name="registry_one_boundary_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} since {self.since}"
