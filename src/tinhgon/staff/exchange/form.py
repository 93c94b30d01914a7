"""The form that brings files in, files that wait for a word, and what is wrong with others."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.models import Upload
from tinhgon.ui.exchange.reading import KINDS, LIMIT_MB
from tinhgon.ui.forms import UploadField

WAITS = timedelta(days=1)


STAFF = "staff"
"""What a file of officers, posts and assignments is brought in for."""


class FileForm(forms.Form):
    """A file with tables that are brought in."""

    file = UploadField(
        label=_("File"),
        kinds=KINDS,
        limit_mb=LIMIT_MB,
        error_messages={"required": _("Choose a file.")},
    )


def kept(file: Any, *, by: Any, at: datetime, target: str = STAFF) -> Upload:
    """Let a file wait for a word; those that waited for more than a day are forgotten.

    `target` is what it is brought in for: no other page takes it.
    """
    Upload.objects.filter(at__lt=at - WAITS).delete()
    content = bytes(file.read())
    digest = hashlib.sha256(content).hexdigest()
    kind = file.name.rpartition(".")[2].lower()
    named = {"name": file.name[-200:], "kind": kind, "content": content, "digest": digest}
    return Upload.objects.create(by=by, at=at, target=target, **named)


def waiting(
    number: str, *, by: Any, at: datetime, target: str = STAFF, held: bool = False
) -> Upload | None:
    """The file of this number that waits for a word of the same person.

    Within a transaction it may be `held`: whoever sends the word twice takes it once.
    """
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        return None
    rows = _own(int(number), by, at, target).filter(faults=[])
    return (rows.select_for_update() if held else rows).first()


def let_go(upload: Upload, faults: list[dict[str, Any]]) -> None:
    """Forget what a faulty file says and keep what is wrong with it."""
    upload.content, upload.faults = b"", faults
    upload.save(update_fields=["content", "faults"])


def faulty(number: int, *, by: Any, at: datetime, target: str = STAFF) -> Upload | None:
    """What was wrong with a file that the same person sent within a day."""
    return _own(number, by, at, target).exclude(faults=[]).first()


def _own(number: int, by: Any, at: datetime, target: str) -> QuerySet[Upload]:
    return Upload.objects.filter(pk=number, by=by, at__gte=at - WAITS, target=target)
