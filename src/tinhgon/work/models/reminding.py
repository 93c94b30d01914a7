"""Of what somebody is reminded and how, up to where they have read; letters; addresses of feeds.

What there is to be told is derived from what happened; only what was chosen, read and sent is kept.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.accounts.models import User


class Occasion(models.TextChoices):
    """On what occasion somebody is reminded."""

    CAME = "came", _("A work came to me or to my unit")
    DUE = "due", _("A work is due soon")
    LATE = "late", _("A work has become late")
    REPORT = "report", _("A report waits for my confirmation")
    EXTENSION = "extension", _("More time was asked for and waits for my decision")
    ANSWERED = "answered", _("A report was sent back, or a work was commented on")


class Channel(models.TextChoices):
    """How somebody is reminded; whatever is sent stands in the program too."""

    NONE = "none", _("Not at all")
    PROGRAM = "program", _("In the program")
    AT_ONCE = "at-once", _("By e-mail at once")
    DAILY = "daily", _("In one e-mail a day")


MOST_DAYS, FURTHEST = 5, 60


def check_days(days: Any) -> None:
    """Refuse what is not a few numbers of working days. Raises `ValidationError`."""
    known = isinstance(days, list) and all(type(one) is int for one in days)
    if not known or len(days) > MOST_DAYS or not all(0 <= one <= FURTHEST for one in days):
        words = _("Give at most %(most)s whole numbers from 0 to %(furthest)s, such as 3, 1.")
        raise ValidationError(words, params={"most": MOST_DAYS, "furthest": FURTHEST})


def three_and_one() -> list[int]:
    """On which working days before it is due one is reminded unless one says otherwise."""
    return [3, 1]


def _how(default: Channel) -> Any:
    return models.CharField(max_length=8, choices=Channel, default=default)


class Reminders(models.Model):
    """Of what somebody wants to be reminded, and how; whoever chose nothing has no row.

    `days` are working days before a work is due. `own` is what they have to do themselves,
    `of_unit` what the units have for which they answer.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE
    )
    came = _how(Channel.DAILY)
    due = _how(Channel.DAILY)
    late = _how(Channel.DAILY)
    report = _how(Channel.DAILY)
    extension = _how(Channel.AT_ONCE)
    answered = _how(Channel.PROGRAM)
    days = models.JSONField(default=three_and_one, blank=True, validators=[check_days])
    own = models.BooleanField(default=True)
    of_unit = models.BooleanField(default=True)
    language = models.CharField(
        max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )

    def __str__(self) -> str:
        return f"reminders of {self.user_id}"

    def channel(self, occasion: Occasion) -> Channel:
        """How they are reminded on an occasion."""
        return Channel(getattr(self, occasion.value))


class UpTo(models.Model):
    """Up to where rows were read: the last event, custody and extension, and the day."""

    event = models.BigIntegerField(default=0)
    custody = models.BigIntegerField(default=0)
    extension = models.BigIntegerField(default=0)
    day = models.DateField()

    class Meta:
        abstract = True


class Reading(UpTo):
    """Up to where somebody has read their notices."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="notices_read",
    )

    def __str__(self) -> str:
        return f"{self.user_id} until {self.day}"


class Told(UpTo):
    """Up to where letters of one stream (`at-once`, `daily`) were written; one row a day."""

    stream = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "day"], name="work_told_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.stream} until {self.day}"


class Letter(UpTo):
    """An e-mail of reminders to somebody: what it is about, never what it says.

    It tells what came after `after_event` and so on up to where it was written. `due` is when it is
    to be sent; None while it is on its way, was sent, or was given up after too many `tries`.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letters"
    )
    stream = models.CharField(max_length=8)
    after_event = models.BigIntegerField()
    after_custody = models.BigIntegerField()
    after_extension = models.BigIntegerField()
    after_day = models.DateField()
    due = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "day"],
                condition=Q(stream=Channel.DAILY.value),
                name="work_one_daily_letter_a_day",
            ),
            models.CheckConstraint(
                name="work_a_letter_that_was_sent_is_not_due",
                condition=Q(sent__isnull=True) | Q(due__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["due"], condition=Q(due__isnull=False), name="work_letter_due")
        ]

    def __str__(self) -> str:
        return f"{self.stream} to {self.user_id}, {self.day}"


class FeedAddress(models.Model):
    """The private address of somebody's calendar feed; of its secret only the hash is kept."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="feed_address",
    )
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()

    def __str__(self) -> str:
        return f"feed of {self.user_id}"


def reminders_of(user: User) -> Reminders:
    """What somebody chose, or what holds for whoever chose nothing."""
    return Reminders.objects.filter(user=user).first() or Reminders(user=user)
