"""The form that brings a file into a plan, and what is kept of it until somebody says yes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.structure.documents import operation_document, read_operation
from tinhgon.domain.structure.operations import Operation
from tinhgon.reorganisation.exchange.files import ENDINGS, LIMIT_MB
from tinhgon.reorganisation.models import Plan
from tinhgon.ui.forms import UploadField

SALT = "tinhgon.plan-import"


class FileForm(forms.Form):
    """A file with all that a plan is to say."""

    file = UploadField(
        label=_("File"),
        kinds=[*ENDINGS],
        limit_mb=LIMIT_MB,
        error_messages={"required": _("Choose a file.")},
    )

    @property
    def kind(self) -> str:
        """Which kind of file it is, by its ending."""
        return ENDINGS[Path(self.cleaned_data["file"].name).suffix.lstrip(".").lower()]

    @property
    def content(self) -> bytes:
        """All of the file."""
        return bytes(self.cleaned_data["file"].read())


def packed(plan: Plan, operations: Sequence[Operation]) -> str:
    """Operations as they travel with the question whether to take them; signed, so not others."""
    said: dict[str, Any] = {"plan": plan.pk, "operations": [*map(operation_document, operations)]}
    return signing.dumps(said, salt=SALT, compress=True)


def unpacked(plan: Plan, sent: str) -> tuple[Operation, ...] | None:
    """The operations that `packed` wrote; None where it was not it, or for another plan."""
    try:
        said = signing.loads(sent, salt=SALT)
    except signing.BadSignature:
        return None
    if said["plan"] != plan.pk:
        return None
    return tuple(map(read_operation, said["operations"]))
