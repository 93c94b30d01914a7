"""What dated rows share: the period in which they hold and the stretch in which they were known.

Two axes, named once. *In force on* a day: `valid_from`, `valid_to`, half-open. *Known at* an
instant: `recorded_from`, `recorded_to`. A row is never overwritten; it is closed in the record and
another is written.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from tinhgon.domain.periods import Period


def in_force(on: date, prefix: str = "") -> Q:
    """Rows that hold on a day; `prefix` leads to them over a relation."""
    began = Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": on})
    goes_on = Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gt": on})
    return began & goes_on


def known(at: datetime | None, prefix: str = "") -> Q:
    """Rows that were known at an instant; None means now."""
    if at is None:
        return Q(**{f"{prefix}recorded_to": None})
    not_closed = Q(**{f"{prefix}recorded_to": None}) | Q(**{f"{prefix}recorded_to__gt": at})
    return Q(**{f"{prefix}recorded_from__lte": at}) & not_closed


class ValidQuerySet(models.QuerySet):
    """Rows with a period."""

    def on(self, day: date) -> Any:
        """Those that hold on a day."""
        return self.filter(in_force(day))

    def in_order(self) -> Any:
        """Earliest first; one without a start before all others, on both engines."""
        return self.order_by(F("valid_from").asc(nulls_first=True))


class RecordedQuerySet(ValidQuerySet):
    """Rows with both axes."""

    def known_at(self, instant: datetime | None = None) -> Any:
        """Those known at an instant; without one, those known now."""
        return self.filter(known(instant))


class Valid(models.Model):
    """A row that holds from `valid_from` up to, not including, `valid_to`."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    objects = ValidQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_period",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lt=F("valid_to")),
            ),
        ]

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.valid_from, self.valid_to)

    def clean(self) -> None:
        """Refuse an empty period in a sentence, before the database does."""
        if self.valid_from and self.valid_to and self.valid_from >= self.valid_to:
            raise ValidationError({"valid_to": _("A period ends after it starts.")})


class Recorded(models.Model):
    """A row known from `recorded_from` up to, not including, `recorded_to`."""

    recorded_from = models.DateTimeField()
    recorded_to = models.DateTimeField(null=True, blank=True)

    objects = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True
