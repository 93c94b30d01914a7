"""Addresses (địa chỉ): the words that stand around units when people write where they live."""

import re
from dataclasses import dataclass

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.lookup.sections import Section

MEMBERS = ("streets", "ways", "places", "codes", "country", "postcode")


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """The member `addresses` of a jurisdiction file; without it, only numbers open an address.

    After a word of `streets`, as số or lô, or of `ways`, as đường or ngõ, comes a name or number
    that is no unit; a unit whose own name begins with a word of `ways` may be taken for a street. A
    word of `places`, as thôn or tổ, and its number stand right before the name of a unit. `codes`
    announce an official code; `country` and `postcode` may stand at either end.
    """

    streets: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    postcode: re.Pattern[str] | None = None


def read_addresses(jurisdiction: Jurisdiction) -> Addresses:
    """The addresses of a jurisdiction; `Unreadable` says which place of the file is wrong."""
    section = Section(jurisdiction.document.get("addresses"), "addresses", MEMBERS)
    return Addresses(
        streets=section.texts("streets"),
        ways=section.texts("ways"),
        places=section.texts("places"),
        codes=section.texts("codes"),
        country=section.texts("country"),
        postcode=section.pattern("postcode"),
    )
