"""The place that this installation serves: a city, a commune, or the whole of a country."""

from datetime import date

from django.utils.timezone import localdate

from tinhgon.domain.lookup import Entry
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.naming import words_in
from tinhgon.registry.queries import NoRegister


def place_on(known: Directory, day: date) -> Entry | None:
    """The place as it stands on a day, else as it stood last; None where it is the whole."""
    key = known.place
    return (known.on(key, day) or known.latest(key)) if key else None


def place_name() -> str:
    """Whose apparatus is shown, for the head of every page; nothing before a register is loaded."""
    try:
        known = directory()
    except NoRegister:
        return ""
    entry = place_on(known, localdate())
    return known.full_name(entry) if entry else words_in(known.jurisdiction.name)
