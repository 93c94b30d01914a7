"""The number of a document (số và ký hiệu): read into its parts and written back exactly.

    16/2015/NĐ-CP    66.25/2026/NQ-CP    normative: with the year
    1085/QĐ-TTg      12/KH-MTTQ-BTT      individual: without
    05/2017/TTLT-BNV-BTC                 joint: of several
    1747/UBND-NC                         a letter: no type, but whoever drafted it
    72/2025/QH15                         of the National Assembly: no type either
    07-KH/BCĐ        39-NQ/TW            the Party's: a dash after the number

What is read is written as the law has it: composed letters, Đ whatever was typed for it, no blanks.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict

from tinhgon.domain.documents.kinds import JOINT, KINDS, LETTER, System, symbol_as_known

LONGEST = 60
"""So many characters a number has at most."""

LOOK_ALIKE = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", **dict.fromkeys("‐‑‒–—―−", "-")})
SAME_ISSUER: Mapping[str, str] = {"tw": "TW", "tư": "TW", "ttg": "TTg", "cp": "CP"}
"""Issuers that are written in several ways, in one."""

ASSEMBLIES = ("UBTVQH", "QH")
SERIAL = re.compile(r"(?P<digits>\d{1,6})(?:\.(?P<part>\d{1,3}))?(?P<letter>[a-zđ])?")
SYMBOL = re.compile(r"[^\W\d_][\w&]*")
YEARS = range(1945, 2100)


class Misnumbered(ValueError):
    """Something that is no number of a document: `code` says why, `facts` where."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(f"{code} {facts or ''}".strip())
        self.code, self.facts = code, facts


class Serial(TypedDict):
    """What stands before the first stroke or dash."""

    digits: str
    part: str
    letter: str


class Issued(TypedDict, total=False):
    """What stands behind the type."""

    issuers: tuple[str, ...]
    drafter: str
    term: int | None


class Shape(StrEnum):
    """The forms that numbers have."""

    ASSEMBLY = "assembly"
    NORMATIVE = "normative"
    INDIVIDUAL = "individual"
    JOINT = "joint"
    LETTER = "letter"
    PARTY = "party"


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number in its parts.

    `digits` are those of the serial number as written (07); `part` stands after a point (66.25),
    `letter` behind it (12a). `term` is the legislature of the National Assembly. `issuers` are
    symbols; they are several only where several issued it. Without a type and without a term it
    is a letter, which names whoever drafted it.
    """

    system: System = System.STATE
    digits: str
    part: str = ""
    letter: str = ""
    year: int | None = None
    type: str | None = None
    issuers: tuple[str, ...]
    drafter: str = ""
    term: int | None = None

    def __post_init__(self) -> None:
        if not self.issuers or not all(map(SYMBOL.fullmatch, self.issuers)):
            raise Misnumbered("no-issuer")
        if self.type is not None and self.type not in KINDS[self.system]:
            raise Misnumbered("unknown-type", type=self.type)
        if self.year is not None and self.year not in YEARS:
            raise Misnumbered("bad-year", year=str(self.year))
        if len(self.issuers) > 1 and self.type not in JOINT:
            raise Misnumbered("several-issuers")
        if self.type is None and not (self.term or self.drafter):
            raise Misnumbered("no-type", issuer=self.issuers[0])

    @property
    def number(self) -> int:
        """The serial number as a number: 7 of 07-KH/BCĐ."""
        return int(self.digits)

    @property
    def issuer(self) -> str:
        """Whoever issued it, as the number has it: of several the first."""
        return self.issuers[0]

    @property
    def shape(self) -> Shape:
        if self.system is System.PARTY:
            return Shape.PARTY
        if self.type in JOINT:
            return Shape.JOINT
        if self.type is None:
            return Shape.ASSEMBLY if self.term else Shape.LETTER
        return Shape.NORMATIVE if self.year else Shape.INDIVIDUAL

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it may be by its symbol: one kind, several, or nothing that the symbol says."""
        if self.shape is Shape.LETTER:
            return (LETTER,)
        return KINDS[self.system].get(self.type or "", ())

    @property
    def key(self) -> str:
        """What all writings of one number share: 07-KH/BCĐ and 7-KH/BCĐ are the same."""
        return self._written(f"{self.number}")

    def __str__(self) -> str:
        return self._written(self.digits)

    def _written(self, digits: str) -> str:
        serial = f"{digits}{f'.{self.part}' if self.part else ''}{self.letter}"
        named = "-".join((*self.issuers, *([self.drafter] if self.drafter else [])))
        issued = f"{named}{self.term or ''}"
        if self.system is System.PARTY:
            return f"{serial}-{self.type}/{issued}"
        symbol = f"{self.type}-{issued}" if self.type else issued
        return "/".join(filter(None, (serial, str(self.year or ""), symbol)))


@dataclass(frozen=True)
class Identity:
    """Which document it is: its number, whoever issued it, and the day; numbers come again."""

    key: str
    issuer: str
    issued: date | None = None


def identity(number: Number, issued: date | None = None) -> Identity:
    """The identity of the document with a number that was issued on a day."""
    return Identity(number.key, number.issuer, issued)


def normalised(written: str) -> str:
    """A number without blanks, its letters composed, Đ and dashes in one form."""
    composed = unicodedata.normalize("NFC", written).translate(LOOK_ALIKE)
    return re.sub(r"\s+", "", composed)


def parse(written: str) -> Number:
    """The number that somebody wrote; raises `Misnumbered`."""
    text = re.sub(r"^[Ss]ố\s*:?\s*", "", unicodedata.normalize("NFC", written).strip())
    text = normalised(text)
    if not text:
        raise Misnumbered("empty")
    if len(text) > LONGEST:
        raise Misnumbered("too-long", most=str(LONGEST))
    found = SERIAL.match(text)
    if found is None:
        raise Misnumbered("no-serial")
    digits, part, letter = (group or "" for group in found.groups())
    serial = Serial(digits=digits, part=part, letter=letter)
    rest = text[found.end() :]
    if "/" not in rest:
        raise Misnumbered("no-stroke")
    return _party(serial, rest[1:]) if rest.startswith("-") else _state(serial, rest)


def _party(serial: Serial, rest: str) -> Number:
    symbol, _, issued = rest.partition("/")
    known = symbol_as_known(System.PARTY, symbol)
    if known is None:
        raise Misnumbered("unknown-type", type=symbol)
    return Number(system=System.PARTY, **serial, type=known, **_issued(known, _symbols(issued)))


def _state(serial: Serial, rest: str) -> Number:
    if not rest.startswith("/"):
        raise Misnumbered("no-stroke")
    year, stroke, symbols = rest[1:].partition("/")
    if not stroke:
        year, symbols = "", year
    elif not re.fullmatch(r"\d{4}", year):
        raise Misnumbered("bad-year", year=year)
    first, *others = _symbols(symbols)
    dated = int(year) if year else None
    assembly = _assembly(first) if dated and not others else None
    if assembly:
        return Number(**serial, year=dated, issuers=assembly[:1], term=assembly[1])
    known = symbol_as_known(System.STATE, first) if others else None
    if known:
        return Number(**serial, year=dated, type=known, **_issued(known, others))
    if dated:
        raise Misnumbered("unknown-type", type=first)
    return Number(**serial, issuers=(_issuer(first),), drafter="-".join(others))


def _symbols(written: str) -> list[str]:
    symbols = written.split("-")
    for symbol in symbols:
        if not SYMBOL.fullmatch(symbol):
            raise Misnumbered("bad-symbol", symbol=symbol)
    return symbols


def _issued(known: str, symbols: list[str]) -> Issued:
    """Who issued and who drafted; of an assembly's committee, in which term."""
    assembly = _assembly(symbols[0]) if len(symbols) == 1 else None
    if assembly:
        return Issued(issuers=assembly[:1], term=assembly[1])
    if known in JOINT:
        return Issued(issuers=tuple(map(_issuer, symbols)))
    return Issued(issuers=(_issuer(symbols[0]),), drafter="-".join(symbols[1:]))


def _issuer(symbol: str) -> str:
    return SAME_ISSUER.get(symbol.casefold(), symbol)


def _assembly(symbol: str) -> tuple[str, int] | None:
    """The National Assembly or its standing committee, and its term: QH15."""
    found = re.fullmatch(rf"({'|'.join(ASSEMBLIES)})(\d{{1,2}})", symbol)
    return (found[1], int(found[2])) if found else None
