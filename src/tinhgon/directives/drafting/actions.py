"""What is done with the draft of a directive, until it is issued and its tasks are works."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.directives.drafting.gate import looked_at
from tinhgon.directives.drafting.numbering import as_law_writes, entered
from tinhgon.directives.drafting.proposing import proposed
from tinhgon.directives.models import Directive, Kind, Session, Task
from tinhgon.directives.refusals import Refused
from tinhgon.documents.models import Instrument
from tinhgon.domain.documents.directions import Unclear
from tinhgon.domain.worktime.terms import Term
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.staff.models import Officer
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.writing import ALPHABET
from tinhgon.work.working import working

MOST_TASKS = 1_000
"""So many tasks a directive has: one may be made for each of many units."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What is said of a directive as a whole; `clarities` hold for tasks that say nothing else.

    `number` is its own number, where the register has no instrument of it yet.
    """

    title: str
    kind: str = Kind.CONCLUSION
    day: date
    instrument: Instrument | None = None
    number: str = ""
    carries_out: Instrument | None = None
    template: str = ""
    clarities: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a task says: what is to be done, who leads, who takes part, by when."""

    title: str
    product: str = ""
    kind: str = "task"
    leads: Sequence[Unit] = ()
    contributors: Sequence[Unit] = ()
    officer: Officer | None = None
    due: date | None = None
    term: Term | None = None
    clarities: Mapping[str, str] = field(default_factory=dict)


@act
def draft(
    unit: Unit,
    *,
    heading: Heading,
    by: Actor,
    at: datetime,
    text: str = "",
    session: Session | None = None,
) -> Directive:
    """Keep a text as a directive of a unit (dự thảo văn bản chỉ đạo), with the tasks read in it.

    `session` is the one whose conclusion it is.
    """
    _check(heading, unit, localdate(at))
    if session and session.held is False:
        raise Refused("session-cancelled")
    made = Directive(
        key="c-" + "".join(secrets.choice(ALPHABET) for _ in range(10)),
        unit=unit,
        text=text,
        session=session,
        drafted_at=at,
        drafted_by=by.audit_name,
        **_heading(heading),
    )
    made.full_clean()
    made.save(force_insert=True)
    Task.objects.bulk_create(proposed(made))
    _record("directives.drafted", made, by, unit=unit.key)
    return made


@act
def set_heading(directive: Directive, *, heading: Heading, by: Actor, at: datetime) -> Directive:
    """Say anew what a directive is called, of which day it is, under which number."""
    held = _held(directive)
    _check(heading, held.unit, localdate(at))
    for name, value in _heading(heading).items():
        setattr(held, name, value)
    held.full_clean()
    held.save()
    _record("directives.heading", held, by, title=held.title, day=held.day.isoformat())
    return held


@act
def change(task: Task, *, wanted: Wanted, by: Actor) -> Task:
    """Say a task anew; what the text left open is decided by it."""
    directive = _held(task.directive)
    now = _held_task(task)
    for name, value in _said(wanted).items():
        setattr(now, name, value)
    now.doubts = []
    now.full_clean()
    now.save(force_update=True)
    _record("directives.task-changed", directive, by, task=now.pk, title=now.title)
    return now


@act
def add(directive: Directive, *, wanted: Wanted, by: Actor) -> Task:
    """Write a task that nobody read in the text, behind the others."""
    held = _held(directive)
    if held.tasks.count() >= MOST_TASKS:
        raise Refused("too-many", most=MOST_TASKS)
    last = held.tasks.order_by("place").last()
    made = Task(directive=held, place=last.place + 1 if last else 1, **_said(wanted))
    made.full_clean()
    made.save()
    _record("directives.task-added", held, by, task=made.pk, title=made.title)
    return made


@act
def split(task: Task, *, by: Actor) -> list[Task]:
    """Make several tasks of one (tách nhiệm vụ): one for each that leads, else two alike."""
    directive, now = _held(task.directive), _held_task(task)
    leads = [[key] for key in now.leads] if len(now.leads) > 1 else [now.leads] * 2
    if directive.tasks.count() + len(leads) - 1 > MOST_TASKS:
        raise Refused("too-many", most=MOST_TASKS)
    if len(now.leads) > 1:
        now.contributors = [key for key in now.contributors if key not in now.leads]
    now.leads, *others = leads
    now.save(force_update=True)
    made = [now, *(_copy(now, leads=one) for one in others)]
    _record("directives.task-split", directive, by, task=now.pk, into=len(made))
    return made


@act
def each(task: Task, *, by: Actor, units: Sequence[Unit]) -> list[Task]:
    """Make one task for each of these units of one task (giao cho từng đơn vị), and no other.

    Tasks of other units that were made of it before and say the same are left out, those of these
    units stay as they are: whoever chooses again, corrects what was chosen. As many queries for a
    hundred units as for one.
    """
    directive, now = _held(task.directive), _held_task(task)
    keys = [*dict.fromkeys(unit.key for unit in units)]
    if not keys:
        raise Refused("nobody-chosen")
    alike = [*directive.tasks.filter(place=now.place, title=now.title)]
    there = {one.leads[0]: one for one in alike if len(one.leads) == 1 and one.leads[0] in keys}
    if directive.tasks.count() - len(alike) + len(keys) > MOST_TASKS:
        raise Refused("too-many", most=MOST_TASKS)
    kept = {one.pk for one in there.values()}
    directive.tasks.filter(pk__in=[one.pk for one in alike if one.pk not in kept]).delete()
    doubts = [one for one in now.doubts if one != Unclear.GROUP_LEADS.value]
    new = [key for key in keys if key not in there]
    Task.objects.bulk_create([_led_by(key, now, doubts) for key in new])
    _record(
        "directives.task-for-each", directive, by, task=now.pk, units=len(keys), title=now.title
    )
    return [*directive.tasks.filter(place=now.place, title=now.title)]


@act
def remove(task: Task, *, by: Actor) -> None:
    """Leave out what is no task; its words stay in the text."""
    directive, now = _held(task.directive), _held_task(task)
    told = {"task": now.pk, "title": now.title}
    now.delete()
    _record("directives.task-removed", directive, by, **told)


@act
def issue(directive: Directive, *, by: Actor, at: datetime) -> Directive:
    """Issue a directive (ban hành): each task is a work from now on, or none is.

    Its own number, if the register lacks it, is entered there.
    Raises `Refused` `unclear` while a task is not clear.
    """
    held = _held(directive)
    if held.day > localdate(at):
        raise Refused("not-yet", day=held.day)
    looked = looked_at(held, at)
    if not looked:
        raise Refused("no-tasks")
    if unclear := sum(not one.is_clear for one in looked):
        raise Refused("unclear", unclear=unclear, tasks=len(looked))
    held.instrument, held.number = entered(held, by=by, on=localdate(at)), ""
    origin = "" if held.instrument else held.title
    given = {"instrument": held.instrument, "origin": origin, "invented": held.invented}
    orders = [replace(one.order, **given) for one in looked]
    works = custody.issue_all(orders, by=by, at=at, giver=held.unit)
    for one, work in zip(looked, works, strict=True):
        one.task.work = work
    Task.objects.bulk_update([one.task for one in looked], ["work"])
    held.issued_at, held.issued_by = at, by.audit_name
    held.save()
    _record("directives.issued", held, by, at=at, works=[work.key for work in works])
    return held


@act
def discard(directive: Directive, *, by: Actor) -> None:
    """Throw a draft away; the record keeps that there was one."""
    held = _held(directive)
    told = {"title": held.title, "tasks": held.tasks.count(), "unit": held.unit.key}
    _record("directives.discarded", held, by, **told)
    held.delete()


def _held(directive: Directive) -> Directive:
    """The draft, held against other writers until the act is over."""
    rows = Directive.objects.select_for_update(no_key=True, of=("self",))
    held = rows.select_related("unit", "instrument", "carries_out").get(pk=directive.pk)
    if held.is_issued:
        raise Refused("issued")
    return held


def _held_task(task: Task) -> Task:
    """The task as it stands now; its directive is held."""
    found = Task.objects.filter(pk=task.pk).first()
    if found is None:
        raise Refused("no-such-task")
    return found


def _copy(task: Task, *, leads: list[str]) -> Task:
    """Another task that says the same, led by others."""
    made = _another(task, leads=leads)
    made.save(force_insert=True)
    return made


def _led_by(key: str, task: Task, doubts: list[str]) -> Task:
    """The same task, led by one unit that does not take part in it besides."""
    others = [one for one in task.contributors if one != key]
    said = {"leads": [key], "contributors": others, "doubts": doubts}
    return _another(task, officer_id=None, **said)


def _another(task: Task, **said: object) -> Task:
    """Another task that says the same but for some of it, not kept yet."""
    fields = {one.attname: getattr(task, one.attname) for one in Task._meta.concrete_fields}
    return Task(**{**fields, "id": None, **said})


def _check(heading: Heading, unit: Unit, today: date) -> None:
    if heading.day > today:
        raise Refused("not-yet", day=heading.day)
    if unit_on(unit.key, heading.day) is None:
        raise Refused("not-standing", unit=unit.key, day=heading.day)
    known = working().templates_on(today)
    if heading.template and heading.template not in known:
        raise Refused(
            "unknown-template", given=heading.template[:60], known=", ".join(known) or "–"
        )


def _heading(heading: Heading) -> dict[str, object]:
    own = heading.number and not heading.instrument
    return {
        "title": heading.title.strip(),
        "kind": heading.kind,
        "day": heading.day,
        "instrument": heading.instrument,
        "number": as_law_writes(heading.number) if own else "",
        "carries_out": heading.carries_out,
        "template": heading.template,
        "clarities": dict(heading.clarities),
    }


def _said(wanted: Wanted) -> dict[str, object]:
    return {
        "title": wanted.title.strip(),
        "product": wanted.product.strip(),
        "kind": wanted.kind,
        "leads": [unit.key for unit in wanted.leads],
        "contributors": [unit.key for unit in wanted.contributors],
        "officer": wanted.officer,
        "due": wanted.due,
        "number": wanted.term.number if wanted.term else None,
        "measure": wanted.term.measure.value if wanted.term else "",
        "clarities": dict(wanted.clarities),
    }


def _record(what: str, directive: Directive, by: Actor, **facts: object) -> None:
    record(what, by=by, target=f"directive:{directive.key}", **facts)
