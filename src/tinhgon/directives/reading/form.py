"""The form into which a conclusion is pasted, or by which its file is sent."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.files import MOST_CHARACTERS, MOST_MB, text_of
from tinhgon.documents.refusals import Refused, refusal_words
from tinhgon.documents.units import register_on
from tinhgon.domain.documents.directions.agencies import written_out
from tinhgon.domain.documents.heads import Head, head_of
from tinhgon.registry.models import Unit
from tinhgon.staff.fields import UnitField, option
from tinhgon.ui.forms import DayField, UploadField

KINDS = ("txt", "docx", "pdf")


class ReadingForm(forms.Form):
    """A text or a file, the day that it is of, and whose it is.

    What is left empty is filled in from the head of the text when it is read.
    """

    says_optional = False

    text = forms.CharField(
        label=_("Text of the conclusion"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 14, "lang": "vi"}),
    )
    file = UploadField(label=_("Or its file"), required=False, kinds=KINDS, limit_mb=MOST_MB)
    day = DayField(
        label=_("Day of the text"),
        required=False,
        help_text=_(
            "Left empty, the day in its head, else today; by it days without a year are understood"
        ),
    )
    title = forms.CharField(
        label=_("What it is called"),
        required=False,
        max_length=300,
        help_text=_("Needed to keep it as a draft; left empty, it is read in the text"),
    )
    session = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *given: Any, on: date, likely: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*given, **options)
        self.on = on
        self.fields["unit"] = UnitField(
            on=on,
            required=False,
            label=_("Whose text it is"),
            help_text=_(
                "Needed to keep it as a draft; left empty, it is read in the text. The unit’s name "
                "with the units above it, its code, or its key"
            ),
            likely=likely,
        )

    @property
    def is_kept(self) -> bool:
        """Whether the button was pressed by which the text is kept."""
        return "keep" in self.data

    @property
    def is_readable(self) -> bool:
        """Whether there is a text to be read, whatever else is wrong."""
        wrong = {"text", "file", "day"} & {*self.errors}
        return not wrong and bool(self.cleaned_data.get("text", "").strip())

    def fill(self) -> None:
        """Show the text that came in a file, and what its head says of what was left empty.

        Nothing that was typed is changed, and nothing is filled in where it is to be kept.
        """
        said, sent = self.cleaned_data, self.data.copy()
        sent["text"] = said["text"]
        head = head_of(said["text"])
        if not said.get("day"):
            said["day"] = head.day if head.day and head.day <= self.on else self.on
            sent["day"] = f"{said['day']:%d/%m/%Y}"
        if not self.is_kept:
            if not said.get("title") and "title" not in self.errors:
                sent["title"] = said["title"] = head.title
            if not said.get("unit") and "unit" not in self.errors:
                said["unit"] = _issuer(head, said["day"])
                sent["unit"] = option(said["unit"].key, self.on) if said["unit"] else ""
        self.data = sent

    def clean(self) -> dict[str, Any]:
        """The text, whichever way it came; to be kept it must be somebody's and have a title."""
        said = super().clean() or {}
        if self.is_kept:
            self._want(said, "title", _("Say what it is called: the draft is found by that."))
            self._want(said, "unit", _("Say in whose name it is issued."))
        file = said.get("file")
        if file:
            try:
                said["text"] = text_of(bytes(file.read()))
            except Refused as refused:
                self.add_error("file", refusal_words(refused))
        elif not self.errors and not said.get("text", "").strip():
            self.add_error("text", ValidationError(_("Paste a text, or choose a file.")))
        return said

    def _want(self, said: dict[str, Any], name: str, words: Any) -> None:
        if name not in self.errors and not said.get(name):
            self.add_error(name, ValidationError(words))


def _issuer(head: Head, on: date) -> Unit | None:
    """The unit that a head names, if the register has one alone that is called so."""
    lines = head.issuer
    names = [written_out(" ".join(lines[place:])) for place in range(len(lines))]
    register = register_on(on)
    known = next((found for name in names if (found := register(name))), ())
    return Unit.objects.filter(key=known[0].key).first() if len(known) == 1 else None
