"""Books of documents that come in and go out (sổ đăng ký văn bản đến, sổ đăng ký văn bản đi)."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.documents.kinds import System
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.temporal.constraints import AppendOnly, WrittenOnce


class Direction(models.TextChoices):
    """Whether the documents of a book come to its unit or go out from it."""

    INCOMING = "incoming", _("Documents that come in")
    OUTGOING = "outgoing", _("Documents that go out")


class Book(models.Model):
    """A book that a unit keeps in a year; its numbers begin at one and none is left out.

    The numbers of an outgoing book are those that its documents bear, written in the way of
    `system`; `issuer` is the symbol that usually stands in them.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="books")
    direction = models.CharField(max_length=8, choices=Direction)
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    system = models.CharField(
        max_length=5,
        choices=[(System.STATE.value, _("Of the State")), (System.PARTY.value, _("Of the Party"))],
        default=System.STATE.value,
    )
    issuer = models.CharField(max_length=30, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=100)

    class Meta:
        constraints: list[Any] = [
            models.UniqueConstraint(
                fields=["unit", "direction", "year", "name"],
                name="directives_one_book_of_a_name",
                violation_error_message=_(
                    "The unit keeps a book of this name in this year already."
                ),
            ),
            models.CheckConstraint(name="directives_book_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="directives_book_of_a_year", condition=Q(year__gte=1945, year__lte=2999)
            ),
            WrittenOnce(
                name="directives_book_stays", columns=("unit_id", "direction", "year", "opened_at")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"

    @property
    def is_outgoing(self) -> bool:
        return self.direction == Direction.OUTGOING


INCOMING = Q(received__isnull=False, signer="", recipients="", instrument__isnull=True) & ~Q(
    sender=""
)
OUTGOING = Q(received__isnull=True, due__isnull=True, sender="", sender_unit__isnull=True) & ~Q(
    Q(number="") | Q(signer="") | Q(recipients="")
)


class BookEntry(models.Model):
    """A document in a book: the `serial` is its running number and stays its own for ever.

    `key` is what all writings of its number share. A document that came in was `received` on a day
    from a `sender`, and an answer may be `due`; one that goes out has a `signer` and `recipients`,
    and an `instrument` where it stands among these. `plain` and `plain_party` are what is searched:
    words without marks, those of sender or recipients apart.
    """

    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="entries")
    serial = models.PositiveIntegerField()
    number = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=60, blank=True)
    issued = models.DateField()
    kind = models.CharField(max_length=60)
    abstract = models.CharField(max_length=1000)
    received = models.DateField(null=True, blank=True)
    sender_unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sender = models.CharField(max_length=300, blank=True)
    due = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=200, blank=True)
    recipients = models.CharField(max_length=1000, blank=True)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="book_entries"
    )
    plain = models.TextField()
    plain_party = models.TextField()
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=100)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.CharField(max_length=100, blank=True)
    cancel_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: list[Any] = [
            models.UniqueConstraint(
                fields=["book", "serial"],
                name="directives_a_number_is_given_once",
                violation_error_message=_("This number of the book was given already."),
            ),
            models.CheckConstraint(name="directives_numbers_from_one", condition=Q(serial__gt=0)),
            models.CheckConstraint(
                name="directives_came_in_or_went_out", condition=INCOMING | OUTGOING
            ),
            models.CheckConstraint(
                name="directives_entry_says_what",
                condition=~Q(abstract="") & ~Q(kind=""),
                violation_error_message=_("Say of which kind the document is and what about."),
            ),
            models.CheckConstraint(
                name="directives_received_once_issued",
                condition=Q(received__isnull=True) | Q(received__gte=F("issued")),
                violation_error_message=_("It was received before it was issued."),
            ),
            models.CheckConstraint(
                name="directives_answered_once_received",
                condition=Q(due__isnull=True) | Q(due__gte=F("received")),
                violation_error_message=_("An answer is due on the day it came, or later."),
            ),
            models.CheckConstraint(
                name="directives_cancelled_by_somebody",
                condition=Q(cancelled_at__isnull=True, cancelled_by="", cancel_reason="")
                | Q(cancelled_at__isnull=False) & ~Q(cancelled_by="") & ~Q(cancel_reason=""),
                violation_error_message=_("Say why the registration is cancelled."),
            ),
            WrittenOnce(
                name="directives_numbers_stay",
                columns=("book_id", "serial", "entered_at", "entered_by"),
            ),
        ]
        indexes = [models.Index(fields=["key", "issued"], name="directives_entry_by_number")]

    def __str__(self) -> str:
        return f"{self.serial} {self.number}"


class Forwarding(models.Model):
    """A document that came in was passed on (chuyển văn bản) to a unit or to somebody in one."""

    entry = models.ForeignKey(BookEntry, on_delete=models.PROTECT, related_name="forwardings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(
        Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        constraints: list[Any] = [AppendOnly(name="directives_forwarding_append_only")]

    def __str__(self) -> str:
        return f"{self.entry}: {self.unit}"
