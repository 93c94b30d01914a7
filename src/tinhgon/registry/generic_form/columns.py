"""What the files of the generic form hold, column by column."""

from tinhgon.domain.hours import Unreadable, read_hours
from tinhgon.domain.structure.vocabulary import BY_DATA
from tinhgon.registry.generic_form.tables import (
    BadCell,
    Column,
    day,
    flag,
    number,
    one_of,
    shaped,
    text,
)


def hours(cell: str) -> str:
    """A cell as opening hours."""
    try:
        read_hours(cell)
    except Unreadable as wrong:
        raise BadCell("bad-hours", given=wrong.part) from None
    return cell


key = shaped(r"[A-Za-z0-9][A-Za-z0-9@._:-]{0,63}", "bad-key")

UNITS = {
    "unit_id": Column(key),
    "entity_id": Column(key, required=True, filled=True),
    "code": Column(text, required=True),
    "level": Column(text, required=True, filled=True),
    "kind": Column(text, required=True, filled=True),
    "name": Column(text, required=True, filled=True),
    "parent_id": Column(key, required=True, filled=True),
    "valid_from": Column(day, required=True),
    "valid_to": Column(day, required=True),
    "lat": Column(number),
    "lon": Column(number),
    "area_km2": Column(number),
    "source": Column(text),
}

CHANGES = {
    "change_id": Column(text, required=True, filled=True),
    "instrument": Column(text, required=True),
    "effective": Column(day, required=True, filled=True),
    "operation": Column(one_of(*BY_DATA), required=True, filled=True),
    "level": Column(text),
    "predecessor": Column(key, required=True),
    "successor": Column(key, required=True),
    "part": Column(one_of("whole", "part", "rest"), required=True, filled=True),
    "carries": Column(one_of("both", "land", "people", "functions", "all")),
    "default": Column(flag),
    "evidence": Column(text),
    "clause": Column(text),
}

INSTRUMENTS = {
    "instrument": Column(text, required=True, filled=True),
    "issued": Column(day, required=True),
    "effective": Column(day, required=True),
    "operative": Column(day, required=True),
    "title": Column(text, required=True),
    "title_vi": Column(text),
    "title_en": Column(text),
    "mark": Column(one_of("P", "O", "R", "K")),
    "source": Column(text),
}

TIES = {
    "entity_id": Column(key, required=True, filled=True),
    "hierarchy": Column(text, required=True, filled=True),
    "parent_id": Column(key, required=True, filled=True),
    "valid_from": Column(day, required=True),
    "valid_to": Column(day, required=True),
}

CONTACTS = {
    "entity_id": Column(key, required=True, filled=True),
    "address": Column(text),
    "telephone": Column(shaped(r"[+\d][\d .()/-]{2,58}", "bad-telephone")),
    "email": Column(shaped(r"[^@\s]+@[^@\s]+\.[^@\s]+", "bad-email")),
    "website": Column(shaped(r"https?://\S+", "bad-website")),
    "hours": Column(hours),
    "valid_from": Column(day, required=True),
    "valid_to": Column(day, required=True),
    "source": Column(text),
}

COVERAGE = {
    "entity_id": Column(key, required=True, filled=True),
    "from": Column(day, required=True, filled=True),
    "source": Column(text),
}
