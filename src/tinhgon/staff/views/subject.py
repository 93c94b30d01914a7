"""The unit that an address names, and the way to its pages."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.models import Unit
from tinhgon.registry.naming import unit_url
from tinhgon.registry.views.unit import unit_known
from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.asked import Asked


@dataclass(frozen=True)
class Subject:
    """A unit as a page about its posts shows it."""

    unit: Unit
    asked: Asked
    name: str
    address: str

    @property
    def posts_url(self) -> str:
        """The page of its posts."""
        return reverse("staff:posts", args=[self.unit.key])

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        """The way to what is below the page of its posts."""
        return [*self.way, (_("Posts and people"), self.posts_url + self.asked.query)]

    @property
    def way(self) -> list[tuple[str, str]]:
        """The way to the page of its posts."""
        return [(self.name, unit_url(self.unit.key, self.asked))]


def subject_of(key: str, asked: Asked | None = None) -> Subject:
    """The unit of a key, as it was called on a day, or 404 with what else to look at."""
    asked = asked or Asked(localdate())
    unit, register = unit_known(key, asked)
    entry = register.on(key, asked.on) or register.latest(key)
    address = register.address(register.path(entry)[1:])
    return Subject(unit, asked, register.full_name(entry), address)


def may(request: HttpRequest, key: str, on: date | None = None) -> dict[str, bool]:
    """What the reader may do with the posts and people of a unit today, by the permission."""
    user = request.user
    today = on or localdate()
    return {
        permission.name.lower(): bool(
            user.is_authenticated and user.may(permission, unit=key, on=today)  # type: ignore[union-attr]
        )
        for permission in StaffPermission
    }
