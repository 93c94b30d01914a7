"""Which units the norms of law mean: `norms` of a jurisdiction file, read into values.

The law speaks of «phòng thuộc sở»; a jurisdiction file says which levels and kinds these are. See
docs/reference/jurisdiction-file.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tinhgon.domain.jurisdiction_file import Reader, Unreadable, read_mark, read_period
from tinhgon.domain.periods import Period


@dataclass(frozen=True, kw_only=True)
class Sort:
    """A sort of unit that norms mean: of these levels and kinds, below those; empty is any.

    `under` are the sorts, `below_kinds` the kinds of the unit directly above; `within` the levels
    of the nearest area.
    """

    key: str
    levels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    below_kinds: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    public_service: bool = False


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What bodies of these levels and kinds must have, over a period, and what says so."""

    levels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    hierarchy: str = ""
    except_within: frozenset[str] = frozenset()
    period: Period = field(default_factory=Period)
    source: str | None = None
    article: str | None = None
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of one unit, or of all of some kinds, that the law asks about."""

    aspect: str
    value: str
    unit: str | None = None
    kinds: frozenset[str] = frozenset()
    period: Period = field(default_factory=Period)
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Closed:
    """Of these levels, an area has no other bodies under the body of a role than the standard."""

    levels: frozenset[str]
    under: str
    body_levels: frozenset[str]
    period: Period = field(default_factory=Period)
    source: str | None = None
    article: str | None = None
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Norms:
    """All that a jurisdiction file says for norms."""

    sorts: tuple[Sort, ...] = ()
    counted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ties: tuple[Duty, ...] = ()
    regulations: tuple[Duty, ...] = ()
    closed: tuple[Closed, ...] = ()
    known: tuple[Known, ...] = ()


def read_norms(document: Any) -> Norms:
    """The norms of a parsed jurisdiction file; nothing where it has none. Raises `Unreadable`."""
    whole = Reader(document)
    if not whole.get("norms", None):
        return Norms()
    file = whole.mapping("norms")
    return Norms(
        sorts=_sorts(file),
        counted=_counted(file),
        ties=tuple(map(_duty, _listed(file, "ties"))),
        regulations=tuple(map(_duty, _listed(file, "regulations"))),
        closed=tuple(map(_closed, _listed(file, "closed"))),
        known=tuple(map(_known, _listed(file, "known"))),
    )


def _sorts(file: Reader) -> tuple[Sort, ...]:
    listed = file.mapping("sorts")
    return tuple(_sort(key, listed.mapping(key)) for key in listed)


def _sort(key: str, file: Reader) -> Sort:
    named = ("levels", "kinds", "under", "below_kinds", "within")
    service = file.get("public_service", False) is True
    return Sort(key=key, public_service=service, **{name: file.texts(name) for name in named})


def _counted(file: Reader) -> dict[str, frozenset[str]]:
    if not file.get("counted", None):
        return {}
    listed = file.mapping("counted")
    return {key: listed.texts(key) for key in listed}


def _duty(file: Reader) -> Duty:
    return Duty(
        levels=file.texts("levels"),
        kinds=file.texts("kinds"),
        hierarchy=str(file.get("hierarchy", "")),
        except_within=file.texts("except_within"),
        **_cited(file),
    )


def _closed(file: Reader) -> Closed:
    return Closed(
        levels=file.texts("levels"),
        under=file.text("under"),
        body_levels=file.texts("body_levels"),
        **_cited(file),
    )


def _known(file: Reader) -> Known:
    return Known(
        aspect=file.text("aspect"),
        value=file.text("value"),
        unit=file.get("unit", None),
        kinds=file.texts("kinds"),
        period=read_period(file),
        mark=read_mark(file.get("mark", "K"), file.place("mark")),
    )


def _cited(file: Reader) -> dict[str, Any]:
    return {
        "period": read_period(file),
        "source": file.get("source", None),
        "article": file.get("article", None),
        "mark": read_mark(file.get("mark", "K"), file.place("mark")),
    }


def _listed(file: Reader, name: str) -> list[Reader]:
    value = file.get(name, [])
    if not isinstance(value, list):
        raise Unreadable(file.place(name), "not-a-list")
    return [Reader(one, f"{file.place(name)}.{place}") for place, one in enumerate(value)]
