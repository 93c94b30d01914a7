"""The world of a day read from the database: a few queries, however many units there are."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, Sum

from tinhgon.domain.norms.sorts import Norms, read_norms
from tinhgon.domain.norms.world import Counts, Leader, World
from tinhgon.domain.structure.units import Structure
from tinhgon.norms.figures import LawOfDay
from tinhgon.norms.models import Classification, Regulations
from tinhgon.norms.provided import mandates_of
from tinhgon.registry.mandate.held import Held, mandates
from tinhgon.registry.models import Succession
from tinhgon.registry.queries import jurisdiction, register, revision, structure
from tinhgon.staff.models import Assignment, Basis, Movement, Purse, Rank
from tinhgon.temporal.bulk import collecting_later
from tinhgon.temporal.models import in_force

Books = dict[str, Counter[str]]
Heirs = Mapping[str, str]


def norms() -> Norms:
    """What the jurisdiction file says for norms; read once for a revision of the register."""
    return _norms(revision())


@lru_cache(maxsize=2)
def _norms(revision: int) -> Norms:
    return read_norms(register().jurisdiction)


@dataclass(frozen=True)
class Chosen:
    """Who was chosen to take posts, people or mandates of units that end, not their heirs."""

    posts: Heirs = field(default_factory=dict)
    people: Heirs = field(default_factory=dict)
    mandates: Heirs = field(default_factory=dict)


@dataclass(frozen=True)
class Recorded:
    """What is recorded of units on a day, whatever structure it is judged with."""

    posts: Books
    frozen: Books
    filled: Books
    leaders: Sequence[tuple[Any, ...]]
    mandates: Sequence[Held]
    classes: Mapping[tuple[str, str], str]
    rearranged: Mapping[str, date]
    regulated: frozenset[str]


def recorded_on(on: date) -> Recorded:
    """What is recorded of all units on a day; a few queries."""
    places = "post__placements__"
    with collecting_later():
        return Recorded(
            posts=_posts(on),
            frozen=_posts(on, Purse.FROZEN),
            filled=_filled(on, places),
            leaders=_leading(on, places),
            mandates=tuple(mandates(on)),
            classes=_classes(on),
            rearranged=_rearranged(on),
            regulated=frozenset(Regulations.objects.on(on).values_list("unit__key", flat=True)),
        )


def world_on(
    on: date,
    stands: Structure | None = None,
    *,
    new: Collection[str] = (),
    heirs: Heirs | None = None,
    chosen: Chosen | None = None,
    posts: Mapping[str, Counts] | None = None,
    recorded: Recorded | None = None,
) -> World:
    """The world of a day; or of a structure that a plan makes, with what its heirs take over.

    `heirs` says of each unit that ends there who takes its posts, people and mandates, but for what
    somebody was `chosen` for. `posts` are those that the plan states. `recorded` is what was read
    of the day already.
    """
    heirs, chosen = {**(heirs or {})}, chosen or Chosen()
    to, people = heirs | {**chosen.posts}, heirs | {**chosen.people}
    held = recorded or recorded_on(on)
    with collecting_later():
        stands = structure(on) if stands is None else stands
        allotted = _taken_over(held.posts, to, stands)
        words = jurisdiction()
        return World(
            on=on,
            structure=stands,
            jurisdiction=words,
            norms=norms(),
            figures=LawOfDay(on),
            posts={**allotted, **(posts or {})},
            frozen=_taken_over(held.frozen, to, stands),
            filled=_taken_over(held.filled, people, stands),
            leaders=_leaders(held.leaders, people, stands),
            mandates=mandates_of(
                held.mandates, on, stands, words.functions, heirs | {**chosen.mandates}
            ),
            classes=held.classes,
            rearranged={**held.rearranged, **dict.fromkeys(heirs.values(), on)},
            regulated=held.regulated,
            new=frozenset(new),
        )


def _posts(on: date, purse: str | None = None) -> Books:
    """What each unit holds on a day by kind of staff, in one purse or in both."""
    held: Books = {}
    for side, sign in (("target", 1), ("source", -1)):
        rows = Movement.objects.filter(day__lte=on, **{f"{side}_unit__isnull": False})
        if purse:
            rows = rows.filter(**{f"{side}_purse": purse})
        unit = f"{side}_unit__key"
        for key, kind, posts in rows.values_list(unit, "staff_kind").annotate(Sum("posts")):
            held.setdefault(key, Counter())[kind] += sign * posts
    return held


def _filled(on: date, places: str) -> Books:
    """How many people hold a post of each unit on a day, by kind of staff; who acts does not."""
    held = Assignment.objects.on(on).exclude(basis=Basis.ACTING).filter(in_force(on, places))
    rows = held.values_list(f"{places}unit__key", f"{places}staff_kind").annotate(Count("pk"))
    filled: Books = {}
    for key, kind, people in rows:
        filled.setdefault(key, Counter())[kind] += people
    return filled


def _leading(on: date, places: str) -> list[tuple[Any, ...]]:
    """Who is in the leaders' posts on a day: post, basis, officer, unit, rank."""
    return list(
        Assignment.objects.on(on)
        .filter(in_force(on, places), **{f"{places}rank__in": [Rank.HEAD, Rank.DEPUTY]})
        .values_list("post", "basis", "officer__key", f"{places}unit__key", f"{places}rank")
    )


def _leaders(
    rows: Sequence[tuple[Any, ...]], heirs: Heirs, stands: Structure
) -> tuple[Leader, ...]:
    """Who leads each unit: the holder of each leader's post, else who acts in it."""
    found: dict[int, Leader] = {}
    for post, basis, officer, unit, rank in rows:
        if basis != Basis.ACTING or post not in found:
            found[post] = Leader(officer, _heir(unit, heirs, stands), rank)
    return tuple(sorted(found.values(), key=lambda one: (one.unit, one.rank, one.officer)))


def _classes(on: date) -> dict[tuple[str, str], str]:
    rows = Classification.objects.on(on).values_list("unit__key", "aspect", "value")
    return {(key, aspect): value for key, aspect, value in rows}


def _rearranged(on: date) -> dict[str, date]:
    """The last day up to this one on which each unit was formed from others or took some in."""
    rows = Succession.objects.known_at().filter(day__lte=on).values_list("successor__key")
    return dict(rows.annotate(Max("day")))


def _taken_over(books: Books, heirs: Heirs, stands: Structure) -> Books:
    """What units hold, that of those who end with those who take it over."""
    if not heirs:
        return books
    taken: Books = {}
    for key, held in books.items():
        taken.setdefault(_heir(key, heirs, stands), Counter()).update(held)
    return taken


def _heir(key: str, heirs: Heirs, stands: Structure) -> str:
    return key if key in stands else heirs.get(key, key)
