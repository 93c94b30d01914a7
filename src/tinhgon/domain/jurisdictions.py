"""Jurisdictions (nơi áp dụng): what levels, kinds and words a country or city has.

The register knows no country. Whatever is particular to one stands in a jurisdiction file, which
this module reads into values; docs/reference/jurisdiction-file.md describes it member by member.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tinhgon.domain.functions import Functions, read_functions
from tinhgon.domain.jurisdiction_file import (
    MARKS,
    Reader,
    Unreadable,
    Words,
    read_mark,
    read_period,
    read_words,
)
from tinhgon.domain.periods import Period
from tinhgon.domain.standards import Standards, read_standards
from tinhgon.domain.structure.levels import TERRITORY, Aspect, Kind, Level, Levels
from tinhgon.domain.structure.units import PRINCIPAL


def weakest(*marks: str) -> str:
    """Of several marks the one that says least, as of none: all is as sure as what it rests on."""
    return max(marks, key=MARKS.index, default=MARKS[-1])


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
    """A country or city whose apparatus is kept.

    `answering` are the hierarchies in which whoever answers for a unit answers for those below it.
    """

    code: str
    name: Words
    whole: Words
    root: str
    levels: Levels
    words: Mapping[str, LevelWords]
    hierarchies: Mapping[str, Words]
    answering: frozenset[str] = frozenset({PRINCIPAL})
    blocs: Mapping[str, Words] = field(default_factory=dict)
    full_name_form: str = "{kind} {name}"
    code_name: Words = field(default_factory=lambda: Words({"en": ("Code", "Codes")}))
    evidence: Mapping[str, str] = field(default_factory=dict)
    evidence_words: Mapping[str, Words] = field(default_factory=dict)
    standards: Standards = field(default_factory=Standards)
    functions: Functions = field(default_factory=dict)
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
        """The lowest level of areas: the one at which people live and are served."""
        return self.areas[-1]

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The levels whose units are areas (đơn vị hành chính), highest first."""
        return tuple(key for key, level in self.levels.items() if level.is_area)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The levels whose units are bodies (cơ quan, tổ chức, đơn vị), highest first."""
        return tuple(key for key, level in self.levels.items() if not level.is_area)

    def is_area(self, level: str) -> bool:
        """Whether units of a level are areas; of one that the file does not know they are."""
        return level not in self.levels or self.levels[level].is_area

    def kind_at(self, level: str, kind: str) -> Kind:
        """A kind with what the file says of it; one it does not know says nothing."""
        return (self.levels[level].kinds if level in self.levels else {}).get(kind, Kind(key=kind))

    def bloc(self, path: Iterable[tuple[str, str]]) -> str | None:
        """The bloc of a body, by level and kind of itself and of those above it, lowest first."""
        return next(filter(None, (self.kind_at(*one).bloc for one in path)), None)


def read_jurisdiction(document: Any) -> Jurisdiction:
    """The jurisdiction a parsed file describes; `Unreadable` says which place is wrong."""
    file = Reader(document)
    levels = file.mapping("levels")
    blocs = _blocs(file.get("blocs", {}))
    known = _levels(levels, {*blocs})
    hierarchies = _hierarchies(file.get("hierarchies", {}))
    return Jurisdiction(
        code=file.text("jurisdiction"),
        name=read_words(file.get("name"), "name"),
        whole=read_words(file.get("whole", file.get("name")), "whole"),
        root=file.text("root"),
        levels=known,
        words={key: _level_words(levels.mapping(key)) for key in levels},
        hierarchies=hierarchies,
        answering=_answering(file.get("answering", []), {*hierarchies}),
        blocs=blocs,
        full_name_form=_full_name_form(file.get("full_name", "{kind} {name}")),
        code_name=read_words(file.get("code_name", {"en": "Code"}), "code_name"),
        evidence=_evidence(file.get("evidence", {})),
        evidence_words=_evidence_words(file.get("evidence", {})),
        standards=read_standards(file, known, {*hierarchies}),
        functions=read_functions(file, {*blocs}),
        finding_out=_advice(file.get("finding_out", []), "finding_out"),
        papers=_advice(file.get("papers", []), "papers"),
        required_facts=_required_facts(file.get("required_facts", []), {*levels}),
        document=document,
    )


def _levels(file: Reader, blocs: set[str]) -> Levels:
    """The levels; there is one of areas, for whoever lives somewhere."""
    levels = Levels(_level(key, rank, file.mapping(key), blocs) for rank, key in enumerate(file, 1))
    if not any(level.is_area for level in levels.values()):
        raise Unreadable("levels", "no-areas")
    return levels


def _level(key: str, rank: int, file: Reader, blocs: set[str]) -> Level:
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
        kinds={kind: _kind(kind, kinds.mapping(kind), blocs) for kind in kinds},
        code=code,
        period=read_period(file),
    )


def _kind(key: str, file: Reader, blocs: set[str]) -> Kind:
    bloc, service = file.get("bloc", None), file.get("public_service", False)
    if bloc is not None and bloc not in blocs:
        raise Unreadable(file.place("bloc"), "unknown-bloc", known=", ".join(sorted(blocs)))
    if not isinstance(service, bool):
        raise Unreadable(file.place("public_service"), "not-a-boolean")
    return Kind(key=key, period=read_period(file), bloc=bloc, public_service=service)


def _level_words(file: Reader) -> LevelWords:
    kinds = file.mapping("kinds")
    return LevelWords(
        noun=read_words(file.get("noun"), file.place("noun")),
        title=read_words(file.get("title", file.get("noun")), file.place("title")),
        kinds={
            kind: read_words(kinds.mapping(kind).get("noun", {"en": kind}), kinds.place(kind))
            for kind in kinds
        },
        short={
            kind: tuple(str(form) for form in kinds.mapping(kind).get("short", []))
            for kind in kinds
        },
    )


def _hierarchies(value: Any) -> Mapping[str, Words]:
    if not isinstance(value, Mapping):
        raise Unreadable("hierarchies", "not-a-mapping")
    named = {key: read_words(words, f"hierarchies.{key}") for key, words in value.items()}
    return {PRINCIPAL: Words({"en": (PRINCIPAL, PRINCIPAL)}), **named}


def _answering(value: Any, hierarchies: set[str]) -> frozenset[str]:
    """The principal hierarchy, and those that the file names."""
    if not isinstance(value, list):
        raise Unreadable("answering", "not-a-list")
    if not {*map(str, value)} <= hierarchies:
        raise Unreadable("answering", "unknown-hierarchy", known=", ".join(sorted(hierarchies)))
    return frozenset({PRINCIPAL, *map(str, value)})


def _blocs(value: Any) -> Mapping[str, Words]:
    if not isinstance(value, Mapping):
        raise Unreadable("blocs", "not-a-mapping")
    return {str(key): read_words(words, f"blocs.{key}") for key, words in value.items()}


def _full_name_form(value: Any) -> str:
    form = re.compile(r"([^{}]|\{name\}|\{kind\})*")
    if not isinstance(value, str) or "{name}" not in value or not form.fullmatch(value):
        raise Unreadable("full_name", "no-name-in-form")
    return value


def _evidence(value: Any) -> Mapping[str, str]:
    marks: dict[str, Any] = {
        name: said.get("mark") if isinstance(said, Mapping) else said
        for name, said in (value.items() if isinstance(value, Mapping) else ())
    }
    if not isinstance(value, Mapping) or not all(mark in {*MARKS} for mark in marks.values()):
        raise Unreadable("evidence", "unknown-mark", known=", ".join(MARKS))
    return marks


def _evidence_words(value: Mapping[str, Any]) -> Mapping[str, Words]:
    """How evidence is called on pages, where the file says so beside the mark."""
    return {
        name: read_words(said["noun"], f"evidence.{name}.noun")
        for name, said in value.items()
        if isinstance(said, Mapping) and "noun" in said
    }


def _advice(value: Any, path: str) -> tuple[Advice, ...]:
    if not isinstance(value, list):
        raise Unreadable(path, "not-a-list")
    pieces = [Reader(piece, f"{path}.{place}") for place, piece in enumerate(value)]
    return tuple(
        Advice(
            title=read_words(piece.get("title"), piece.place("title")),
            text=read_words(piece.get("text"), piece.place("text")),
            mark=read_mark(piece.get("mark", "K"), piece.place("mark")),
        )
        for piece in pieces
    )


def _required_facts(value: Any, levels: set[str]) -> tuple[RequiredFact, ...]:
    if not isinstance(value, list):
        raise Unreadable("required_facts", "not-a-list")
    pieces = [Reader(piece, f"required_facts.{place}") for place, piece in enumerate(value)]
    return tuple(_required_fact(piece, levels) for piece in pieces)


def _required_fact(file: Reader, levels: set[str]) -> RequiredFact:
    asked_at, per, share = file.get("levels"), file.get("per", "package"), file.get("share", None)
    if not isinstance(asked_at, list) or not {*asked_at} <= levels:
        raise Unreadable(file.place("levels"), "unknown-level", known=", ".join(sorted(levels)))
    if per not in ("package", "above"):
        raise Unreadable(file.place("per"), "unknown-per", known="package, above")
    if share is not None and not (isinstance(share, int) and 0 <= share < 100):
        raise Unreadable(file.place("share"), "not-a-share")
    return RequiredFact(
        key=file.text("key"),
        title=read_words(file.get("title"), file.place("title")),
        levels=frozenset(asked_at),
        per=per,
        share=share,
        period=read_period(file),
        source=file.get("source", None),
        mark=read_mark(file.get("mark", "K"), file.place("mark")),
    )
