"""The box for an instrument: its number, or words of its title."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.documents.models import Instrument
from tinhgon.registry.instrument.listing import Listed, Wish, numbered
from tinhgon.registry.instrument.offering import UNREGISTERED
from tinhgon.registry.name_search import names
from tinhgon.reorganisation.editing.fields import PickBox, Typed

MOST_SUGGESTED = 8


class InstrumentField(forms.Field):
    """An instrument of the register: cleaned, its number; None where there is none yet."""

    def __init__(self, **options: Any) -> None:
        suggest = reverse_lazy("reorganisation:editor-instruments")
        options.setdefault("label", gettext_lazy("Instrument"))
        options.setdefault(
            "help_text",
            gettext_lazy("Its number, or words of its title. Empty: none was issued yet."),
        )
        super().__init__(widget=PickBox(suggest), required=False, **options)

    def prepare_value(self, value: Any) -> Typed:
        """A number as it stands."""
        return value if isinstance(value, Typed) else Typed(value or "")

    def clean(self, value: Any) -> str | None:
        typed = self.prepare_value(value)
        if not typed.text:
            return None
        found = suggested(typed.text)
        picked = [one for one in found if str(one.pk) == typed.key]
        exact = [one for one in found if one.number.casefold() == typed.text.casefold()]
        meant = picked or exact[:1] or found
        if len(meant) == 1:
            return str(meant[0].number)
        raise self._unclear(typed.text, meant)

    def _unclear(self, typed: str, found: list[Instrument]) -> ValidationError:
        self.widget.candidates = [  # type: ignore[attr-defined]
            (str(one.pk), f"{one.number}. {one.title}") for one in found
        ]
        if found:
            words = _("Several instruments fit. Choose the one that is meant.")
            return ValidationError(words, code="several")
        words = _("The register knows no instrument of the number or title “%s”.") % typed[:60]
        return ValidationError(words, code=UNREGISTERED)


def suggested(typed: str) -> list[Instrument]:
    """Instruments by number or by words of number and title, the latest first."""
    if not typed.strip():
        return []
    return (numbered(typed) or Listed(names(), Wish(q=typed)).found)[:MOST_SUGGESTED]
