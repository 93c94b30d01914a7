"""What may be done with sessions: call one, hold it, cancel it.

`at` is the instant of the act. All raise `ValidationError`, by the name of what is wrong.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.directives.committees.checks import check_committee
from tinhgon.directives.committees.planning.closing import done_in
from tinhgon.directives.models import AgendaItem, Attendance, Committee, PlanItem, Session
from tinhgon.directives.models.plans import CLOSING
from tinhgon.ui import writing

MOST_OF_A_POINT = 500
"""So many characters a point of an agenda has."""


@dataclass(frozen=True)
class Point:
    """A point of an agenda; `planned` is the item of the year's plan that it is."""

    title: str
    planned: PlanItem | None = None


@act
def call(
    committee: Committee,
    *,
    by: Actor,
    at: datetime,
    when: datetime,
    place: str,
    agenda: Sequence[Point],
) -> Session:
    """Call a session (triệu tập phiên họp): all who are members on its day are invited."""
    check_committee(committee, localdate(when))
    _check_agenda(agenda)
    members = [*committee.members.on(localdate(when))]
    if not members:
        raise ValidationError(_("Nobody is a member on that day. Appoint members first."))
    made = Session(
        committee=committee,
        at=when,
        place=place.strip(),
        called_on=localdate(at),
        called_by=by.audit_name,
    )
    made.full_clean()
    made.save()
    _check_planned(committee, [one.planned for one in agenda if one.planned])
    AgendaItem.objects.bulk_create(
        AgendaItem(session=made, number=number, title=one.title.strip(), planned=one.planned)
        for number, one in enumerate(agenda, 1)
    )
    Attendance.objects.bulk_create(Attendance(session=made, member=one) for one in members)
    _told("session-called", made, by, invited=len(members), place=made.place)
    return made


@act
def hold(
    session: Session,
    *,
    by: Actor,
    at: datetime,
    attended: Collection[int],
    stood_in: Mapping[int, str] | None = None,
    dealt_with: Collection[int] = (),
) -> None:
    """Record that a session was held: who came or sent whom, and what of the agenda is done.

    `attended` and the keys of `stood_in` are ids of members, `dealt_with` those of agenda items.
    """
    _check_open(session)
    if session.at > at:
        words = _("The session begins at %(instant)s. Record it afterwards.")
        raise ValidationError(words % {"instant": writing.moment(session.at)})
    invited = _came(session, attended, stood_in or {})
    Attendance.objects.bulk_update(invited, ["attended", "stood_in"])
    _settle(session, by, at, held=True)
    done = _still_open(session, dealt_with)
    done_in(session, done, by=by.audit_name, on=localdate(session.at))
    came = sum(1 for one in invited if one.attended)
    _told("session-held", session, by, attended=came, items=[one.pk for one in done])


@act
def cancel(session: Session, *, by: Actor, at: datetime, reason: str) -> None:
    """Cancel a session that was called (hủy phiên họp)."""
    _check_open(session)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the session is cancelled.")})
    session.reason = reason.strip()
    _settle(session, by, at, held=False)
    _told("session-cancelled", session, by, reason=session.reason)


def _came(
    session: Session, attended: Collection[int], stood_in: Mapping[int, str]
) -> list[Attendance]:
    """Everybody who was invited: whether they came or who stood in for them, not written yet."""
    invited = {one.member_id: one for one in session.invited.all()}
    for name, members in {"attended": attended, "stood_in": stood_in}.items():
        if not {*members} <= {*invited}:
            raise ValidationError({name: _("Name only members who were invited to the session.")})
    for member, one in invited.items():
        one.attended, one.stood_in = member in attended, stood_in.get(member, "").strip()
        one.clean_fields(exclude=["session", "member"])
    if any(one.attended and one.stood_in for one in invited.values()):
        raise ValidationError({"stood_in": _("Nobody stands in for whoever came.")})
    if not any(one.attended or one.stood_in for one in invited.values()):
        raise ValidationError({"attended": _("Say who came.")})
    return [*invited.values()]


def _still_open(session: Session, points: Collection[int]) -> list[PlanItem]:
    """Of points of an agenda the items of adopted plans that nothing has closed before."""
    adopted = session.agenda.filter(pk__in=points, planned__plan__adopted_on__isnull=False)
    items = [one.planned for one in adopted.select_related("planned") if one.planned]
    already = _closed(items)
    return [one for one in items if one.pk not in already]


def _closed(items: Sequence[PlanItem]) -> set[int]:
    """The ids of those items that are done or dropped."""
    found = PlanItem.objects.filter(pk__in=[one.pk for one in items], events__what__in=CLOSING)
    return {*found.values_list("pk", flat=True)}


def _settle(session: Session, by: Actor, at: datetime, held: bool) -> None:
    session.held, session.settled_on = held, localdate(at)
    session.settled_by = by.audit_name
    session.full_clean()
    session.save()


def _check_open(session: Session) -> None:
    """Refuse what was settled; until the act is done nobody else settles it."""
    held = Session.objects.select_for_update(no_key=True).get(pk=session.pk).held
    if held is not None:
        words = _("It was held already.") if held else _("It was cancelled.")
        raise ValidationError(words, code="settled")


def _check_agenda(agenda: Sequence[Point]) -> None:
    """Refuse an agenda that says nothing, or a point of it that does not or says too much."""
    if not agenda or not all(one.title.strip() for one in agenda):
        raise ValidationError({"agenda": _("Say what the session is about.")})
    if any(len(one.title.strip()) > MOST_OF_A_POINT for one in agenda):
        words = _("A point of the agenda has at most %(most)s characters. Shorten it.")
        raise ValidationError({"agenda": words % {"most": MOST_OF_A_POINT}})


def _check_planned(committee: Committee, items: Sequence[PlanItem]) -> None:
    foreign = any(one.plan.committee_id != committee.pk for one in items)
    twice = len({one.pk for one in items}) < len(items)
    if foreign or twice or _closed(items):
        words = _("Choose items of this committee's plans that are still open, each once.")
        raise ValidationError({"planned": words})


def _told(what: str, session: Session, by: Actor, **facts: Any) -> None:
    target = f"committee:{session.committee.key}"
    when = session.at.isoformat()
    record(f"committee.{what}", by=by, target=target, session=session.pk, when=when, **facts)
