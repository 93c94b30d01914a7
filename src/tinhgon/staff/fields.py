"""Boxes for a unit and for an instrument: what people type is understood, or said to be unclear."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.documents.models import Instrument
from tinhgon.domain.documents.directions.agencies import written_out
from tinhgon.domain.documents.directions.drafts import Register
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.instrument.listing import numbered
from tinhgon.registry.instrument.offering import UNREGISTERED
from tinhgon.registry.models import Unit
from tinhgon.registry.name_search import Called, names
from tinhgon.registry.named_bodies import register_on
from tinhgon.registry.queries import structure

MOST_NAMED = 6
MOST_UNITS = 50
MOST_NAMES = 10_000


class Listed(forms.TextInput):
    """A box with a list of what is likely, which a browser shows without any script."""

    template_name = "staff/widgets/listed.html"

    def __init__(self, options: Sequence[str] = ()) -> None:
        super().__init__()
        self.options = list(options)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if self.options:
            context["widget"]["attrs"]["list"] = f"{name}-options"
        return context | {"options": self.options}


class UnitField(forms.Field):
    """A unit by its name, by its code on a day, or by its key: cleaned, the unit."""

    default_error_messages = {"required": gettext_lazy("Name the unit.")}

    def __init__(self, *, on: date, likely: Sequence[str] = (), **options: Any) -> None:
        self.on = on
        options.setdefault(
            "help_text", gettext_lazy("Its name with the units above it, its code, or its key")
        )
        register = directory() if likely else None
        super().__init__(widget=Listed([option(key, on, register) for key in likely]), **options)

    def clean(self, value: Any) -> Unit | None:
        typed = str(value or "").replace("\0", "\ufffd").strip()
        if not typed:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        return understood(typed, self.on)


def option(key: str, on: date, register: Directory | None = None) -> str:
    """A unit as it stands in a list of what is likely: name and key."""
    register = register or directory()
    entry = register.on(key, on) or register.latest(key)
    return f"{register.full_name(entry)} ({key})"


def understood(typed: str, on: date) -> Unit:
    """The unit that is meant on a day. Raises `ValidationError` where none or several may be."""
    return Unit.objects.get(key=Understanding(on).key(typed))


class Understanding:
    """Which units texts mean on a day; the register is read once, however many texts."""

    def __init__(self, on: date) -> None:
        self.on, self.register = on, directory()

    def key(self, typed: str) -> str:
        """The key of the unit that is meant. Raises `ValidationError` as `understood`."""
        register, on = self.register, self.on
        marked = re.search(r"\(([^()\s]+)\)$", typed)
        keys = [marked[1]] if marked and marked[1] in register.entries else []
        if not keys and typed in register.entries:
            keys = [typed]
        if not keys:
            keys = [entry.unit for entry in register.bearers(typed, on)]
        if not keys:
            keys = self._named(typed)
        if len(keys) == 1:
            return keys[0]
        if keys:
            named = "; ".join(_told(key, on, register) for key in keys[:MOST_NAMED])
            words = _("Several units are called so: %(named)s. Write the one that is meant.")
            raise ValidationError(words, code="several", params={"named": named})
        words = _("“%(given)s” is no unit of this day. Write its name, its code or its key.")
        raise ValidationError(words, code="unknown", params={"given": typed[:60]})

    def _named(self, typed: str) -> list[str]:
        """The units called so: by their whole names, then as texts call bodies, then areas.

        A body is never taken for the area that its name has in it.
        """
        if found := [unit.key for unit in self._called.exactly(typed)]:
            return found
        whole = written_out(typed)
        if found := [body.key for body in self._bodies(whole)]:
            return found
        if _begins_as_a_body(whole, self.register):
            return []
        units = self.register.index.understand(typed, self.on).units
        return [*dict.fromkeys(one.unit for one in units)]

    @cached_property
    def _called(self) -> Called:
        return Called(structure(self.on), self.register)

    @cached_property
    def _bodies(self) -> Register:
        return register_on(self.on)


def _begins_as_a_body(typed: str, register: Directory) -> bool:
    """Whether the first words are a kind of body: «Đảng ủy …», «phòng …»."""
    words, levels = names(register), register.jurisdiction.levels
    bodies = [levels[level] for level in register.jurisdiction.bodies]
    kinds = {kind for level in bodies for kind in level.kinds}
    return any(words.after(kind, typed) is not None for kind in kinds)


def _told(key: str, on: date, register: Directory) -> str:
    """A unit with those above it, and its key to write."""
    entry = register.on(key, on) or register.latest(key)
    path = ", ".join(register.full_name(one) for one in register.path(entry, on)[:2])
    return f"{path} ({key})"


class UnitsField(forms.CharField):
    """Several units, one on each line: cleaned, the units, each once."""

    def __init__(self, *, on: date, **options: Any) -> None:
        self.on = on
        options.setdefault(
            "help_text", gettext_lazy("One on each line: its name, its code, or its key")
        )
        area = forms.Textarea(attrs={"rows": 3})
        super().__init__(widget=area, max_length=MOST_NAMES, **options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        register = directory()
        return "\n".join(option(key, self.on, register) for key in value)

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in str(super().clean(value) or "").splitlines()]
        if len(named := [*dict.fromkeys(filter(None, lines))]) > MOST_UNITS:
            words = _("These are %(given)s units; at most %(most)s are named at once.")
            raise ValidationError(words, params={"given": len(named), "most": MOST_UNITS})
        return [*dict.fromkeys(understood(line, self.on) for line in named)]


class InstrumentField(forms.CharField):
    """An instrument by its number: cleaned, the instrument; None where none is named."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", gettext_lazy("Instrument"))
        options.setdefault("required", False)
        options.setdefault("help_text", gettext_lazy("Its number, as the register has it"))
        super().__init__(max_length=60, **options)

    def prepare_value(self, value: Any) -> Any:
        return value.number if isinstance(value, Instrument) else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        found = Instrument.objects.filter(number__iexact=typed).order_by("issued").last()
        if found is None and len(several := numbered(typed)) == 1:
            found = several[0]
        if found is None:
            words = _("The register knows no instrument with the number “%s”.") % typed
            raise ValidationError(words, code=UNREGISTERED)
        return found
