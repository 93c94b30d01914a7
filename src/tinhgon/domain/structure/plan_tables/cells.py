"""Cells of a plan's table: no formula among them, and every text comes back as it went in.

A text that a spreadsheet would carry out or tidy up has an apostrophe before it, as spreadsheets
write it themselves; nothing else in a cell is more than it says.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.documents import NUMBER, UNKEPT
from tinhgon.domain.structure.levels import TERRITORY, Aspect
from tinhgon.domain.structure.vocabulary import BY_WORD, TERMS

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would carry out."""

MARK = "'"

Value = TypeVar("Value")


class BadCell(ValueError):
    """A cell that cannot be read: `code` names the sentence, `facts` the values it needs."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def tidy(text: str) -> str:
    """A text in NFC with single spaces."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def plain(word: str) -> str:
    """A word or the name of a column without regard to letter case; - and spaces count as _."""
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFC", word).strip().casefold())


def written(text: str) -> str:
    """A text as a cell, marked where it would not come back as it is."""
    return f"{MARK}{text}" if _is_marked(text) else text


def text(cell: str) -> str:
    """The text of a cell, empty where it says nothing. Raises `BadCell` at a formula."""
    if UNKEPT.search(cell):
        raise BadCell("bad-character")
    if cell.startswith(MARK) and _is_marked(cell[1:]):
        return cell[1:]
    said = tidy(cell)
    if said.startswith(FORMULA) and not re.fullmatch(NUMBER, said, re.ASCII):
        raise BadCell("formula", given=said[:100])
    return said


def _is_marked(text: str) -> bool:
    bare = text.lstrip(MARK)
    return bare.startswith(FORMULA) or tidy(bare) != bare or tidy(text) != text


def number(said: str) -> Decimal:
    """A number written with a point, with a comma where nothing else it can mean."""
    point = said.replace(",", ".") if said.count(",") == 1 and "." not in said else said
    if not re.fullmatch(NUMBER, point, re.ASCII):
        raise BadCell("bad-number", given=said[:100])
    return Decimal(point)


def place(said: str) -> int:
    """The number of an operation, from 1; spreadsheets may write it 1.0."""
    whole = re.fullmatch(r"(\d{1,9})(\.0+)?", said, re.ASCII)
    if not whole or int(whole[1]) < 1:
        raise BadCell("bad-place", given=said[:100])
    return int(whole[1])


def flag(said: str) -> bool:
    """Yes or no."""
    return _one_of(FLAGS, said, ("1", "0"))


def verb(said: str) -> str:
    """The verb of an operation, by its own name, by that of the data or by that of the law."""
    return _one_of(VERBS, said, (term.verb for term in TERMS))


def extent(said: str) -> Extent:
    """How much is taken."""
    return _one_of(EXTENTS, said, Extent)


def carries(said: str) -> frozenset[Aspect]:
    """What is taken: one word, or several with ; between them."""
    words = [word for word in re.split(r"[;,+]", said) if word.strip()]
    return frozenset[Aspect]().union(
        *(_one_of(CARRIES, word, (*Aspect, "both", "all")) for word in words)
    )


def carried(aspects: Iterable[Aspect]) -> str:
    """What is taken, as a cell."""
    return ";".join(aspect for aspect in Aspect if aspect in {*aspects})


def ties(said: str) -> list[tuple[str, str]]:
    """Who stands above in other hierarchies: `party=P01; guidance=P02`."""
    pairs = [_apart(one, "=") for one in _apart(said, ";") if one.strip()]
    if not all(len(pair) == 2 and all(part.strip() for part in pair) for pair in pairs):
        raise BadCell("bad-ties", given=said[:100])
    return [(_bare(hierarchy), _bare(parent)) for hierarchy, parent in pairs]


def tied(pairs: Iterable[tuple[str, str]]) -> str:
    """Who stands above in other hierarchies, as a cell."""
    return "; ".join(f"{_kept(hierarchy)}={_kept(parent)}" for hierarchy, parent in pairs)


def _kept(part: str) -> str:
    """A part in which ; = and spaces at its ends mean nothing."""
    return re.sub(r"[;=\\]|^\s|\s$", lambda found: f"\\{found[0]}", part)


def _apart(said: str, mark: str) -> list[str]:
    """The parts between marks that have no backslash before them."""
    return re.findall(rf"(?:[^{mark}\\]|\\.)+", said, re.DOTALL)


def _bare(part: str) -> str:
    kept = re.sub(r"^\s+|(?<!\\)\s+$", "", part)
    return re.sub(r"\\(.)", r"\1", kept, flags=re.DOTALL)


def _one_of(known: Mapping[str, Value], said: str, named: Iterable[str]) -> Value:
    """What a word means; `named` are those that somebody who errs is told."""
    found = known.get(plain(said))
    if found is None:
        raise BadCell("unknown-word", given=said.strip()[:100], known=", ".join(named))
    return found


VERBS = {
    **{plain(word): term.verb for word, term in BY_WORD.items()},
    **{plain(term.law): term.verb for term in TERMS},
}
EXTENTS = {
    **{extent.value: extent for extent in Extent},
    "toàn_bộ": Extent.WHOLE,
    "một_phần": Extent.PART,
    "phần_còn_lại": Extent.REST,
}
CARRIES: dict[str, frozenset[Aspect]] = {
    **{aspect.value: frozenset({aspect}) for aspect in Aspect},
    "both": TERRITORY,
    "all": frozenset(Aspect),
    **dict.fromkeys(("đất", "đất_đai"), frozenset({Aspect.LAND})),
    **dict.fromkeys(("dân", "dân_cư"), frozenset({Aspect.PEOPLE})),
    **dict.fromkeys(("chức_năng", "nhiệm_vụ"), frozenset({Aspect.FUNCTIONS})),
    "cả_hai": TERRITORY,
    "tất_cả": frozenset(Aspect),
}
FLAGS = {
    **dict.fromkeys(("1", "true", "yes", "x", "có"), True),
    **dict.fromkeys(("0", "false", "no", "không"), False),
}
