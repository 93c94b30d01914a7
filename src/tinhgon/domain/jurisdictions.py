"""Jurisdictions (nơi áp dụng): what levels, kinds and words a country or city has.

The register knows no country. Whatever is particular to one stands in a jurisdiction file, which
this module reads into values; docs/reference/jurisdiction-file.md describes it member by member.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tinhgon.domain.periods import Period
from tinhgon.domain.structure.levels import TERRITORY, Aspect, Kind, Level, Levels
from tinhgon.domain.structure.units import PRINCIPAL

MARKS = "PORK"
"""How surely something is verified: primary text, official page, secondary source, knowledge."""


def weakest(*marks: str) -> str:
    """Of several marks the one that says least, as of none: all is as sure as what it rests on."""
    return max(marks, key=MARKS.index, default=MARKS[-1])


class Unreadable(ValueError):
    """A jurisdiction file that cannot be used: `path` says where, `code` says what is wrong."""

    def __init__(self, path: str, code: str, **facts: object) -> None:
        super().__init__(f"{path}: {code}")
        self.path, self.code, self.facts = path, code, facts


@dataclass(frozen=True)
class Words:
    """One word or phrase in each language, singular and plural."""

    forms: Mapping[str, tuple[str, str]]

    def in_(self, language: str, count: int = 1) -> str:
        """The word in a language, else in the first one the file gives."""
        forms = self.forms.get(language) or next(iter(self.forms.values()))
        return forms[0 if count == 1 else 1]


@dataclass(frozen=True, kw_only=True)
class LevelWords:
    """How a level and its kinds are called, and the short forms people write for a kind."""

    noun: Words
    title: Words
    kinds: Mapping[str, Words]
    short: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What people whose unit was rearranged should know, and how surely it is verified."""

    title: Words
    text: Words
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class RequiredFact:
    """What the law wants to be done before a plan is decided (thủ tục phải thực hiện).

    `per` says for what it is asked: once for the whole package, or for each unit above those that
    are rearranged. A vote needs more than `share` of a hundred; a document needs its number.
    `levels` are those of which units must be rearranged for it to be asked.
    """

    key: str
    title: Words
    levels: frozenset[str]
    per: str = "package"
    share: int | None = None
    period: Period = field(default_factory=Period)
    source: str | None = None
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Jurisdiction:
    """A country or city whose apparatus is kept."""

    code: str
    name: Words
    whole: Words
    root: str
    levels: Levels
    words: Mapping[str, LevelWords]
    hierarchies: Mapping[str, Words]
    full_name_form: str = "{kind} {name}"
    code_name: Words = field(default_factory=lambda: Words({"en": ("Code", "Codes")}))
    evidence: Mapping[str, str] = field(default_factory=dict)
    finding_out: tuple[Advice, ...] = ()
    papers: tuple[Advice, ...] = ()
    required_facts: tuple[RequiredFact, ...] = ()
    document: Mapping[str, Any] = field(default_factory=dict, hash=False, compare=False)

    def full_name(self, kind: str, name: str) -> str:
        """Kind and name as they are written together: «Phường Ba Đình»."""
        written = self.full_name_form.format(kind=kind, name=name)
        return written[:1].upper() + written[1:]

    def mark(self, evidence: str) -> str:
        """How surely a piece of evidence is verified; what is not listed is not."""
        return self.evidence.get(evidence, "K")

    @property
    def basic_level(self) -> str:
        """The lowest level: the one at which people live and are served."""
        return max(self.levels.values(), key=lambda level: level.rank).key


def read_jurisdiction(document: Any) -> Jurisdiction:
    """The jurisdiction a parsed file describes; `Unreadable` says which place is wrong."""
    file = _Reader(document)
    levels = file.mapping("levels")
    return Jurisdiction(
        code=file.text("jurisdiction"),
        name=_words(file.get("name"), "name"),
        whole=_words(file.get("whole", file.get("name")), "whole"),
        root=file.text("root"),
        levels=Levels(_level(key, rank, levels.mapping(key)) for rank, key in enumerate(levels, 1)),
        words={key: _level_words(levels.mapping(key)) for key in levels},
        hierarchies=_hierarchies(file.get("hierarchies", {})),
        full_name_form=_full_name_form(file.get("full_name", "{kind} {name}")),
        code_name=_words(file.get("code_name", {"en": "Code"}), "code_name"),
        evidence=_evidence(file.get("evidence", {})),
        finding_out=_advice(file.get("finding_out", []), "finding_out"),
        papers=_advice(file.get("papers", []), "papers"),
        required_facts=_required_facts(file.get("required_facts", []), {*levels}),
        document=document,
    )


class _Reader:
    """A mapping of the file with the path by which errors are told."""

    def __init__(self, value: Any, path: str = "") -> None:
        if not isinstance(value, Mapping) or not value:
            raise Unreadable(path or ".", "not-a-mapping")
        self.value, self.path = value, path
        for name in value:
            if not isinstance(name, str):  # YAML reads 1 as a number and no as false
                raise Unreadable(self.place(name), "not-a-text")

    def __iter__(self) -> Any:
        return iter(self.value)

    def get(self, name: str, *default: Any) -> Any:
        if name not in self.value and not default:
            raise Unreadable(self.place(name), "missing")
        return self.value.get(name, *default)

    def place(self, name: object) -> str:
        return f"{self.path}.{name}" if self.path else str(name)

    def text(self, name: str) -> str:
        value = self.get(name)
        if not isinstance(value, str) or not value.strip():
            raise Unreadable(self.place(name), "not-a-text")
        return value

    def mapping(self, name: str) -> "_Reader":
        return _Reader(self.get(name), self.place(name))


def _level(key: str, rank: int, file: _Reader) -> Level:
    code = file.get("code", None)
    try:
        re.compile(code or "")
    except (re.error, TypeError):
        raise Unreadable(file.place("code"), "not-a-pattern") from None
    kinds = file.mapping("kinds")
    holds = file.get("holds", sorted(TERRITORY))
    if not isinstance(holds, list) or not {*holds} <= {*Aspect}:
        raise Unreadable(file.place("holds"), "unknown-aspect", known=", ".join(Aspect))
    return Level(
        key=key,
        rank=rank,
        holds=frozenset(Aspect(aspect) for aspect in holds),
        kinds={kind: Kind(key=kind, period=_period(kinds.mapping(kind))) for kind in kinds},
        code=code,
        period=_period(file),
    )


def _level_words(file: _Reader) -> LevelWords:
    kinds = file.mapping("kinds")
    return LevelWords(
        noun=_words(file.get("noun"), file.place("noun")),
        title=_words(file.get("title", file.get("noun")), file.place("title")),
        kinds={
            kind: _words(kinds.mapping(kind).get("noun", {"en": kind}), kinds.place(kind))
            for kind in kinds
        },
        short={
            kind: tuple(str(form) for form in kinds.mapping(kind).get("short", []))
            for kind in kinds
        },
    )


def _period(file: _Reader) -> Period:
    try:
        return Period(_day(file, "from"), _day(file, "until"))
    except ValueError as wrong:
        if isinstance(wrong, Unreadable):
            raise
        raise Unreadable(file.place("until"), "ends-before-it-starts") from None


def _day(file: _Reader, name: str) -> date | None:
    stated = file.get(name, None)
    day = stated.get("day") if isinstance(stated, Mapping) else stated
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError):
        raise Unreadable(file.place(name), "not-a-date", given=str(day)) from None


def _words(value: Any, path: str) -> Words:
    if isinstance(value, str):
        value = {"en": value}
    if not isinstance(value, Mapping) or not value:
        raise Unreadable(path, "not-words")
    return Words({str(language): _forms(given, path) for language, given in value.items()})


def _forms(given: Any, path: str) -> tuple[str, str]:
    forms = given if isinstance(given, list) else [given]
    if not forms or not all(isinstance(form, str) for form in forms):
        raise Unreadable(path, "not-words")
    return (forms[0], forms[-1])


def _hierarchies(value: Any) -> Mapping[str, Words]:
    if not isinstance(value, Mapping):
        raise Unreadable("hierarchies", "not-a-mapping")
    named = {key: _words(words, f"hierarchies.{key}") for key, words in value.items()}
    return {PRINCIPAL: Words({"en": (PRINCIPAL, PRINCIPAL)}), **named}


def _full_name_form(value: Any) -> str:
    form = re.compile(r"([^{}]|\{name\}|\{kind\})*")
    if not isinstance(value, str) or "{name}" not in value or not form.fullmatch(value):
        raise Unreadable("full_name", "no-name-in-form")
    return value


def _evidence(value: Any) -> Mapping[str, str]:
    if not isinstance(value, Mapping) or not all(mark in MARKS for mark in value.values()):
        raise Unreadable("evidence", "unknown-mark", known=", ".join(MARKS))
    return dict(value)


def _advice(value: Any, path: str) -> tuple[Advice, ...]:
    if not isinstance(value, list):
        raise Unreadable(path, "not-a-list")
    pieces = [_Reader(piece, f"{path}.{place}") for place, piece in enumerate(value)]
    return tuple(
        Advice(
            title=_words(piece.get("title"), piece.place("title")),
            text=_words(piece.get("text"), piece.place("text")),
            mark=_mark(piece.get("mark", "K"), piece.place("mark")),
        )
        for piece in pieces
    )


def _required_facts(value: Any, levels: set[str]) -> tuple[RequiredFact, ...]:
    if not isinstance(value, list):
        raise Unreadable("required_facts", "not-a-list")
    pieces = [_Reader(piece, f"required_facts.{place}") for place, piece in enumerate(value)]
    return tuple(_required_fact(piece, levels) for piece in pieces)


def _required_fact(file: _Reader, levels: set[str]) -> RequiredFact:
    asked_at, per, share = file.get("levels"), file.get("per", "package"), file.get("share", None)
    if not isinstance(asked_at, list) or not {*asked_at} <= levels:
        raise Unreadable(file.place("levels"), "unknown-level", known=", ".join(sorted(levels)))
    if per not in ("package", "above"):
        raise Unreadable(file.place("per"), "unknown-per", known="package, above")
    if share is not None and not (isinstance(share, int) and 0 <= share < 100):
        raise Unreadable(file.place("share"), "not-a-share")
    return RequiredFact(
        key=file.text("key"),
        title=_words(file.get("title"), file.place("title")),
        levels=frozenset(asked_at),
        per=per,
        share=share,
        period=_period(file),
        source=file.get("source", None),
        mark=_mark(file.get("mark", "K"), file.place("mark")),
    )


def _mark(value: Any, path: str) -> str:
    if value not in MARKS:
        raise Unreadable(path, "unknown-mark", known=", ".join(MARKS))
    return str(value)
