"""What may be done with a work: accept, report, send back, confirm, suspend, withdraw; more time.

Each is a row that says who did it when. `at` is the instant; none is before what happened last.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.domain.work.life import What
from tinhgon.registry.models import Unit
from tinhgon.work.files.actions import attach
from tinhgon.work.files.keeping import Staged
from tinhgon.work.models import Contributor, Event, Extension, Work
from tinhgon.work.models.happening import CLOSING
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing, held


@act
def accept(work: Work, *, by: Actor, at: datetime) -> Event:
    """Accept a work (tiếp nhận việc): it is known and being done."""
    standing = held(work, "accept", at)
    return _happened(What.ACCEPTED, standing, by, at, standing.held.unit)


@act
def report(
    work: Work,
    *,
    by: Actor,
    at: datetime,
    words: str,
    evidence: Instrument | None = None,
    evidence_on: date | None = None,
    files: Sequence[Staged] = (),
) -> Event:
    """Report a work as done (báo cáo hoàn thành), with evidence of a day of its own.

    Raises `Refused` `parts-open` while a part of it is open.
    """
    standing = held(work, "report", at)
    if not words.strip():
        raise Refused("no-reason")
    if evidence_on and evidence_on > localdate(at):
        raise Refused("not-yet", day=evidence_on)
    _check_parts(work)
    more = {"words": words.strip(), "evidence": evidence, "evidence_on": evidence_on}
    made = _happened(What.REPORTED, standing, by, at, standing.held.unit, **more)
    return _with_files(made, files, by, evidence_on)


@act
def send_back(
    work: Work, *, by: Actor, at: datetime, reason: str, files: Sequence[Staged] = ()
) -> Event:
    """Send a report back (trả lại): the work is not done, and its time goes on."""
    standing = held(work, "send-back", at)
    more = {"answers": standing.report, "words": _reason(reason)}
    made = _happened(What.SENT_BACK, standing, by, at, standing.work.giver, **more)
    return _with_files(made, files, by)


@act
def confirm(work: Work, *, by: Actor, at: datetime, words: str = "") -> Event:
    """Confirm that a work is done (xác nhận hoàn thành), as it was reported."""
    standing = held(work, "confirm", at)
    more = {"answers": standing.report, "words": words.strip()}
    return _closed(What.CONFIRMED, standing, by, at, **more)


@act
def withdraw(work: Work, *, by: Actor, at: datetime, reason: str) -> Event:
    """Withdraw a work (thu hồi việc): nobody has to do it any more."""
    standing = held(work, "withdraw", at)
    _check_parts(work)
    return _closed(What.WITHDRAWN, standing, by, at, words=_reason(reason))


@act
def suspend(work: Work, *, by: Actor, at: datetime, reason: str) -> Event:
    """Suspend a work (tạm dừng): its clock stands still."""
    standing = held(work, "suspend", at)
    return _happened(What.SUSPENDED, standing, by, at, standing.work.giver, words=_reason(reason))


@act
def resume(work: Work, *, by: Actor, at: datetime, until: date | None = None) -> Event:
    """Take a suspended work up again (tiếp tục thực hiện).

    A term that is counted goes on. Of a day that was named another must be said (`until`), or
    `Refused` `needs-a-day` is raised.
    """
    standing, on = held(work, "resume", at), localdate(at)
    deadline = standing.deadline
    named = deadline.granted[-1] if deadline.granted else deadline.day
    stood_still = named is not None and standing.due is None
    if stood_still and until is None:
        raise Refused("needs-a-day", day=named)
    suspension = standing.suspension
    made = _happened(What.RESUMED, standing, by, at, standing.work.giver, answers=suspension)
    if named and until and suspension:
        if until <= named:
            raise Refused("not-later", day=named)
        Extension.objects.create(
            work=work,
            until=until,
            reason=suspension.words[:500],
            asked_on=on,
            asked_by=by.audit_name,
            due_then=named,
            resumption=made,
            granted=True,
            decided_on=on,
            decided_by=by.audit_name,
        )
    return made


@act
def comment(
    work: Work,
    *,
    by: Actor,
    at: datetime,
    words: str,
    unit: Unit | None = None,
    files: Sequence[Staged] = (),
) -> Event:
    """Say something about a work (ý kiến), on the side of the unit that has it, or of `unit`."""
    standing = held(work, "comment", at)
    said = {"words": _reason(words)}
    made = _happened(What.COMMENTED, standing, by, at, unit or standing.held.unit, **said)
    return _with_files(made, files, by)


@act
def ask_extension(work: Work, *, by: Actor, on: date, until: date, reason: str) -> Extension:
    """Ask for more time (xin gia hạn), until the day on which it is due at the latest."""
    standing = held(work, "ask-extension")
    due = _due(standing, on)
    if until <= due:
        raise Refused("not-later", day=due)
    if standing.open_extension:
        raise Refused("asked-already")
    made = Extension.objects.create(
        work=work,
        until=until,
        reason=_reason(reason),
        asked_on=on,
        asked_by=by.audit_name,
        due_then=due,
    )
    record(
        "work.extension-asked",
        by=by,
        target=f"work:{work.key}",
        on=on.isoformat(),
        until=until.isoformat(),
        due=due.isoformat(),
    )
    return made


@act
def decide_extension(
    extension: Extension, *, by: Actor, on: date, granted: bool, answer: str = ""
) -> Extension:
    """Grant more time or refuse it (cho gia hạn). It is granted before the deadline or not at all.

    Raises `Refused` `too-late` where the day on which it was due is past.
    """
    work = Work.objects.get(pk=extension.work_id)
    standing = held(work, "decide-extension")
    extension.refresh_from_db()
    if extension.granted is not None:
        raise Refused("decided-already")
    if granted:
        extension.due_then = _due(standing, on)
        if extension.until <= extension.due_then:
            raise Refused("not-later", day=extension.due_then)
    extension.granted, extension.decided_on = granted, on
    extension.decided_by, extension.answer = by.audit_name, answer.strip()
    extension.save()
    record(
        "work.extension-decided",
        by=by,
        target=f"work:{work.key}",
        on=on.isoformat(),
        granted=granted,
        until=extension.until.isoformat(),
    )
    return extension


def _happened(
    what: What, standing: Standing, by: Actor, at: datetime, unit: Unit, **more: Any
) -> Event:
    """Write what happened and its entry in the record."""
    work, on = standing.work, localdate(at)
    given = {"what": what.value, "at": at, "on": on, "unit": unit, "by": by.audit_name}
    made = Event.objects.create(work=work, **given, **more)
    told = {"words": made.words} if what is not What.COMMENTED else {}
    record(f"work.{what}", by=by, target=f"work:{work.key}", at=at, on=on.isoformat(), **told)
    return made


def _with_files(event: Event, files: Sequence[Staged], by: Actor, day: date | None = None) -> Event:
    """What happened, with the files that came with it."""
    if files:
        attach(event.work, by=by, at=event.at, files=files, day=day, event=event)
    return event


def _closed(what: What, standing: Standing, by: Actor, at: datetime, **more: Any) -> Event:
    """Nobody has to do anything any more, nor contributes."""
    on = localdate(at)
    going_on = Contributor.objects.on(on).filter(work=standing.work)
    going_on.filter(valid_from=on).delete()
    going_on.update(valid_to=on)
    return _happened(what, standing, by, at, standing.held.unit, **more)


def _check_parts(work: Work) -> None:
    closed = Event.objects.filter(work=OuterRef("pk"), what__in=CLOSING)
    if count := work.parts.filter(~Exists(closed)).count():
        raise Refused("parts-open", count=count)


def _due(standing: Standing, on: date) -> date:
    """The day on which it is due, if that is not past."""
    if standing.due is None:
        raise Refused("never-due")
    if on > standing.due:
        raise Refused("too-late", day=standing.due)
    return standing.due


def _reason(words: str) -> str:
    if not words.strip():
        raise Refused("no-reason")
    return words.strip()
