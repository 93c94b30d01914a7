"""What may be done with committees: set one up, attach it to units, dissolve it; its members.

All acts raise `ValidationError`, by the name of what is wrong.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.directives.committees.checks import check_committee, check_reason, check_stands
from tinhgon.directives.committees.ending import end_rows
from tinhgon.directives.models import (
    Capacity,
    Committee,
    CommitteeUnit,
    ItemUnit,
    Member,
    MemberUnit,
    PlanEvent,
)
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.ui import writing


@act
def set_up(
    key: str,
    *,
    by: Actor,
    titles: Mapping[str, str],
    unit: Unit,
    office: Unit,
    under: Instrument,
    on: date,
    invented: bool = False,
) -> Committee:
    """Set up a committee in the name of a unit (thành lập ban chỉ đạo); `office` works for it."""
    if not titles.get("vi"):
        raise ValidationError({"title_vi": _("Say what it is called in Vietnamese.")})
    made = Committee(
        key=key, titles=dict(titles), instrument=under, valid_from=on, invented=invented
    )
    made.full_clean()
    made.save()
    for capacity, one in ((Capacity.NAME, unit), (Capacity.OFFICE, office)):
        check_stands(one, on, "unit" if capacity is Capacity.NAME else "office")
        CommitteeUnit.objects.create(committee=made, capacity=capacity, unit=one, valid_from=on)
    record(
        "committee.set-up",
        by=by,
        target=_name(made),
        unit=unit.key,
        office=office.key,
        under=under.number,
        on=on.isoformat(),
    )
    return made


@act
def attach(
    committee: Committee, *, by: Actor, capacity: str, unit: Unit, on: date, reason: str
) -> CommitteeUnit:
    """Let a committee stand in the name of another unit, or have another standing office."""
    check_committee(committee, on)
    check_reason(reason)
    check_stands(unit, on)
    held = committee.units.on(on).filter(capacity=capacity).first()
    if held and held.unit == unit:
        raise ValidationError({"unit": _("The unit is this to the committee already.")})
    if held and held.valid_from and held.valid_from >= on:
        _later(held.valid_from)
    if held:
        held.valid_to = on
        held.save(update_fields=["valid_to"])
    made = CommitteeUnit(
        committee=committee, capacity=capacity, unit=unit, valid_from=on, reason=reason.strip()
    )
    made.full_clean()
    made.save()
    said = {"capacity": capacity, "unit": unit.key, "on": on.isoformat(), "reason": made.reason}
    record("committee.attached", by=by, target=_name(committee), **said)
    return made


@act
def dissolve(
    committee: Committee,
    *,
    by: Actor,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
) -> None:
    """Dissolve a committee on a day, the first on which it is no more (giải thể ban chỉ đạo).

    Not while a session is to come. Memberships end with it, and what of its plans is open lapses.
    """
    check_committee(committee, on)
    if committee.sessions.filter(held=None).exists():
        words = _("A session is to come. Record that it was held, or cancel it, first.")
        raise ValidationError(words, code="session-open")
    committee.valid_to, committee.ended_under = on, under
    committee.reason = reason.strip()
    committee.full_clean()
    _check_nothing_later(committee, on)
    committee.save()
    end_rows(CommitteeUnit.objects.filter(committee=committee), on)
    end_rows(Member.objects.filter(committee=committee), on)
    end_rows(MemberUnit.objects.filter(member__committee=committee), on)
    end_rows(ItemUnit.objects.filter(item__plan__committee=committee), on)
    record(
        "committee.dissolved",
        by=by,
        target=_name(committee),
        on=on.isoformat(),
        under=under.number if under else None,
        reason=committee.reason,
    )


@act
def appoint(
    committee: Committee,
    *,
    by: Actor,
    role: str,
    on: date,
    until: date | None = None,
    officer: Officer | None = None,
    name: str = "",
    position: str = "",
    looks_after: str = "",
    units: Sequence[Unit] = (),
    under: Instrument | None = None,
    reason: str = "",
) -> Member:
    """Make somebody a member from a day on: an officer, or a name and a position in words."""
    check_committee(committee, on)
    made = Member(
        committee=committee,
        role=role,
        officer=officer,
        name=name.strip(),
        position=position.strip(),
        looks_after=looks_after.strip(),
        valid_from=on,
        valid_to=until,
        instrument=under,
        reason=reason.strip(),
    )
    made.full_clean()
    made.save()
    for unit in {one.pk: one for one in units}.values():
        check_stands(unit, on, "units")
        MemberUnit.objects.create(member=made, unit=unit, valid_from=on, valid_to=until)
    record(
        "committee.member-appointed",
        by=by,
        target=_name(committee),
        member=made.pk,
        officer=officer.key if officer else None,
        role=role,
        on=on.isoformat(),
        units=[one.key for one in units],
    )
    return made


@act
def relieve(member: Member, *, by: Actor, on: date, reason: str) -> None:
    """Let a membership end on a day, the first on which they are no member any more.

    One that would end before it began never was. What they answer for in plans waits for another.
    """
    check_reason(reason)
    if member.valid_to and member.valid_to <= on:
        raise ValidationError(_("This membership has ended before."))
    facts = {"member": member.pk, "on": on.isoformat(), "reason": reason.strip()}
    if member.valid_from and member.valid_from >= on:
        if member.items.exists() or member.invitations.exists() or member.entrusted.exists():
            _later(member.valid_from)
        member.units.all().delete()
        member.delete()
    else:
        end_rows(member.units.all(), on)
        member.valid_to = on
        member.save(update_fields=["valid_to"])
    record("committee.member-relieved", by=by, target=_name(member.committee), **facts)


def _check_nothing_later(committee: Committee, on: date) -> None:
    """Refuse to dissolve a committee before something that happened to it."""
    begun = committee.members.filter(valid_from__gte=on).values_list("valid_from", flat=True)
    moved = committee.units.filter(valid_from__gte=on).values_list("valid_from", flat=True)
    held = committee.sessions.filter(held=True).order_by("-at")
    met = [localdate(at) for at in held.values_list("at", flat=True)[:1]]
    events = PlanEvent.objects.filter(item__plan__committee=committee, on__gte=on)
    became = events.values_list("on", flat=True)
    adopted = committee.plans.filter(adopted_on__gte=on).values_list("adopted_on", flat=True)
    later = [day for day in (*begun, *moved, *met, *became, *adopted) if day and day >= on]
    if later:
        _later(max(later))


def _later(day: date) -> None:
    words = _("Something happened to it on %(day)s. Name a later day.")
    raise ValidationError({"on": words % {"day": writing.day(day)}})


def _name(committee: Committee) -> str:
    return f"committee:{committee.key}"
