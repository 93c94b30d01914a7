"""Rehearsing (diễn tập): a package takes effect on a copy of the database, and a report is left."""

import time
from dataclasses import dataclass
from datetime import date, timedelta

from tinhgon.audit.record import Actor, verify
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.queries import packages
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.tallies import levels
from tinhgon.temporal.copying import on_a_copy


@dataclass(frozen=True)
class Rehearsal:
    """What happened on the copy: how long it took, what moved, what was left and what is wrong.

    `levels` is how many units of each level there were, before and after.
    """

    seconds: float
    counts: dict[str, int]
    hanging: int
    faults: int
    levels: dict[str, tuple[int, int]]


def rehearse(package: Package, *, by: Actor, on: date) -> Rehearsal:
    """Let a package take effect on a copy, as of its day; raises whatever the acts would raise."""
    with on_a_copy():
        began = time.perf_counter()
        _through(package.code, by, on)
        seconds = round(time.perf_counter() - began, 2)
        done = packages().get(code=package.code)
        return Rehearsal(
            seconds=seconds,
            counts=done.effect.counts,
            hanging=done.effect.hanging,
            faults=sum(1 for _broken in verify()),
            levels=levels(rearrangement(done).standing),
        )


def _through(code: str, by: Actor, on: date) -> None:
    package = packages().get(code=code)
    if package.state is not State.ENACTED:
        actions.enact(package, by=by, on=min(on, package.day - timedelta(days=1)))
    actions.take_effect(packages().get(code=code), by=by, on=max(on, package.day))
