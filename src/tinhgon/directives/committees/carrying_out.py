"""What can be done with a committee from API and commands: one table from a name to the act."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees import actions
from tinhgon.directives.committees.entitlement import ask_to_keep, ask_to_set_up
from tinhgon.directives.committees.meeting import actions as meeting
from tinhgon.directives.committees.meeting.actions import Point
from tinhgon.directives.committees.planning import actions as planning
from tinhgon.directives.models import Committee, Member, PlanItem, Session, YearPlan
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer


@dataclass(frozen=True, kw_only=True)
class Given:
    """What an act is given besides the committee; each takes what it needs.

    `member`, `item`, `session` and `items` are numbers of this committee's; `words` are the reason,
    or what was done. `planned` are items on an agenda, `points` what else is on it.
    """

    on: date | None = None
    until: date | None = None
    words: str = ""
    under: Instrument | None = None
    unit: Unit | None = None
    units: Sequence[Unit] = ()
    capacity: str = ""
    role: str = ""
    officer: Officer | None = None
    name: str = ""
    position: str = ""
    looks_after: str = ""
    member: int | None = None
    item: int | None = None
    items: Sequence[int] = ()
    year: int | None = None
    month: int | None = None
    day: date | None = None
    what: str = ""
    product: str = ""
    recurring: bool = False
    session: int | None = None
    when: datetime | None = None
    place: str = ""
    points: Sequence[str] = ()
    attended: Sequence[int] = ()
    stood_in: Mapping[int, str] = field(default_factory=dict)


Act = Callable[[Committee, Any, datetime, Given], Any]


def carry_out(act: str, committee: Committee, *, by: Any, at: datetime, given: Given) -> None:
    """Do something with a committee, if whoever asks keeps it.

    Raises `NotEntitled`, and `ValidationError` by the name of what is wrong.
    """
    ask_to_keep(committee, by, on=localdate(at))
    ACTS[act](committee, by, at, given)


def _attach(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    unit = _needed("unit", given.unit)
    ask_to_set_up(unit.key, by, on=localdate(at))
    named = {"capacity": given.capacity or "office", "unit": unit, "reason": given.words}
    actions.attach(committee, by=by, on=given.on or localdate(at), **named)


def _dissolve(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    on = given.on or localdate(at)
    actions.dissolve(committee, by=by, on=on, under=given.under, reason=given.words)


def _appoint(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    alike = ("until", "officer", "name", "position", "looks_after", "units", "under")
    named = {name: getattr(given, name) for name in alike}
    named |= {"role": given.role or "member", "reason": given.words}
    actions.appoint(committee, by=by, on=given.on or localdate(at), **named)


def _relieve(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    on, member = given.on or localdate(at), _member(committee, given)
    actions.relieve(_needed("member", member), by=by, on=on, reason=given.words)


def _add_item(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    year = given.year or localdate(at).year
    planning.add(committee, by=by, at=at, year=year, **_written(committee, given))


def _rewrite_item(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    planning.rewrite(_item(committee, given), by=by, at=at, **_written(committee, given))


def _take_out(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    planning.take_out(_item(committee, given), by=by, at=at)


def _adopt(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    year = given.year or localdate(at).year
    plan: YearPlan = _needed("year", committee.plans.filter(year=year).first())
    planning.adopt(plan, by=by, at=at, on=given.on or localdate(at), under=given.under)


def _carry_over(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    year = given.year or localdate(at).year
    planning.carry_over(committee, by=by, at=at, year=year, items=given.items)


def _move_item(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    to: dict[str, Any] = {"month": given.month, "day": given.day, "reason": given.words}
    planning.move(_item(committee, given), by=by, at=at, **to)


def _entrust_item(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    to = {"member": _needed("member", _member(committee, given)), "reason": given.words}
    planning.entrust(_item(committee, given), by=by, at=at, **to)


def _item_done(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    said = {"on": given.on or localdate(at), "words": given.words}
    planning.note_done(_item(committee, given), by=by, at=at, **said)


def _drop_item(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    planning.drop(_item(committee, given), by=by, at=at, reason=given.words)


def _call_session(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    wanted = {*given.items}
    planned = [*PlanItem.objects.filter(plan__committee=committee, pk__in=wanted).order_by("pk")]
    if len(planned) != len(wanted):
        _needed("items", None)
    agenda = [*(Point(one.what, one) for one in planned), *map(Point, given.points)]
    when = _needed("when", given.when)
    meeting.call(committee, by=by, at=at, when=when, place=given.place, agenda=agenda)


def _hold_session(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    session = _session(committee, given)
    points = session.agenda.filter(planned__in=given.items).values_list("pk", flat=True)
    more = {"attended": {*given.attended}, "stood_in": given.stood_in, "dealt_with": [*points]}
    meeting.hold(session, by=by, at=at, **more)


def _cancel_session(committee: Committee, by: Any, at: datetime, given: Given) -> None:
    meeting.cancel(_session(committee, given), by=by, at=at, reason=given.words)


ACTS: dict[str, Act] = {
    "attach": _attach,
    "dissolve": _dissolve,
    "appoint": _appoint,
    "relieve": _relieve,
    "add-item": _add_item,
    "rewrite-item": _rewrite_item,
    "take-out-item": _take_out,
    "adopt-plan": _adopt,
    "carry-over": _carry_over,
    "move-item": _move_item,
    "entrust-item": _entrust_item,
    "item-done": _item_done,
    "drop-item": _drop_item,
    "call-session": _call_session,
    "hold-session": _hold_session,
    "cancel-session": _cancel_session,
}
"""By name."""


def _written(committee: Committee, given: Given) -> dict[str, Any]:
    alike = ("what", "month", "day", "product", "unit", "recurring")
    return {name: getattr(given, name) for name in alike} | {"member": _member(committee, given)}


def _member(committee: Committee, given: Given) -> Member | None:
    if given.member is None:
        return None
    found: Member = _needed("member", committee.members.filter(pk=given.member).first())
    return found


def _item(committee: Committee, given: Given) -> PlanItem:
    asked = PlanItem.objects.select_related("plan__committee").filter(plan__committee=committee)
    found: PlanItem = _needed("item", asked.filter(pk=given.item).first())
    return found


def _session(committee: Committee, given: Given) -> Session:
    found: Session = _needed("session", committee.sessions.filter(pk=given.session).first())
    return found


def _needed(name: str, found: Any) -> Any:
    """What an act cannot do without."""
    if found is None:
        words = _("Name one of this committee's, or one that there is.")
        raise ValidationError({name: words})
    return found
