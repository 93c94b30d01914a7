"""Which units of the register texts name, which only modules above know.

The module that has the register names a function in `AppConfig.ready`:

    known_by("tinhgon.registry.named_bodies.register_on")

It takes a day and the unit (key or code) whose text it is, and gives a `Register`.
"""

from datetime import date

from django.utils.module_loading import import_string

from tinhgon.domain.documents.directions.drafts import Register, nobody
from tinhgon.temporal.database import is_prepared

_hook: dict[str, str] = {}


def known_by(name: str) -> None:
    """Let the function with this dotted name say which units bear a name."""
    _hook["register"] = name


def register_on(on: date, unit: str | None = None) -> Register:
    """The units as texts of a day, and of a unit if one is named, call them."""
    if "register" not in _hook or not is_prepared():
        return nobody
    found: Register = import_string(_hook["register"])(on, unit)
    return found
