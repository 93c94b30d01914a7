"""Files of works: what was put there when, by whom, and what was withdrawn again.

The content of a file stands beside the database, under its digest (`work.files.keeping`).
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.registry.models import Unit
from tinhgon.temporal.constraints import AppendOnly
from tinhgon.work.models.happening import Event
from tinhgon.work.models.works import Work

MOST_MB = 30
MOST_BYTES = MOST_MB * 1_000_000
"""The largest file that is taken."""


class Attachment(models.Model):
    """A file of a work (tệp đính kèm): evidence, a draft of the product, a scan; written once.

    It came with an `event` or alone. `kind` is the media type by what is in it, `digest` the
    SHA-256 of that, `day` the day that the file is of, `on` the one on which it was put there.
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="attachments")
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.PROTECT, related_name="attachments"
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    day = models.DateField(null=True, blank=True)
    put_by = models.CharField(max_length=100)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    on = models.DateField()

    class Meta:
        constraints: list[Any] = [
            models.CheckConstraint(name="work_file_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="work_file_is_neither_empty_nor_too_large",
                condition=Q(size__gte=1, size__lte=MOST_BYTES),
            ),
            models.CheckConstraint(
                name="work_file_is_not_of_later",
                condition=Q(day__isnull=True) | Q(day__lte=F("on")),
                violation_error_message=_("A file cannot be of a day that has not come."),
            ),
            AppendOnly(name="work_attachment_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.work_id}: {self.name}"


class FileWithdrawal(models.Model):
    """A file was withdrawn by whoever had put it there: its name stays, its content is closed."""

    attachment = models.OneToOneField(
        Attachment, primary_key=True, on_delete=models.PROTECT, related_name="withdrawal"
    )
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        constraints: list[Any] = [
            models.CheckConstraint(name="work_file_is_withdrawn_why", condition=~Q(reason="")),
            AppendOnly(name="work_file_withdrawal_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.attachment_id}: {self.reason}"
