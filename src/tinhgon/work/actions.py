"""What may be done with a work: accept, report, send back, confirm, suspend, withdraw; more time.

Each is a row that says who did it when. `at` is the instant; none is before what happened last.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record_each
from tinhgon.documents.models import Instrument
from tinhgon.domain.work.life import What
from tinhgon.registry.models import Unit
from tinhgon.work import changing
from tinhgon.work.changing import Change
from tinhgon.work.files.actions import attach
from tinhgon.work.files.keeping import Staged
from tinhgon.work.models import Event, Extension, Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import held


@act
def accept(work: Work, *, by: Actor, at: datetime) -> Event:
    """Accept a work (tiếp nhận việc): it is known and being done."""
    return _event(changing.accepted(held(work, "accept", at), by=by, at=at), by)


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
    standing, said = held(work, "report", at), changing.reason_given(words, 2000)
    if evidence_on and evidence_on > localdate(at):
        raise Refused("not-yet", day=evidence_on)
    changing.check_parts(standing)
    more = {"words": said, "evidence": evidence, "evidence_on": evidence_on}
    unit = standing.held.unit
    made = _event(changing.happened(What.REPORTED, standing, by, at, unit, **more), by)
    return _with_files(made, files, by, evidence_on)


@act
def send_back(
    work: Work, *, by: Actor, at: datetime, reason: str, files: Sequence[Staged] = ()
) -> Event:
    """Send a report back (trả lại): the work is not done, and its time goes on."""
    standing = held(work, "send-back", at)
    more = {"answers": standing.report, "words": changing.reason_given(reason, 2000)}
    giver = standing.work.giver
    made = _event(changing.happened(What.SENT_BACK, standing, by, at, giver, **more), by)
    return _with_files(made, files, by)


@act
def confirm(work: Work, *, by: Actor, at: datetime, words: str = "") -> Event:
    """Confirm that a work is done (xác nhận hoàn thành), as it was reported."""
    standing = held(work, "confirm", at)
    return _event(changing.confirmed(standing, by=by, at=at, words=words), by)


@act
def withdraw(work: Work, *, by: Actor, at: datetime, reason: str) -> Event:
    """Withdraw a work (thu hồi việc): nobody has to do it any more."""
    standing = held(work, "withdraw", at)
    return _event(changing.withdrawn(standing, by=by, at=at, reason=reason), by)


@act
def suspend(work: Work, *, by: Actor, at: datetime, reason: str) -> Event:
    """Suspend a work (tạm dừng): its clock stands still."""
    standing = held(work, "suspend", at)
    giver, words = standing.work.giver, changing.reason_given(reason, 2000)
    return _event(changing.happened(What.SUSPENDED, standing, by, at, giver, words=words), by)


@act
def resume(work: Work, *, by: Actor, at: datetime, until: date | None = None) -> Event:
    """Take a suspended work up again (tiếp tục thực hiện).

    A term that is counted goes on. Of a day that was named, and had not passed when the clock
    stopped, another must be said (`until`). Raises `Refused` `needs-a-day`, `not-later`,
    `day-past`, and `no-day-wanted` for a day where its time goes on as before.
    """
    standing = held(work, "resume", at)
    return _event(changing.resumed(standing, by=by, at=at, until=until), by)


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
    said, side = changing.reason_given(words, 2000), unit or standing.held.unit
    made = _event(changing.happened(What.COMMENTED, standing, by, at, side, words=said), by)
    return _with_files(made, files, by)


@act
def ask_extension(work: Work, *, by: Actor, on: date, until: date, reason: str) -> Extension:
    """Ask for more time (xin gia hạn), until the day on which it is due at the latest."""
    standing = held(work, "ask-extension")
    change = changing.extension_asked(standing, by=by, on=on, until=until, reason=reason)
    made: Extension = _written(change, by)
    return made


@act
def decide_extension(
    extension: Extension, *, by: Actor, on: date, granted: bool, answer: str = ""
) -> Extension:
    """Grant more time or refuse it (cho gia hạn). It is granted before the deadline or not at all.

    Raises `Refused` `too-late` where the day on which it was due is past.
    """
    standing = held(Work.objects.get(pk=extension.work_id), "decide-extension")
    asked = standing.open_extension
    if asked is None or asked.pk != extension.pk:
        raise Refused("decided-already")
    given = {"on": on, "granted": granted, "answer": answer}
    _written(changing.extension_decided(standing, by=by, **given), by)
    return asked


def _event(change: Change, by: Actor) -> Event:
    """Write a change of which an event is told."""
    made = _written(change, by)
    assert isinstance(made, Event)
    return made


def _written(change: Change, by: Actor) -> Any:
    """Write a change and its entry in the record; gives what is new."""
    record_each(changing.write([change]), by=by)
    return next(iter(change.rows), None)


def _with_files(event: Event, files: Sequence[Staged], by: Actor, day: date | None = None) -> Event:
    """What happened, with the files that came with it."""
    if files:
        attach(event.work, by=by, at=event.at, files=files, day=day, event=event)
    return event
