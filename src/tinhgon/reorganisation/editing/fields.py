"""The boxes in which an operation is drafted: a unit, a kind with its level, what is taken."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.levels import Aspect
from tinhgon.registry.naming import kind_noun, level_title
from tinhgon.reorganisation.editing.drafted import Drafted
from tinhgon.reorganisation.editing.malformed import unknown_words
from tinhgon.reorganisation.editing.picking import meant
from tinhgon.reorganisation.words import ASPECTS

EXTENTS: dict[Extent, Promise] = {
    Extent.WHOLE: gettext_lazy("The whole"),
    Extent.PART: gettext_lazy("A part"),
    Extent.REST: gettext_lazy("The rest"),
}
"""How much is taken, as it is chosen."""


@dataclass(frozen=True)
class Typed:
    """What stands in the box of a unit, and the key of the unit that was picked for it, if any."""

    text: str = ""
    key: str = ""


class PickBox(forms.TextInput):
    """A box that suggests what may be meant while somebody types, and lists it where several are.

    `suggest` is the address that is asked for suggestions; `candidates` are keys with names.
    """

    template_name = "reorganisation/editor_pick.html"

    def __init__(self, suggest: str | Promise) -> None:
        super().__init__()
        self.suggest = suggest
        self.candidates: list[tuple[str, str]] = []

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        text = data.get(name, "").replace("\0", "\ufffd").strip()
        return Typed(text, data.get(f"{name}_key", ""))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        typed = value if isinstance(value, Typed) else Typed()
        context = super().get_context(name, typed.text, attrs)
        more = {"key": typed.key, "candidates": self.candidates, "suggest": str(self.suggest)}
        return context | more

    def format_value(self, value: Any) -> str:
        return str(value or "")


class UnitField(forms.Field):
    """A unit that stands on the day of a draft or begins on it: cleaned, its key."""

    default_error_messages = {"required": gettext_lazy("Name the unit.")}

    def __init__(self, draft: Drafted, **options: Any) -> None:
        self.draft = draft
        suggest = reverse("reorganisation:editor-units", args=[draft.code])
        super().__init__(widget=PickBox(suggest), **options)

    def prepare_value(self, value: Any) -> Typed:
        """A key as its unit is called; what was typed stays as it is."""
        if isinstance(value, Typed):
            return value
        return Typed(self.draft.called(value) or value, value) if value else Typed()

    def clean(self, value: Any) -> str | None:
        typed = self.prepare_value(value)
        if not typed.text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if typed.key and typed.text == self.draft.called(typed.key):
            return typed.key
        return self._meant(typed)

    def _meant(self, typed: Typed) -> str:
        found = meant(self.draft, typed.text)
        if typed.key in {unit.key for unit in found}:
            return typed.key
        if len(found) == 1:
            return found[0].key
        named = [(unit.key, self.draft.address(unit.key)) for unit in found]
        self.widget.candidates = named  # type: ignore[attr-defined]
        if found:
            words = _("Several units are called so. Choose the one that is meant.")
            raise ValidationError(words, code="several")
        raise ValidationError(unknown_words(typed.text[:100]), code="unknown")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial) != self.prepare_value(data)


def kind_field(draft: Drafted, label: Any, **options: Any) -> forms.ChoiceField:
    """A kind with its level, as «commune:phường»; only kinds that the law knows on the day."""
    return forms.ChoiceField(label=label, choices=[("", ""), *_kinds(draft)], **options)


def _kinds(draft: Drafted) -> list[tuple[str, list[tuple[str, str]]]]:
    known = draft.jurisdiction
    found = []
    for key, level in known.levels.items():
        kinds = [kind for kind in level.kinds if known.levels.kind(key, kind, draft.day)]
        if kinds:
            named = [(f"{key}:{kind}", capfirst(kind_noun(known, key, kind))) for kind in kinds]
            found.append((level_title(known, key), named))
    return found


def extent_field() -> forms.ChoiceField:
    """How much of a unit is taken."""
    return forms.ChoiceField(label=_("How much"), choices=[*EXTENTS.items()], initial=Extent.WHOLE)


def carries_field(label: Any, required: bool) -> forms.ChoiceField:
    """What is taken, its aspects joined by commas; where it need not be said, nothing."""
    unstated = [] if required else [("", _("Not stated"))]
    initial = written(frozenset(Aspect)) if required else ""
    choices = [*unstated, *_carried()]
    return forms.ChoiceField(label=label, choices=choices, required=required, initial=initial)


def carried_words(carries: str) -> str:
    """What is taken, as the choice says it."""
    return dict(_carried()).get(carries, _("Not stated"))


def written(carries: Any) -> str:
    """Aspects as a choice is sent."""
    return ",".join(sorted(carries or ()))


def _carried() -> list[tuple[str, str]]:
    """Every choice of aspects, the most of them first but for everything, which stands last."""
    chosen = [pair for count in (2, 1, 3) for pair in combinations(Aspect, count)]
    return [
        (written(aspects), capfirst(", ".join(str(ASPECTS[one]) for one in aspects)))
        for aspects in chosen
    ]
