"""The box for files in a form: several at once, each looked at before it is taken."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tinhgon.work.files.kinds import ENDINGS, KNOWN, kind_of
from tinhgon.work.models.attachments import MOST_BYTES, MOST_MB
from tinhgon.work.refusals import Refused, refusal_words

HINT = _("%(kinds)s; at most %(limit)s MB each; several may be chosen at once")
ACCEPTED = ",".join(f".{one}" for endings in ENDINGS.values() for one in endings)


class SeveralFiles(forms.FileInput):
    """A box in which several files are chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files of the kinds that works take; what is refused is named with what to do.

    A browser lets no page fill in files: after a mistake they are chosen again, words stay.
    """

    def __init__(self, **options: Any) -> None:
        widget = SeveralFiles(attrs={"accept": ACCEPTED})
        super().__init__(widget=widget, help_text=Hint(), **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = [one for one in (data or []) if one]
        if not given and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        wrong = [*filter(None, map(_what_is_wrong, given))]
        if wrong:
            raise ValidationError(wrong)
        return given


def _what_is_wrong(file: Any) -> str:
    """Why a file is not taken; nothing where it is."""
    try:
        if not file.size:
            raise Refused("empty-file", file=file.name)
        if file.size > MOST_BYTES:
            raise Refused("file-too-large", file=file.name, most=MOST_MB)
        kind_of(file, file.name)
    except Refused as refused:
        return refusal_words(refused)
    return ""


class Hint:
    """“PDF, DOCX, …; at most 30 MB each”, put into words when it is shown."""

    def __str__(self) -> str:
        return str(HINT % {"kinds": KNOWN, "limit": MOST_MB})
