"""Forms as people meet them: label, hint, error with the way out, field, in this order.

Any Django form is drawn by our templates under `ui/templates/forms/`; nothing has to be done for
it. `DayField` and `UploadField` are fields whose errors say what to do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.ui.instants import read_day, wrong

CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, ""),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.Select, "tg-select"),
    (forms.FileInput, "tg-input tg-input--file"),
    (forms.Widget, "tg-input"),
)
"""How widgets look, the narrower class first."""


@dataclass(frozen=True)
class WayOut:
    """A page on which to put right what an error says; it opens beside the form, which is kept.

    A view sets it as `way_out` of the field that is wrong.
    """

    url: str
    words: str


class Drawn(BoundField):
    """A field of a form as it is drawn: our classes, no words in the box, no browser's own checks.

    A placeholder vanishes when it is needed, and a browser's messages come in the browser's
    language; so neither is sent. Only a search box keeps its placeholder.
    """

    @property
    def is_choice(self) -> bool:
        """One box to tick, with its label after it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_optional(self) -> bool:
        """Whether the label says so; a form of filters sets `says_optional = False`."""
        says = getattr(self.form, "says_optional", True)
        return bool(says and not self.field.required and not self.is_choice)

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        drawn = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        if not drawn.is_hidden:
            own = built.get("class") or drawn.attrs.get("class", "")
            built["class"] = " ".join(filter(None, (_look(drawn), own))) or False
        if isinstance(drawn, forms.Textarea):
            built |= {"cols": False, "rows": _rows(drawn)}
        if getattr(drawn, "input_type", "") != "search":
            built["placeholder"] = False
        return built


class Renderer(TemplatesSetting):
    """Draws every form of the program by the templates under `ui/templates/forms/`."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = Drawn


WRONG_KIND = _("“%(given)s” is not a file of this kind: %(kinds)s. Save it as one of these.")
TOO_LARGE = _("“%(given)s” has %(size)s MB; at most %(limit)s MB are taken. Split the file.")
UPLOAD_HINT = _("%(kinds)s, at most %(limit)s MB")


class DayInput(forms.TextInput):
    """One box for a day; nobody has to find their way through a calendar."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        shape = {"class": "tg-input--date", "inputmode": "numeric", "autocomplete": "off"}
        super().__init__({**shape, **(attrs or {})})


class DayField(forms.Field):
    """A day as people write it, shown as 01/07/2025; programs may write 2025-07-01."""

    widget = DayInput

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        return value if isinstance(value, date) else read_day(str(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class NumberField(forms.Field):
    """A number as people write it, 2,97 or 2.97; shown with the decimal mark of the page.

    What may be read in two ways, as 1.000 in Vietnamese, is refused with both.
    """

    default_error_messages = {
        "not-a-number": _("“%(given)s” is not a number: write 2.97."),
        "two-ways": _("“%(given)s” can be read in two ways. Write %(whole)s or %(parts)s."),
    }

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        shown = f"{value:f}"
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
        return shown.replace(".", _decimal_mark())

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or isinstance(value, Decimal):
            return None if value in self.empty_values else value
        written = re.sub(r"\s", "", str(value)).replace("−", "-")
        thousands = "." if _decimal_mark() == "," else ","
        if re.fullmatch(rf"-?[1-9]\d{{0,2}}\{thousands}\d{{3}}", written, re.ASCII):
            whole = written.replace(thousands, "")
            raise self._wrong("two-ways", value, whole, written.replace(thousands, _decimal_mark()))
        for mark, between in ((".", ","), (",", ".")):
            number = rf"-?(\d+|\d{{1,3}}(\{between}\d{{3}})+)(\{mark}\d+)?"
            if re.fullmatch(number, written, re.ASCII):
                return Decimal(written.replace(between, "").replace(mark, "."))
        raise self._wrong("not-a-number", value)

    def _wrong(self, code: str, given: Any, whole: str = "", parts: str = "") -> ValidationError:
        return wrong(self.error_messages[code], code, str(given), whole=whole, parts=parts)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class CountField(forms.IntegerField):
    """How many there are, as people write it: 9700, 9.700 or 9,700."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def to_python(self, value: Any) -> int | None:
        written = re.sub(r"\s", "", str(value or ""))
        for between in (".", ","):
            if re.fullmatch(rf"\d{{1,3}}(\{between}\d{{3}})+", written, re.ASCII):
                written = written.replace(between, "")
        return super().to_python(written)


def _decimal_mark() -> str:
    return "." if (get_language() or "").startswith("en") else ","


class UploadField(forms.FileField):
    """A file of one of these kinds (`csv`, `xlsx`), at most so many megabytes; the hint says so."""

    def __init__(self, *, kinds: Sequence[str], limit_mb: int, **options: Any) -> None:
        self.kinds = tuple(kinds)
        self.limit_mb = limit_mb
        options.setdefault("help_text", UploadHint(kinds, limit_mb))
        options.setdefault("widget", forms.FileInput(attrs={"accept": _accepted(kinds)}))
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = super().clean(data, initial)
        if not given or given is initial:
            return given
        if Path(given.name).suffix.lstrip(".").lower() not in self.kinds:
            raise wrong(WRONG_KIND, "wrong-kind", given.name, kinds=_names(self.kinds))
        if given.size > self.limit_mb * 1_000_000:
            size = -(-given.size // 1_000_000)
            raise wrong(TOO_LARGE, "too-large", given.name, size=size, limit=self.limit_mb)
        return given


class UploadHint:
    """“CSV, XLSX, at most 5 MB”, put into words when it is shown."""

    def __init__(self, kinds: Sequence[str], limit_mb: int) -> None:
        self.facts = {"kinds": _names(kinds), "limit": limit_mb}

    def __str__(self) -> str:
        return str(UPLOAD_HINT % self.facts)


def _rows(widget: forms.Textarea) -> str:
    """As many rows as its form wants; Django's own ten are too many to begin with."""
    wanted = str(widget.attrs.get("rows", "10"))
    return "4" if wanted == "10" else wanted


def _look(widget: forms.Widget) -> str:
    return next(look for kind, look in CLASSES if isinstance(widget, kind))


def _accepted(kinds: Sequence[str]) -> str:
    return ",".join(f".{kind}" for kind in kinds)


def _names(kinds: Sequence[str]) -> str:
    return ", ".join(kind.upper() for kind in kinds)
