"""Bodies by the names that texts give them (tên gọi trong văn bản): «Sở Nội vụ», «UBND Thành phố».

A text of Hà Nội says Thành ủy and UBND Thành phố of what the register calls Thành ủy Hà Nội and
Ủy ban nhân dân thành phố Hà Nội. So a body bears its full name, and that without the name of the
unit whose text it is.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from tinhgon.domain.documents.directions.drafts import Known, Register, nobody
from tinhgon.domain.lookup import Entry
from tinhgon.domain.lookup.spelling import Speller, read_spelling
from tinhgon.domain.lookup.words import cut
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.queries import NoRegister, unit_key


def register_on(on: date, unit: str | None = None) -> Register:
    """The bodies at and below a unit on a day, by name; by default of the installation's place.

    A body writes as its area does: the committee of a city names the committees of its wards.
    Raises `NoSuchUnit`. Before a register is loaded nobody is known.
    """
    try:
        known = directory()
    except NoRegister:
        return nobody
    place = _area(known, known.on(unit_key(unit, on) or known.place or "", on), on)
    speller = Speller(read_spelling(known.jurisdiction))
    borne: dict[str, dict[str, Known]] = defaultdict(dict)
    for body, name in _bodies(known, on, place):
        for written in _names(known, name, place):
            borne[said(written, speller)][body] = Known(body, name)
    return lambda name: tuple(borne.get(said(name, speller), {}).values())


def _area(known: Directory, entry: Entry | None, on: date) -> Entry | None:
    """The unit itself, or of a body the area in which it stands."""
    path = known.path(entry, on) if entry else ()
    return next((one for one in path if not known.is_body(one.unit)), entry)


def _bodies(known: Directory, on: date, place: Entry | None) -> Iterator[tuple[str, str]]:
    """The bodies that stand at and below a place on a day: key and full name."""
    for key in known.entries:
        entry = known.on(key, on) if known.is_body(key) else None
        if entry and (place is None or place in known.path(entry, on)):
            yield key, known.full_name(entry)


def _names(known: Directory, name: str, place: Entry | None) -> Iterator[str]:
    """A name, and as texts of a place say it."""
    yield name
    if place is None:
        return
    full = known.full_name(place)
    stem = _without(name, full) or _without(name, place.name) or name
    yield from (stem, f"{stem} {place.kind}", f"{stem} {full}", f"{stem} {place.name}")


def _without(name: str, ending: str) -> str:
    """A name without the words it ends with; nothing where it does not."""
    if not name.casefold().endswith(f" {ending.casefold()}"):
        return ""
    return name[: -len(ending)].rstrip()


def said(name: str, speller: Speller) -> str:
    """What all spellings of a name share."""
    return " ".join(spoken.word.spelled for spoken in cut(name, speller))
