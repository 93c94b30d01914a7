"""What can be done with many works at once: one table from the name of an act to what it makes."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.work import changing
from tinhgon.work.carrying_out import STATES_OF, Given, decided, possible_by
from tinhgon.work.changing import Change
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.entitlement import rights
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing, check_now, standings

Made = Callable[[Standing, Any, datetime, Given, Circumstances], Change]


def change_of(
    act: str, standing: Standing, by: Any, at: datetime, given: Given, around: Circumstances
) -> Change:
    """What an act makes of a work. Raises `Refused`, and `NotNow` where its state forbids it."""
    check_now(standing, STATES_OF.get(act, act), None if act in OF_A_DAY else at)
    return CHANGES[act](standing, by, at, given, around)


def offered(works: Iterable[Work], by: Any, on: date) -> list[str]:
    """The acts that somebody may do with one of several works at least, the commonest first.

    As many queries as for one work.
    """
    found = rights(standings(works), by, on=on)
    counted = Counter(act for one in found for act in possible_by(one, CHANGES))
    return sorted((act for act in CHANGES if act in counted), key=lambda act: -counted[act])


def _accept(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    return changing.accepted(standing, by=by, at=at)


def _confirm(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    return changing.confirmed(standing, by=by, at=at, words=given.words)


def _assign(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    to = {"officer": given.officer, "around": around}
    return changing.handed_over(standing, by=by, at=at, reason=given.words, **to)


def _hand_over(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    if given.unit is None:
        raise Refused("no-lead")
    to = {"unit": given.unit, "officer": given.officer, "around": around}
    return changing.handed_over(standing, by=by, at=at, reason=given.words, **to)


def _contribute(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    said = {"units": [given.unit] if given.unit else [], "reason": given.words}
    return changing.contributing(standing, on=localdate(at), around=around, **said)


def _ask(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    asked = {"until": given.until or date.min, "reason": given.words}
    return changing.extension_asked(standing, by=by, on=localdate(at), **asked)


def _decide(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    said = {"granted": decided(given.granted), "answer": given.words}
    return changing.extension_decided(standing, by=by, on=localdate(at), **said)


def _withdraw(standing: Standing, by: Any, at: datetime, given: Given, around: Any) -> Change:
    return changing.withdrawn(standing, by=by, at=at, reason=given.words)


CHANGES: dict[str, Made] = {
    "accept": _accept,
    "confirm": _confirm,
    "assign": _assign,
    "ask-extension": _ask,
    "decide-extension": _decide,
    "ask-to-contribute": _contribute,
    "hand-over": _hand_over,
    "withdraw": _withdraw,
}
"""By name; the order is that of the page."""

OF_A_DAY = frozenset({"ask-to-contribute", "ask-extension", "decide-extension"})
"""Acts that are done on a day and not at an instant."""
