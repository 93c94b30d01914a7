"""The way of a package in steps: what was done, when and by whom, and what is to come."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.documents.models import Instrument
from tinhgon.reorganisation.models import REACHED_BY, Done, Package, State
from tinhgon.reorganisation.words import STATES
from tinhgon.reorganisation.workflow import way_to_enact
from tinhgon.ui import writing

ENTERED = frozenset({State.DRAFT, State.ENACTED, State.IN_EFFECT})
"""The states of what was decided elsewhere and is only entered here."""

AHEAD = frozenset(State) - {State.WITHDRAWN}
"""The states of what is decided here."""


def steps(
    package: Package, instruments: Iterable[Instrument], today: date, *, named: bool = False
) -> list[dict[str, Any]]:
    """The way of a package: what was done, by whom and when, and what is to come.

    When its instruments were issued is one thing, when that was recorded here another. People are
    called by their names only where `named`.
    """
    issued, state = _issued(instruments), package.state
    states = _way(package, today)
    way = [_step(package, one, issued, today, named) for one in states]
    now = states.index(state)
    for place, step in enumerate(way):
        step["state"] = "done" if place < now else "now" if place == now else ""
    return way


def _way(package: Package, today: date) -> list[State]:
    """The states of a package that are behind it, and those that are to come.

    What was decided elsewhere is entered: it is neither sealed nor approved here.
    """
    reached = [state for state, row in reversed(REACHED_BY) if hasattr(package, row)]
    if package.state is State.WITHDRAWN:
        return [State.DRAFT, *(state for state in STATES if state in reached)]
    ahead = AHEAD if _is_decided_here(package, today) else ENTERED
    return [state for state in STATES if state in ahead or state in reached]


def _is_decided_here(package: Package, today: date) -> bool:
    """Whether a package goes, or went, through seal and approval."""
    if hasattr(package, "enactment"):
        return hasattr(package, "approval")
    return hasattr(package, "sealing") or way_to_enact(package, today) == "enact"


def _step(
    package: Package, state: State, issued: list[str], today: date, named: bool
) -> dict[str, Any]:
    row = getattr(package, dict(REACHED_BY).get(state, "drafting"), None)
    lines = [*_who(row, named)] if row else []
    if state is State.DRAFT:
        lines = [writing.day(package.drafting.at)]
    elif state is State.ENACTED:
        lines = [*issued, *lines]
    elif state is State.IN_EFFECT:
        lines = [*_effect(package, today), *lines]
    return {"name": STATES[state], "lines": lines}


def _effect(package: Package, today: date) -> list[str]:
    """From which day a package is in effect, and how long that is to come."""
    since = _("from %s") % writing.day(package.day)
    days = (package.day - today).days
    if hasattr(package, "effect") or days <= 0:
        return [since]
    left = ngettext("%s day left", "%s days left", days) % writing.count(days)
    return [since, left]


def _issued(instruments: Iterable[Instrument]) -> list[str]:
    days = sorted({one.issued for one in instruments if one.issued})
    if not days:
        return []
    words = _("issued %(first)s") if len(days) == 1 else _("issued %(first)s to %(last)s")
    return [words % {"first": writing.day(days[0]), "last": writing.day(days[-1])}]


def _who(done: Done, named: bool) -> Iterator[str]:
    """When it was recorded here and by whom, and the day it bears if that is another."""
    who = done.who if named else done.office
    yield _("recorded here %(day)s by %(who)s") % {"day": writing.day(done.at), "who": who}
    if localdate(done.at) != done.on:
        yield _("dated %s") % writing.day(done.on)
