"""The working calendar as queries use it, and days that were announced late."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class WorkDay(models.Model):
    """A day of the calendar, so that a due day is a sum and not a walk.

    `number` counts all days, `position` the working days up to and including this one; `ends` is
    the day on which a term in days or months ends that is full on it.
    """

    day = models.DateField(primary_key=True)
    number = models.PositiveIntegerField(unique=True)
    works = models.BooleanField()
    position = models.PositiveIntegerField()
    ends = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position"], condition=Q(works=True), name="work_one_working_day_a_position"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} ({'working' if self.works else 'off'})"


class Notice(models.Model):
    """A day said to be off or worked by a notice that the calendar file does not have yet."""

    day = models.DateField()
    works = models.BooleanField()
    number = models.CharField(max_length=60)
    known = models.DateField()
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "number"],
                name="work_a_notice_names_a_day_once",
                violation_error_message=_("This notice has named that day before."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.day}"
