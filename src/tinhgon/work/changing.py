"""What an act makes of one work, checked and not written yet: done singly or with many at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.timezone import localdate

from tinhgon.audit.record import Actor, Told
from tinhgon.domain.work.life import What
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.models import Because, Contributor, Custody, Event, Extension, Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing

DECISION = ["due_then", "granted", "decided_on", "decided_by", "answer"]


@dataclass(frozen=True, kw_only=True)
class Change:
    """What is to be written of a work, and what is told of it in the record.

    `rows` are new; `decided` is an extension that was asked for before. From the day `closes_on`
    nobody contributes any more (who began on it did on that day), and from that of `at` not
    `taken_by`, which has it now.
    """

    work: Work
    act: str
    facts: dict[str, Any]
    rows: Sequence[Model] = ()
    at: datetime | None = None
    decided: Extension | None = None
    closes_on: date | None = None
    taken_by: Unit | None = None


def write(changes: Iterable[Change]) -> list[Told]:
    """Write changes, however many in the same few statements; gives what is to be recorded."""
    changes = [*changes]
    made: dict[type[Model], list[Model]] = defaultdict(list)
    for row in (row for change in changes for row in change.rows):
        made[type(row)].append(row)
    for model, rows in made.items():
        model._default_manager.bulk_create(rows)
    if decided := [change.decided for change in changes if change.decided]:
        Extension.objects.bulk_update(decided, DECISION)
    for day in {change.closes_on for change in changes if change.closes_on}:
        _end_contributing(day, [change for change in changes if change.closes_on == day])
    for unit, day in {(one.taken_by, localdate(one.at)) for one in changes if one.taken_by}:
        taken = [change for change in changes if change.taken_by == unit]
        _going_on(day, taken).filter(unit=unit, valid_from=day).delete()
        _going_on(day, taken).filter(unit=unit).update(valid_to=day)
    return [Told(one.act, f"work:{one.work.key}", one.facts, one.at) for one in changes]


def _end_contributing(day: date, changes: Iterable[Change]) -> None:
    """From a day on units contribute no more to the works of changes; they stay listed."""
    going_on = _going_on(day, changes)
    began_then = [*going_on.filter(valid_from=day).values_list("pk", flat=True)]
    going_on.exclude(pk__in=began_then).update(valid_to=day)
    Contributor.objects.filter(pk__in=began_then).update(valid_to=day + timedelta(days=1))


def _going_on(day: date, changes: Iterable[Change]) -> QuerySet[Contributor]:
    works = [change.work.pk for change in changes]
    return Contributor.objects.on(day).filter(work__in=works)


def happened(
    what: What, standing: Standing, by: Actor, at: datetime, unit: Unit, **more: Any
) -> Change:
    """Something happened to a work, on the side of a unit."""
    work, on = standing.work, localdate(at)
    given = {"what": what.value, "at": at, "on": on, "unit": unit, "by": by.audit_name}
    event = Event(work=work, **given, **more)
    told = {"words": event.words} if what is not What.COMMENTED else {}
    facts = {"on": on.isoformat(), **told}
    return Change(work=work, act=f"work.{what}", facts=facts, rows=[event], at=at)


def accepted(standing: Standing, *, by: Actor, at: datetime) -> Change:
    """It is accepted on the side of the unit that has it."""
    return happened(What.ACCEPTED, standing, by, at, standing.held.unit)


def confirmed(standing: Standing, *, by: Actor, at: datetime, words: str = "") -> Change:
    """It is closed as it was reported."""
    more = {"answers": standing.report, "words": _short(words.strip(), 2000)}
    return _closed(What.CONFIRMED, standing, by, at, **more)


def withdrawn(standing: Standing, *, by: Actor, at: datetime, reason: str) -> Change:
    """It is closed and was not done. Raises `Refused` `parts-open`."""
    check_parts(standing)
    return _closed(What.WITHDRAWN, standing, by, at, words=reason_given(reason, 2000))


def resumed(standing: Standing, *, by: Actor, at: datetime, until: date | None) -> Change:
    """It is taken up again; a day that was named while the clock stood still is named anew."""
    more = {"answers": standing.suspension}
    change = happened(What.RESUMED, standing, by, at, standing.work.giver, **more)
    if named := standing.suspended_day:
        return _named_anew(change, named, until)
    if until:
        raise Refused("no-day-wanted")
    return change


def handed_over(
    standing: Standing,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    unit: Unit | None = None,
    officer: Officer | None = None,
    around: Circumstances,
) -> Change:
    """Another unit, or somebody else in the unit, has it from an instant on.

    A unit that contributed does so no more once it has it.
    """
    now, why = standing.held, reason_given(reason, 500)
    to = unit or now.unit
    if (to.pk, officer) == (now.unit_id, now.officer):
        raise Refused("has-it-already", unit=to.key)
    around.check_standing(to)
    if to.pk != now.unit_id:
        around.check_answering(standing.work.giver, to)
    around.check_officer(officer, to)
    row = Custody(
        work=standing.work,
        start=at,
        unit=to,
        officer=officer,
        came_from=now.unit,
        because=Because.HANDED_OVER,
        reason=why,
        by=by.audit_name,
    )
    facts = {
        "source": now.unit.key,
        "to": to.key,
        "officer": officer.key if officer else None,
        "reason": why,
    }
    return Change(
        work=standing.work,
        act="work.handed-over",
        facts=facts,
        rows=[row],
        at=at,
        taken_by=to if to.pk in _contributing(standing, localdate(at)) else None,
    )


def contributing(
    standing: Standing, *, on: date, units: Sequence[Unit], reason: str, around: Circumstances
) -> Change:
    """Other units contribute from a day on."""
    why = _short(reason.strip(), 500)
    if not units:
        raise Refused("no-contributor")
    goes_on = _contributing(standing, on)
    for unit in units:
        if unit.pk == standing.held.unit_id:
            raise Refused("leads-it", unit=unit.key)
        around.check_standing(unit)
        if unit.pk in goes_on:
            raise Refused("contributes-already", unit=unit.key)
        goes_on.add(unit.pk)
    alike: dict[str, Any] = {"work": standing.work, "reason": why, "valid_from": on}
    return Change(
        work=standing.work,
        act="work.contributors",
        facts={"units": [unit.key for unit in units], "on": on.isoformat(), "reason": why},
        rows=[Contributor(unit=unit, **alike) for unit in units],
    )


def _contributing(standing: Standing, on: date) -> set[int]:
    """The ids of the units that contribute on a day or from a later one."""
    return {one.unit_id for one in standing.contributors if on < (one.valid_to or date.max)}


def extension_asked(standing: Standing, *, by: Actor, on: date, until: date, reason: str) -> Change:
    """More time is asked for, on the day on which it is due at the latest."""
    due = _due(standing, on)
    if until <= due:
        raise Refused("not-later", day=due)
    if standing.open_extension:
        raise Refused("asked-already")
    row = Extension(
        work=standing.work,
        until=until,
        reason=reason_given(reason, 500),
        asked_on=on,
        asked_by=by.audit_name,
        due_then=due,
    )
    facts = {"on": on.isoformat(), "until": until.isoformat(), "due": due.isoformat()}
    return Change(work=standing.work, act="work.extension-asked", facts=facts, rows=[row])


def extension_decided(
    standing: Standing, *, by: Actor, on: date, granted: bool, answer: str
) -> Change:
    """The extension that is asked for is granted, in time, or refused."""
    extension = standing.open_extension
    if extension is None:
        raise Refused("decided-already")
    if granted:
        extension.due_then = _due(standing, on)
        if extension.until <= extension.due_then:
            raise Refused("not-later", day=extension.due_then)
    extension.granted, extension.decided_on = granted, on
    extension.decided_by, extension.answer = by.audit_name, _short(answer.strip(), 500)
    facts = {"on": on.isoformat(), "granted": granted, "until": extension.until.isoformat()}
    act = "work.extension-decided"
    return Change(work=standing.work, act=act, facts=facts, decided=extension)


def check_parts(standing: Standing) -> None:
    """Refuse to close a whole of which parts are open."""
    if count := len(standing.open_parts):
        raise Refused("parts-open", count=count)


def reason_given(words: str, most: int) -> str:
    """A reason, which must be given and fit."""
    if not words.strip():
        raise Refused("no-reason")
    return _short(words.strip(), most)


def _short(words: str, most: int) -> str:
    if len(words) > most:
        raise Refused("too-long", most=most)
    return words


def _closed(what: What, standing: Standing, by: Actor, at: datetime, **more: Any) -> Change:
    """Nobody has to do anything any more, nor contributes."""
    change = happened(what, standing, by, at, standing.held.unit, **more)
    return replace(change, closes_on=localdate(at))


def _named_anew(change: Change, named: date, until: date | None) -> Change:
    """The same with another day instead of the one that stood still."""
    event: Any = change.rows[0]
    if until is None:
        raise Refused("needs-a-day", day=named)
    if until <= named:
        raise Refused("not-later", day=named)
    if until < event.on:
        raise Refused("day-past", day=until)
    anew = Extension(
        work=change.work,
        until=until,
        reason=event.answers.words[:500],
        asked_on=event.on,
        asked_by=event.by,
        due_then=named,
        resumption=event,
        granted=True,
        decided_on=event.on,
        decided_by=event.by,
    )
    facts = {**change.facts, "until": until.isoformat()}
    return replace(change, rows=[event, anew], facts=facts)


def _due(standing: Standing, on: date) -> date:
    """The day on which it is due, if that is not past."""
    if standing.due is None:
        raise Refused("never-due")
    if on > standing.due:
        raise Refused("too-late", day=standing.due)
    return standing.due
