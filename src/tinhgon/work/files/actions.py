"""Files are put to works, with what happened or alone, and withdrawn by whoever put them there."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act, act_alone
from tinhgon.audit.record import Actor, record
from tinhgon.registry.models import Unit
from tinhgon.work.changing import reason_given
from tinhgon.work.files.checking import unreferenced
from tinhgon.work.files.keeping import Staged
from tinhgon.work.models import Attachment, Event, FileWithdrawal, Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import check_instant, held

MOST = 20
"""So many files a work has at most, withdrawn ones among them: they stay where they are."""


@act
def attach(
    work: Work,
    *,
    by: Actor,
    at: datetime,
    files: Sequence[Staged],
    unit: Unit | None = None,
    day: date | None = None,
    event: Event | None = None,
) -> list[Attachment]:
    """Put files to a work (đính kèm tệp), with an `event` of it or alone; `day` is theirs.

    Raises `Refused` `too-many-files`, `not-yet` for a day that has not come.
    """
    standing, on = held(work, "attach"), localdate(at)
    check_instant(at)
    if not files:
        raise Refused("no-file")
    if day and day > on:
        raise Refused("not-yet", day=day)
    there = Attachment.objects.filter(work=work).count()
    if there + len(files) > MOST:
        raise Refused("too-many-files", most=MOST, there=there)
    side = event.unit if event else unit or standing.held.unit
    when = {"day": day, "at": at, "on": on}
    alike = {"work": work, "event": event, "put_by": by.audit_name, "unit": side, **when}
    made = []
    for file in files:
        file.keep()
        made.append(
            Attachment.objects.create(
                name=file.name, kind=file.kind, size=file.size, digest=file.digest, **alike
            )
        )
        record(
            "work.file-attached",
            by=by,
            target=f"work:{work.key}",
            at=at,
            name=file.name,
            size=file.size,
            digest=file.digest,
        )
    return made


@act
def withdraw_file(
    attachment: Attachment, *, by: Actor, at: datetime, reason: str
) -> FileWithdrawal:
    """Withdraw a file (rút lại tệp): its name stays, what is in it is shown to nobody any more.

    Raises `Refused` `not-your-file` for whoever had not put it there.
    """
    work = Work.objects.get(pk=attachment.work_id)
    held(work, "attach")
    check_instant(at)
    if attachment.put_by != by.audit_name:
        raise Refused("not-your-file")
    if FileWithdrawal.objects.filter(attachment=attachment).exists():
        raise Refused("file-withdrawn")
    why = reason_given(reason, 500)
    made = FileWithdrawal.objects.create(attachment=attachment, reason=why, by=by.audit_name, at=at)
    record(
        "work.file-withdrawn",
        by=by,
        target=f"work:{work.key}",
        at=at,
        name=attachment.name,
        digest=attachment.digest,
        reason=made.reason,
    )
    return made


@act_alone
def remove_unreferenced(*, by: Actor) -> list[str]:
    """Remove content that no row names; nobody puts anything there meanwhile. What was removed."""
    found = unreferenced()
    for path in found:
        path.unlink(missing_ok=True)
    names = [path.name for path in found]
    if names:
        record("work.files-removed", by=by, target="work:files", files=names)
    return names
