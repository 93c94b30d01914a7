"""A unit says with reasons what speaks against a work that it has; whoever directs it decides.

Upholding moves nothing by itself: the act that follows is somebody's own, and stands beside it.
"""

from datetime import datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.domain.work.life import Objecting
from tinhgon.work.changing import reason_given
from tinhgon.work.models import Objection, Work
from tinhgon.work.objections.queries import raisable
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import check_instant, held


@act
def object_to(work: Work, *, by: Actor, at: datetime, kind: str, reason: str) -> Objection:
    """Object to a work (phản đối), for the unit that has it. It goes on until it is decided.

    Raises `Refused`: `objected-already`, `only-judgement`, `not-late`.
    """
    standing = held(work, "object", at)
    if kind not in [*Objecting]:
        raise Refused("unknown-objection", given=kind, known=", ".join(Objecting))
    why = reason_given(reason, 2000)
    if standing.open_objection:
        raise Refused("objected-already")
    if kind not in raisable(standing, localdate(at)):
        judged = kind == Objecting.JUDGEMENT
        raise Refused("not-late" if judged else "only-judgement")
    made = Objection.objects.create(
        work=work,
        kind=kind,
        reason=why,
        unit=standing.held.unit,
        by=by.audit_name,
        at=at,
        due_then=standing.due if kind == Objecting.JUDGEMENT else None,
    )
    told = {"objection": kind, "reason": made.reason}
    record("work.objected", by=by, target=f"work:{work.key}", at=at, **told)
    return made


@act
def decide_objection(
    objection: Objection, *, by: Actor, at: datetime, upheld: bool, answer: str
) -> Objection:
    """Uphold an objection or reject it (giải quyết ý kiến phản đối), with reasons."""
    work = Work.objects.get(pk=objection.work_id)
    held(work, "decide-objection")
    check_instant(at)
    objection.refresh_from_db()
    if objection.upheld is not None:
        raise Refused("decided-already")
    said = reason_given(answer, 2000)
    if at < objection.at:
        raise Refused("before-last")
    objection.upheld, objection.decided_at = upheld, at
    objection.decided_by, objection.answer = by.audit_name, said
    objection.save()
    told = {"objection": objection.kind, "upheld": upheld, "answer": objection.answer}
    record("work.objection-decided", by=by, target=f"work:{work.key}", at=at, **told)
    return objection
