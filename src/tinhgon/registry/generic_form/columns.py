"""What the files of the generic form hold, column by column."""

import re
from collections.abc import Callable

from tinhgon.domain.hours import Unreadable, read_hours
from tinhgon.domain.structure.claims import EVERYTHING, Extent
from tinhgon.domain.structure.levels import TERRITORY, Aspect
from tinhgon.domain.structure.vocabulary import BY_WORD
from tinhgon.registry.generic_form.tables import (
    BadCell,
    Column,
    day,
    flag,
    number,
    one_of,
    plain,
    shaped,
    text,
)
from tinhgon.registry.models import KEY, Mandate

CARRIES = {
    "both": TERRITORY,
    "land": frozenset({Aspect.LAND}),
    "people": frozenset({Aspect.PEOPLE}),
    "functions": frozenset({Aspect.FUNCTIONS}),
    "all": EVERYTHING,
}


def carried(cell: str) -> frozenset[Aspect]:
    """A cell as what is handed on: one word, or several with ; between them."""
    words = [plain(word) for word in re.split(r"[;,+]", cell) if word.strip()]
    if not words or not {*words} <= CARRIES.keys():
        raise BadCell("unknown-word", given=cell, known=", ".join(CARRIES))
    return frozenset[Aspect]().union(*(CARRIES[word] for word in words))


def hours(cell: str) -> str:
    """A cell as opening hours."""
    try:
        read_hours(cell)
    except Unreadable as wrong:
        raise BadCell("bad-hours", given=wrong.part) from None
    return text(300)(cell)


def mark(cell: str) -> str:
    """A cell as one of the marks that say how surely something is verified."""
    if cell.upper() not in ("P", "O", "R", "K"):
        raise BadCell("unknown-word", given=cell, known="P, O, R, K")
    return cell.upper()


key: Callable[[str], str] = shaped(KEY, "bad-key")
reason = Column(text(500), filled=True)

UNITS = {
    "unit_id": Column(key),
    "entity_id": Column(key, required=True, filled=True),
    "code": Column(text(60), required=True),
    "level": Column(text(40), required=True, filled=True),
    "kind": Column(text(60), required=True, filled=True),
    "name": Column(text(200), required=True, filled=True),
    "full_name": Column(text(300)),  # the jurisdiction file says how kind and name are joined
    "parent_id": Column(key, required=True, filled=True),
    "valid_from": Column(day, required=True),
    "valid_to": Column(day, required=True),
    "lat": Column(number(-90, 90, 5)),
    "lon": Column(number(-180, 180, 5)),
    "area_km2": Column(number(0, 1_000_000_000, 2)),
    "source": Column(text(200)),
}

CHANGES = {
    "change_id": Column(text(200)),
    "instrument": Column(text(60)),
    "effective": Column(day, required=True, filled=True),
    "operation": Column(
        one_of({plain(word): word for word in BY_WORD}), required=True, filled=True
    ),
    "level": Column(text(40)),
    "predecessor": Column(key, required=True),
    "successor": Column(key, required=True),
    "part": Column(one_of({extent.value: extent for extent in Extent})),
    "carries": Column(carried),
    "default": Column(flag),
    "seats_code": Column(flag),  # units.csv says which codes are borne when
    "evidence": Column(text(40)),
    "clause": Column(text(200)),
}

INSTRUMENTS = {
    "instrument": Column(text(60), required=True, filled=True),
    "issued": Column(day),
    "effective": Column(day),
    "operative": Column(day),
    "title": Column(text(1_000)),
    "title_*": Column(text(1_000)),  # a column for each language: title_vi, title_en, …
    "mark": Column(mark),
    "source": Column(text(200)),
}

TIES = {
    "entity_id": Column(key, required=True, filled=True),
    "hierarchy": Column(text(40), required=True, filled=True),
    "parent_id": Column(key, required=True, filled=True),
    "valid_from": Column(day, required=True),
    "valid_to": Column(day, required=True),
}

CONTACTS = {
    "entity_id": Column(key, required=True, filled=True),
    "address": Column(text(300)),
    "telephone": Column(shaped(r"[+\d][\d .()/-]{2,58}", "bad-telephone")),
    "email": Column(shaped(r"[^@\s]+@[^@\s]+\.[^@\s]+", "bad-email", 254)),
    "website": Column(shaped(r"https?://\S+", "bad-website", 200)),
    "hours": Column(hours),
    "valid_from": Column(day, required=True),
    "valid_to": Column(day, required=True),
    "source": Column(text(200)),
}

MANDATES = {
    "entity_id": Column(key, required=True, filled=True),
    "function": Column(text(60), required=True, filled=True),
    "area_id": Column(key, required=True, filled=True),
    "role": Column(one_of({plain(role): role for role, _ in Mandate.ROLES})),
    "instrument": Column(text(60)),
    "valid_from": Column(day, required=True),
    "valid_to": Column(day, required=True),
    "source": Column(text(200)),
}

COVERAGE = {
    "entity_id": Column(key, required=True, filled=True),
    "from": Column(day, required=True, filled=True),
    "source": Column(text(200)),
}

FILES = {
    "units": UNITS,
    "changes": CHANGES,
    "instruments": INSTRUMENTS,
    "ties": TIES,
    "contacts": CONTACTS,
    "mandates": MANDATES,
    "coverage": COVERAGE,
}
