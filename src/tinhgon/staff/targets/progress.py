"""How far a target is met on a day, and when retirements will have paid the rest.

The share is rounded up, as `law` does it: whoever must cut at least 10 per cent of 131 cuts 14.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, partial

import numpy as np

from tinhgon.law.shares import share_up
from tinhgon.registry.directory import directory, structure_on
from tinhgon.staff.models import Target
from tinhgon.staff.staffing import staffing
from tinhgon.staff.targets.grounds import A_DAY, Ground, Grounds
from tinhgon.staff.targets.held import (
    Counted,
    Passage,
    of,
    passages,
    people_present,
    posts_held,
)
from tinhgon.staff.targets.retirements import Retirements, births, retirements
from tinhgon.staff.targets.scope import units_of, units_under


class Outlook(StrEnum):
    """Whether what is left can be paid."""

    MET = "met"
    BY_VACANCIES = "by-vacancies"
    IN_TIME = "in-time"
    LATE = "late"
    SHORT = "short"


@dataclass(frozen=True)
class Reckoning:
    """Base, what must be cut of it at least, and what is held now."""

    base: int
    cut: int
    held: int

    @property
    def cap(self) -> int:
        """As many posts as there may be in the end."""
        return self.base - self.cut

    @property
    def done(self) -> int:
        """By how many the posts have fallen; below zero where they have grown."""
        return self.base - self.held

    @property
    def left(self) -> int:
        """How many are still to be cut."""
        return max(self.held - self.cap, 0)


@dataclass(frozen=True)
class Progress:
    """A target on a day: its reckoning, posts that nobody fills, who retires when.

    The reckoning is of `together` too: other targets whose units have become the same one.
    """

    target: Target
    on: date
    reckoning: Reckoning
    present: int
    retirements: Retirements
    together: tuple[Target, ...] = ()

    @property
    def vacant(self) -> int:
        """Posts that can be given up at once, since nobody is in them."""
        return max(self.reckoning.held - self.present, 0)

    @property
    def to_retire(self) -> int:
        """How many must go for what vacancies do not pay."""
        return max(self.reckoning.left - self.vacant, 0)

    @property
    def paid_on(self) -> date | None:
        """The day on which retirements will have paid what is left, if every post lapses."""
        return self.retirements.nth(self.to_retire)

    @property
    def short(self) -> int:
        """How many retirements are missing, as far as days of birth are known."""
        return max(self.to_retire - len(self.retirements.days), 0)

    @property
    def outlook(self) -> Outlook:
        """Whether it is met, can be met now, in time, late, or not by retirements."""
        if not self.reckoning.left:
            return Outlook.MET
        if not self.to_retire:
            return Outlook.BY_VACANCIES
        if self.paid_on is None:
            return Outlook.SHORT
        return Outlook.IN_TIME if self.paid_on <= self.target.due_day else Outlook.LATE


@dataclass(frozen=True)
class Share:
    """What a unit directly below owes, reckoned for itself.

    `since` is the first day of a unit that did not stand on the base day: its base is of that day.
    """

    unit: str
    progress: Progress
    since: date | None = None

    @property
    def reckoning(self) -> Reckoning:
        """Base, cut and what is held."""
        return self.progress.reckoning


def least_cut(base: int, percent: int) -> int:
    """So many per cent of a base at least: an exact share, rounded up."""
    return int(share_up(np.asarray([base]), percent)[0])


def progress(target: Target, on: date) -> Progress:
    """How far a target is met on a day."""
    return Books(on).progress(target)


class Books:
    """Posts and people on a day, read once for all targets that are looked at together."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._posts: dict[date, Counted] = {}
        self._under: dict[tuple[str, date], set[str]] = {}
        self._present: Counted | None = None
        self._grounds = Grounds(on, least_cut)
        self._births: list[tuple[str, str, date | None, str]] | None = None

    def progress(self, target: Target) -> Progress:
        """How far a target is met."""
        kinds, units = staffing().counted_in(target.counts), units_of(target, self.on)
        if target.unit is None:
            base = target.base
            if base is None:
                base = of(self.posts(target.base_day), units_of(target, target.base_day), kinds)
            ground = Ground(base, least_cut(base, target.percent), ())
        else:
            held, came = partial(self._held, kinds), partial(self._came, kinds)
            ground = self._grounds.of(target, held, came)
        return self._progress(target, ground, units, kinds)

    def shares(self, target: Target) -> list[Share]:
        """What each unit directly below owes: its own base, its own share of it rounded up."""
        if target.unit is None:
            return []
        kinds = staffing().counted_in(target.counts)
        found = []
        for child in structure_on(self.on).children(target.unit.key):
            first = directory().life(child.key).start
            since = first if first and first > target.base_day else None
            base = self._held(kinds, child.key, since or target.base_day)
            ground = Ground(base, least_cut(base, target.percent), ())
            own = self._progress(target, ground, units_under(child.key, self.on), kinds)
            if own.reckoning.base or own.reckoning.held:
                found.append(Share(child.key, own, since))
        return sorted(found, key=lambda share: (-share.reckoning.left, share.unit))

    def posts(self, day: date) -> Counted:
        """The posts that every unit held on a day."""
        if day not in self._posts:
            self._posts[day] = posts_held(day)
        return self._posts[day]

    def _held(self, kinds: Collection[str], key: str, day: date) -> int:
        """The posts of some kinds that a unit with all below it held on a day."""
        return of(self.posts(day), units_under(key, day), kinds)

    def _came(self, kinds: Collection[str], key: str, after: date) -> int:
        """How many more posts came to a unit after a day by reorganisations than left it so."""
        found = 0
        for one in self._passages:
            if one.day > after and one.kind in kinds:
                was_inside = self._stood_under(key, one.source, one.day)
                is_inside = self._stood_under(key, one.to, one.day)
                found += one.posts * (is_inside - was_inside)
        return found

    def _stood_under(self, key: str, unit: str, on: date) -> bool:
        """Whether a unit stands below another on a day or, once it has ended, did on its last."""
        end = directory().life(unit).end
        day = on if end is None or on < end else end - A_DAY
        if (key, day) not in self._under:
            self._under[key, day] = units_under(key, day)
        return unit in self._under[key, day]

    @cached_property
    def _passages(self) -> list[Passage]:
        return passages(self.on)

    def _progress(
        self, target: Target, ground: Ground, units: Collection[str], kinds: Collection[str]
    ) -> Progress:
        if self._present is None:
            self._present, self._births = people_present(self.on), births(self.on)
        return Progress(
            target,
            self.on,
            Reckoning(ground.base, ground.cut, of(self.posts(self.on), units, kinds)),
            of(self._present, units, kinds),
            retirements(self.on, units, kinds, self._births),
            ground.together,
        )
