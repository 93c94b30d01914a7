"""The form into which a conclusion is pasted, or by which its file is sent."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.files import MOST_CHARACTERS, MOST_MB, text_of
from tinhgon.documents.refusals import Refused, refusal_words
from tinhgon.staff.fields import UnitField
from tinhgon.ui.forms import DayField, UploadField

KINDS = ("txt", "docx", "pdf")


class ReadingForm(forms.Form):
    """A text or a file, the day that it is of, and whose it is."""

    text = forms.CharField(
        label=_("Text of the conclusion"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 14, "lang": "vi"}),
    )
    file = UploadField(label=_("Or its file"), required=False, kinds=KINDS, limit_mb=MOST_MB)
    day = DayField(
        label=_("Day of the text"), help_text=_("By it days without a year are understood")
    )

    title = forms.CharField(
        label=_("What it is called"),
        required=False,
        max_length=300,
        help_text=_("Needed to keep it as a draft"),
    )

    session = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *given: Any, on: date, likely: Sequence[str] = (), **options: Any) -> None:
        initial = {"day": on, **options.pop("initial", {})}
        super().__init__(*given, initial=initial, **options)
        self.fields["unit"] = UnitField(
            on=on, required=False, label=_("Whose text it is"), likely=likely
        )

    @property
    def is_kept(self) -> bool:
        """Whether the button was pressed by which the text is kept."""
        return "keep" in self.data

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
