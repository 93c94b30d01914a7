"""What is done with the draft of a directive, until it is issued and its tasks are works."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.directives.drafting.gate import looked_at
from tinhgon.directives.drafting.proposing import MOST_TASKS, proposed
from tinhgon.directives.models import Directive, Kind, Session, Task
from tinhgon.directives.refusals import Refused
from tinhgon.documents.models import Instrument
from tinhgon.domain.worktime.terms import Term
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.staff.models import Officer
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.writing import ALPHABET
from tinhgon.work.working import working


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What is said of a directive as a whole; `clarities` hold for tasks that say nothing else."""

    title: str
    kind: str = Kind.CONCLUSION
    day: date
    instrument: Instrument | None = None
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
def set_heading(directive: Directive, *, heading: Heading, by: Actor) -> Directive:
    """Say anew what a directive is called, of which day it is, under which number."""
    held = _held(directive)
    _check(heading, held.unit, localdate())
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
def remove(task: Task, *, by: Actor) -> None:
    """Leave out what is no task; its words stay in the text."""
    directive, now = _held(task.directive), _held_task(task)
    told = {"task": now.pk, "title": now.title}
    now.delete()
    _record("directives.task-removed", directive, by, **told)


@act
def issue(directive: Directive, *, by: Actor, at: datetime) -> Directive:
    """Issue a directive (ban hành): each task is a work from now on, or none is.

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
    orders = [replace(one.order, invented=held.invented) for one in looked]
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
    fields = {one.attname: getattr(task, one.attname) for one in Task._meta.concrete_fields}
    return Task.objects.create(**{**fields, "id": None, "leads": leads})


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
    return {
        "title": heading.title.strip(),
        "kind": heading.kind,
        "day": heading.day,
        "instrument": heading.instrument,
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
