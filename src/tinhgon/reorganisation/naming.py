"""How the units of a package are called, and where they lead."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import directory
from tinhgon.registry.naming import level_noun, unit_url, words_in
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.ui.asked import Asked


@dataclass(frozen=True)
class Names:
    """Names of units: as they stand before, those that begin as they stand after.

    Only what is `entered` has pages of its new units.
    """

    rearrangement: Rearrangement
    jurisdiction: Jurisdiction
    entered: bool = True

    def __call__(self, key: str) -> str:
        """Kind and name; the key itself where no such unit stands on either day."""
        unit = self.unit(key)
        return self.full(unit) if unit else key

    def unit(self, key: str) -> Unit | None:
        """The unit as it stands before, else as it stands after."""
        return self.rearrangement.before.get(key) or self.rearrangement.after.get(key)

    def full(self, unit: Unit) -> str:
        """Kind and name as they are written together."""
        return self.jurisdiction.full_name(unit.kind, unit.name)

    def hierarchy(self, key: str) -> str:
        """What a hierarchy is called; its key where the jurisdiction has no words for it."""
        words = self.jurisdiction.hierarchies.get(key)
        return words_in(words) if words else key

    def level(self, key: str) -> str:
        """What the units of a level are called; its key where there is no such level."""
        return level_noun(self.jurisdiction, key, 2) if key in self.jurisdiction.words else key

    def url(self, key: str, after: bool = False) -> str:
        """The page of a unit, on the last day of the old or the first of the new; or nothing."""
        done = self.rearrangement
        if key in done.before and not (after and key in done.after):
            return unit_url(key, Asked(done.eve))
        return unit_url(key, Asked(done.day)) if self.entered and key in done.after else ""

    def link(self, key: str) -> SafeString:
        """The name, leading to the page where there is one."""
        url = self.url(key)
        return format_html('<a href="{}">{}</a>', url, self(key)) if url else _plain(self(key))


def names_of(package: Package, done: Rearrangement) -> Names:
    """How units are called where a package is spoken of."""
    is_entered = hasattr(package, "enactment") and not hasattr(package, "withdrawal")
    return Names(done, directory().jurisdiction, entered=is_entered)


def _plain(name: str) -> SafeString:
    return format_html("{}", name)
