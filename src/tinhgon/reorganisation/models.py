"""Plans and what happened to them. A state is never stored: it follows from these rows."""

from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument

CODE = RegexValidator(r"^[a-z0-9][a-z0-9-]{0,59}\Z", _("Small letters, digits and hyphens only."))


class State(StrEnum):
    """Where a package stands on its way."""

    DRAFT = "draft"
    ENACTED = "enacted"
    IN_EFFECT = "in-effect"
    WITHDRAWN = "withdrawn"


class Package(models.Model):
    """Plans of one day (gói phương án): composed, enacted and put into effect as one."""

    code = models.CharField(max_length=60, unique=True, validators=[CODE])
    titles = models.JSONField(default=dict)
    day = models.DateField()

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("reorganisation:package", args=[self.code])

    @property
    def title(self) -> str:
        """Its title in the reader's language."""
        return self.titles.get(get_language() or "") or next(iter(self.titles.values()), self.code)

    @property
    def state(self) -> State:
        """Derived from the rows that say what was done."""
        if hasattr(self, "withdrawal"):
            return State.WITHDRAWN
        if hasattr(self, "effect"):
            return State.IN_EFFECT
        return State.ENACTED if hasattr(self, "enactment") else State.DRAFT


class Plan(models.Model):
    """What one instrument does (phương án): operations that happen at once."""

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="plans")
    code = models.CharField(max_length=60, validators=[CODE])
    titles = models.JSONField(default=dict)
    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "code"], name="reorganisation_one_plan_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    title = Package.title


class Operation(models.Model):
    """One operation of a plan, as the JSON of docs/reference/structure-json.md."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="operations")
    place = models.PositiveIntegerField()
    document = models.JSONField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "place"], name="reorganisation_one_operation_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} #{self.place}"


class Done(models.Model):
    """Something done to a package: by whom, at which instant, on which legal day."""

    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    by_name = models.CharField(max_length=150)
    on: Any = models.DateField()

    class Meta:
        abstract = True


class Enactment(Done):
    """The package was enacted: its future structure stands in the register from its day on."""

    package = models.OneToOneField(Package, on_delete=models.PROTECT)
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.package} enacted {self.on}"


class Effect(Done):
    """The package took effect: what hung on the units that ended has moved."""

    package = models.OneToOneField(Package, on_delete=models.PROTECT)
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.package} in effect {self.on}"


class Withdrawal(Done):
    """The package was withdrawn before it took effect."""

    package = models.OneToOneField(Package, on_delete=models.PROTECT)
    reason = models.CharField(max_length=500)

    def __str__(self) -> str:
        return f"{self.package} withdrawn {self.on}"
