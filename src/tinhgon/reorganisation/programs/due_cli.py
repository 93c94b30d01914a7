"""Rehearsing and running what is due, on the command line."""

import sys
from dataclasses import asdict
from datetime import date

import click
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.due.rehearsing import Rehearsal, rehearse
from tinhgon.reorganisation.due.running import Ran, run_due
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import seen_package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.words import STATES, count_words
from tinhgon.temporal.gate import Busy
from tinhgon.ui import writing
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import (
    FAILED,
    REFUSED,
    acting,
    command,
    fail,
    json_option,
    on_option,
    progress,
    quiet_option,
    say,
)

group = click.Group()


@command(group, "rehearse", PlanPermission.TAKE_EFFECT, over=EVERYWHERE)
@click.argument("code")
@json_option
def rehearse_plan(code: str, as_json: bool) -> None:
    """Let a package take effect on a copy of the database, and say how that went."""
    package = seen_package(code)
    try:
        found = rehearse(package, by=acting(), on=localdate())
    except REFUSALS as refused:
        fail("\n".join(refusal_words(refused, names_of(package, rearrangement(package)))), REFUSED)
    if as_json:
        say({"package": code, **asdict(found)})
    else:
        click.echo("\n".join(_told(found)))
    if found.hanging or found.faults:
        sys.exit(FAILED)


def _told(found: Rehearsal) -> list[str]:
    words = _("On a copy it takes %(seconds)s s; left hanging: %(hanging)s; faults: %(faults)s.")
    facts = {"seconds": writing.number(found.seconds, 1)}
    said = words % {**facts, "hanging": found.hanging, "faults": found.faults}
    counts = [
        f"{writing.count(count):>8}  {count_words(what)}" for what, count in found.counts.items()
    ]
    changed = [
        f"{writing.count(before):>8} → {writing.count(after)}  {level}"
        for level, (before, after) in found.levels.items()
    ]
    return [said, *counts, *changed]


@command(group, "run-due", PlanPermission.TAKE_EFFECT, over=EVERYWHERE)
@on_option
@quiet_option
@json_option
def run_what_is_due(on: date | None, quiet: bool, as_json: bool) -> None:
    """Put into effect every enacted package whose day has come; for a timer."""
    today = localdate()
    if on and on > today:
        fail(_("%s has not come yet.") % writing.day(on), REFUSED)
    ran = list(run_due(by=acting(), on=on or today, progress=progress(quiet)))
    if as_json:
        say({"due": [_shown(one) for one in ran]})
    for one in ran if not as_json else ():
        click.echo(_line(one), err=one.stopped is not None)
    if any(one.stopped for one in ran):
        sys.exit(FAILED)


def _shown(one: Ran) -> dict[str, object]:
    outcome = one.outcome
    counts = dict(outcome.counts) if outcome else {}
    stopped = _why(one) if one.stopped else None
    return {"package": one.package.code, "counts": counts, "stopped": stopped}


def _line(one: Ran) -> str:
    if one.stopped:
        return f"{one.package.code}: {_why(one)}"
    assert one.outcome
    moved = sum(one.outcome.counts.values())
    return f"{one.package.code}: {STATES[one.outcome.state]} ({writing.count(moved)})"


def _why(one: Ran) -> str:
    if isinstance(one.stopped, Busy):
        return _("The register is being changed by somebody else. Try again soon.")
    assert one.stopped
    names = names_of(one.package, rearrangement(one.package))
    return " ".join(refusal_words(one.stopped, names))
