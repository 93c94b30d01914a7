"""How a unit is reached (liên hệ): the contact of a day in words, and all that were ever given."""

from dataclasses import dataclass
from datetime import date

from tinhgon.registry.contact.hours import DaysOpen, week
from tinhgon.registry.models import Contact


@dataclass(frozen=True)
class Reached:
    """A contact with its hours in words."""

    contact: Contact

    @property
    def week(self) -> list[DaysOpen]:
        """When the unit is open, weekday by weekday."""
        return week(self.contact.hours)


def reached(key: str, on: date) -> Reached | None:
    """How a unit is reached on a day; None where no source says."""
    contact = Contact.objects.on(on).filter(unit__key=key).first()
    return Reached(contact) if contact else None


def contacts_of(key: str) -> list[Contact]:
    """All contacts of a unit, earliest first."""
    return list(Contact.objects.filter(unit__key=key).in_order())
