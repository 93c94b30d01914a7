"""The book of figures: every parameter of the statutes with its dated, cited values, as written.

Read once from the raw files, because in OpenFisca a value inherits what stands above it, and a
citation must stand beside the value itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from tinhgon.law.citations import Instrument, Unreadable, read_article, read_instrument
from tinhgon.law.files import load
from tinhgon.law.marks import MARKS
from tinhgon.statutes import INSTRUMENTS, PARAMETERS, READINGS

Value = int | bool | Decimal | date | str | tuple[Any, ...] | None
Of = tuple[str, ...]
Words = Mapping[str, str]

OTHER = "other"
"""In a file: all that are not named."""

COMMON = {"description", "metadata", "unit", "reference", "documentation"}
CITATION = {"under", "amended_by", "with", "article", "mark", "read", "note", "left_to"}
NOTHING: Words = {}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What the law says of one thing from one day on, and where it says so.

    `value` is None where the law says nothing more (`note` says why) or where its text was not
    obtained (`is_unknown`). `left_to` names the document to which the law leaves the figure.
    """

    name: str
    of: Of
    unit: str
    title: Words
    since: date
    until: date | None = None
    value: Value
    instrument: Instrument | None
    amended_by: Instrument | None = None
    beside: Instrument | None = None
    article: str | None
    mark: str
    read: Words
    note: Words = field(default_factory=dict)
    left_to: Words = field(default_factory=dict)
    is_unknown: bool = False

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One thing of which the law gives a figure, maybe for several cases (`by`), over time."""

    name: str
    title: Words
    unit: str
    by: tuple[str, ...]
    cases: Mapping[Of, tuple[Figure, ...]]
    base: Words = field(default_factory=dict)
    group: Words = field(default_factory=dict)
    rounding: str = ""
    items: Mapping[str, Words] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """The first part of the name, by which parameters are listed."""
        return self.name.partition(".")[0]

    def figures(self) -> Iterator[Figure]:
        """All dated values, case by case, first day first."""
        for figures in self.cases.values():
            yield from figures

    def case(self, of: Of) -> Of | None:
        """The case that holds for these keys: the named one, else the others."""
        found: Of = ()
        for key in of:
            level = {case[len(found)] for case in self.cases if case[: len(found)] == found}
            found += (key if key in level else OTHER,)
        return found if found in self.cases else None


@dataclass(frozen=True)
class Subject:
    """A field of law by which figures are listed."""

    key: str
    title: Words
    order: int


@cache
def book() -> Mapping[str, Parameter]:
    """Every parameter by its name, in order of names."""
    known = load(READINGS)
    found = [_parameter(name, document, known) for name, document in documents()]
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}


@cache
def subjects() -> tuple[Subject, ...]:
    """The fields of law, in the order in which they are listed."""
    found = []
    for folder in PARAMETERS.iterdir():
        about = load(folder / "index.yaml")["metadata"]
        found.append(Subject(folder.name, about["title"], about["order"]))
    return tuple(sorted(found, key=lambda one: one.order))


@cache
def instruments() -> Mapping[Instrument, Mapping[str, Any]]:
    """The instruments that figures may rest on, with titles and how surely their day is known."""
    table = {}
    for row in load(INSTRUMENTS):
        issued = None if row["issued"] == "unknown" else row["issued"]
        table[Instrument(row["number"], issued)] = row
    return table


def documents(folder: Any = PARAMETERS, above: str = "") -> Iterator[tuple[str, Any]]:
    """Every file of figures as it is written, with the name of its parameter."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{above}{entry.name.removesuffix('.yaml')}"
        if entry.is_dir():
            yield from documents(entry, f"{name}.")
        elif entry.name.endswith(".yaml") and entry.name != "index.yaml":
            yield name, load(entry)


def _parameter(name: str, document: Any, known: Any) -> Parameter:
    about = document.get("metadata", {})
    for needed in ("vi", "en", "unit"):
        if not about.get(needed):
            raise Unreadable(name, "missing", member=needed)
    parameter = Parameter(
        name=name,
        title={"vi": about["vi"], "en": about["en"]},
        unit=about["unit"],
        by=tuple(about.get("by", ())),
        cases={},
        base=about.get("base", {}),
        group=about.get("group", {}),
        rounding=about.get("rounding", ""),
        items=about.get("items", {}),
    )
    cases = dict(_cases(parameter, document, known))
    if any(len(case) != len(parameter.by) for case in cases):
        raise Unreadable(name, "bad-cases", by=parameter.by)
    object.__setattr__(parameter, "cases", cases)
    return parameter


def _cases(
    parameter: Parameter, document: Any, known: Any, of: Of = ()
) -> Iterator[tuple[Of, tuple[Figure, ...]]]:
    if "values" in document:
        yield of, _figures(parameter, document["values"], known, of)
        return
    for key, below in document.items():
        if key not in COMMON:
            yield from _cases(parameter, below, known, (*of, key))


def _figures(parameter: Parameter, values: Any, known: Any, of: Of) -> tuple[Figure, ...]:
    days = sorted(values)
    ends = [*days[1:], None]
    return tuple(
        _figure(parameter, day, end, values[day], known, of)
        for day, end in zip(days, ends, strict=True)
    )


def _figure(
    parameter: Parameter, since: date, until: date | None, written: Any, known: Any, of: Of
) -> Figure:
    place = ".".join([parameter.name, *of]) + f" {since}"
    if not isinstance(written, dict) or not written.get("metadata"):
        raise Unreadable(place, "no-citation")
    cited = written["metadata"]
    for needed in ("under", "article", "mark", "read"):
        if needed not in cited:
            raise Unreadable(place, "missing", member=needed)
    if cited.keys() - CITATION:
        raise Unreadable(place, "unknown-member", members=sorted(cited.keys() - CITATION))
    if cited["mark"] not in MARKS:
        raise Unreadable(place, "bad-mark", mark=cited["mark"])
    return Figure(
        name=parameter.name,
        of=of,
        unit=parameter.unit,
        title=parameter.title,
        since=since,
        until=until,
        value=_value(written["value"], parameter.unit),
        instrument=read_instrument(cited["under"], place),
        amended_by=_maybe(cited.get("amended_by"), place),
        beside=_maybe(cited.get("with"), place),
        article=read_article(cited["article"], place),
        mark=cited["mark"],
        read=_shared(known["readings"], cited["read"], place),
        note=_shared(known["notes"], cited.get("note"), place),
        left_to=cited.get("left_to", NOTHING),
        is_unknown=written["value"] is None and cited["read"] == "not-obtained",
    )


def _value(written: Any, unit: str) -> Value:
    if isinstance(written, list):
        return tuple(written)
    return date.fromisoformat(written) if unit == "day" and written else written


def _maybe(written: Any, place: str) -> Instrument | None:
    return read_instrument(written, place) if written else None


def _shared(table: Mapping[str, Words], key: Any, place: str) -> Words:
    """Words of their own, or those that several values share by a key."""
    if key is None or isinstance(key, dict):
        return key or NOTHING
    if key not in table:
        raise Unreadable(place, "unknown-key", key=key)
    return table[key]
