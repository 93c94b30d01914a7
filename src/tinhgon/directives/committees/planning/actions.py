"""What may be done with plans of the year: add, rewrite, take out, adopt; move, entrust, close.

A plan is a draft until it is adopted: then what was written stays, and events say what became of
it. `at` is the instant of an act. All raise `ValidationError`, by the name of what is wrong.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.directives.committees.checks import (
    check_committee,
    check_past,
    check_reason,
    check_stands,
)
from tinhgon.directives.committees.planning.closing import end_preparing
from tinhgon.directives.committees.planning.proposal import proposed
from tinhgon.directives.models import (
    Committee,
    ItemUnit,
    Member,
    PlanEvent,
    PlanItem,
    What,
    YearPlan,
)
from tinhgon.directives.models.plans import CLOSING
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on


@act
def add(
    committee: Committee,
    *,
    by: Actor,
    at: datetime,
    year: int,
    what: str,
    month: int | None = None,
    day: date | None = None,
    product: str = "",
    member: Member | None = None,
    unit: Unit | None = None,
    recurring: bool = False,
) -> PlanItem:
    """Plan something for a year, in a month or on a day; the first item begins the draft."""
    check_committee(committee, localdate(at))
    on, plan = localdate(at), _plan(committee, year, by, at)
    made = PlanItem(plan=plan, added_on=on, added_by=by.audit_name)
    _write(made, on, month, day, what, product, member, recurring)
    if unit:
        check_stands(unit, on)
        ItemUnit.objects.create(item=made, unit=unit)
    _told("item-added", made, by, unit=unit.key if unit else None)
    return made


@act
def rewrite(
    item: PlanItem,
    *,
    by: Actor,
    at: datetime,
    what: str,
    month: int | None = None,
    day: date | None = None,
    product: str = "",
    member: Member | None = None,
    unit: Unit | None = None,
    recurring: bool = False,
) -> None:
    """Write an item of a draft otherwise."""
    on = localdate(at)
    _check_draft(item, on)
    _write(item, on, month, day, what, product, member, recurring)
    if unit:
        check_stands(unit, on)
    item.units.all().delete()
    if unit:
        ItemUnit.objects.create(item=item, unit=unit)
    _told("item-rewritten", item, by)


@act
def take_out(item: PlanItem, *, by: Actor, at: datetime) -> None:
    """Take an item out of a draft; what an agenda names stays."""
    _check_draft(item, localdate(at))
    if item.on_agendas.exists():
        raise ValidationError(
            _("It stands on the agenda of a session. Adopt the plan, then drop it.")
        )
    item.units.all().delete()
    _told("item-taken-out", item, by)
    item.delete()


@act
def adopt(
    plan: YearPlan, *, by: Actor, at: datetime, on: date, under: Instrument | None = None
) -> None:
    """Adopt the plan of a year (ban hành chương trình công tác năm): from then on it counts."""
    check_committee(plan.committee, on)
    if YearPlan.objects.select_for_update(no_key=True).get(pk=plan.pk).adopted_on:
        raise ValidationError(_("This plan was adopted before."), code="adopted")
    if not plan.items.exists():
        raise ValidationError(_("There is nothing in this plan yet."), code="empty")
    check_past(on, at)
    plan.adopted_on, plan.adopted_by, plan.instrument = on, by.audit_name, under
    plan.full_clean()
    plan.save()
    number = under.number if under else None
    target = f"committee:{plan.committee.key}"
    said = {"year": plan.year, "on": on.isoformat(), "under": number}
    record("committee.plan-adopted", by=by, target=target, **said)


@act
def move(
    item: PlanItem,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    month: int | None = None,
    day: date | None = None,
) -> PlanEvent:
    """Move an item to another month or day of its year; where it stood stays readable."""
    check_reason(reason)
    _check_year(item.plan.year, day)
    return _happened(What.MOVED, item, by, at, words=reason.strip(), month=month, day=day)


@act
def entrust(item: PlanItem, *, by: Actor, at: datetime, member: Member, reason: str) -> PlanEvent:
    """Let another member answer for an item from now on."""
    check_reason(reason)
    _check_member(item.plan.committee, member, localdate(at))
    return _happened(What.ENTRUSTED, item, by, at, words=reason.strip(), member=member)


@act
def note_done(item: PlanItem, *, by: Actor, at: datetime, on: date, words: str) -> PlanEvent:
    """Note that an item was done on a day, and what came of it."""
    check_past(on, at)
    if not words.strip():
        raise ValidationError({"words": _("Say what was done, and what came of it.")})
    made = _happened(What.DONE, item, by, at, words=words.strip(), on=on)
    end_preparing([item], on)
    return made


@act
def drop(item: PlanItem, *, by: Actor, at: datetime, reason: str) -> PlanEvent:
    """Drop an item: nobody has to do it any more."""
    check_reason(reason)
    made = _happened(What.DROPPED, item, by, at, words=reason.strip())
    end_preparing([item], localdate(at))
    return made


@act
def carry_over(
    committee: Committee, *, by: Actor, at: datetime, year: int, items: Collection[int]
) -> YearPlan:
    """Draft the next year's plan from items of this year's that are not done or recur.

    `items` are those that somebody chose among what is proposed, by id. Nothing is adopted.
    """
    on = localdate(at)
    check_committee(committee, on)
    wanted = {*items}
    chosen = [one for one in proposed(committee, year, on) if one.line.item.pk in wanted]
    if not chosen:
        raise ValidationError({"items": _("Choose what is to be carried over.")})
    if len(chosen) < len(wanted):
        words = _("Choose only items that are not done or recur and were not carried over yet.")
        raise ValidationError({"items": words})
    plan = _plan(committee, year + 1, by, at)
    if plan.adopted_on:
        words = _("The plan of %(year)s is adopted. Add to it item by item.")
        raise ValidationError(words % {"year": year + 1}, code="adopted")
    for one in chosen:
        old = one.line.item
        made = PlanItem(plan=plan, carried_from=old, added_on=on, added_by=by.audit_name)
        _write(made, on, one.month, one.day, old.what, old.product, one.member, old.recurring)
        if one.unit and unit_on(one.unit.key, on):
            ItemUnit.objects.create(item=made, unit=one.unit)
    said: dict[str, Any] = {"year": year + 1, "items": len(chosen)}
    record("committee.plan-carried-over", by=by, target=f"committee:{committee.key}", **said)
    return plan


def _plan(committee: Committee, year: int, by: Actor, at: datetime) -> YearPlan:
    assert committee.valid_from
    if year < committee.valid_from.year:
        raise ValidationError({"year": _("The committee was not there yet in that year.")})
    found = committee.plans.filter(year=year).first()
    if found is None:
        found = YearPlan(
            committee=committee, year=year, drafted_on=localdate(at), drafted_by=by.audit_name
        )
        found.full_clean()
        found.save()
    return found


def _write(
    item: PlanItem,
    on: date,
    month: int | None,
    day: date | None,
    what: str,
    product: str,
    member: Member | None,
    recurring: bool,
) -> None:
    _check_year(item.plan.year, day)
    if member:
        _check_member(item.plan.committee, member, on)
    item.month, item.day, item.what, item.product = month, day, what.strip(), product.strip()
    item.member, item.recurring = member, recurring
    item.full_clean()
    item.save()


def _happened(
    what: What, item: PlanItem, by: Actor, at: datetime, on: date | None = None, **more: Any
) -> PlanEvent:
    """Write what became of an item of an adopted plan, unless it is closed."""
    check_committee(item.plan.committee, on or localdate(at))
    if YearPlan.objects.get(pk=item.plan_id).adopted_on is None:
        words = _("The plan is a draft: write the item otherwise, or take it out.")
        raise ValidationError(words, code="draft")
    if item.events.filter(what__in=CLOSING).exists():
        raise ValidationError(_("This item is done or dropped already."), code="closed")
    made = PlanEvent(item=item, what=what, on=on or localdate(at), by=by.audit_name, **more)
    made.full_clean()
    made.save()
    _told(f"item-{what.value}", item, by, on=made.on.isoformat(), words=made.words)
    return made


def _check_draft(item: PlanItem, on: date) -> None:
    """One writer at a time for a draft, and none once it is adopted or its committee is no more."""
    check_committee(item.plan.committee, on)
    if YearPlan.objects.select_for_update(no_key=True).get(pk=item.plan_id).adopted_on:
        words = _("The plan is adopted: what was written stays. Move the item, or drop it.")
        raise ValidationError(words, code="adopted")


def _check_year(year: int, day: date | None) -> None:
    if day and day.year != year:
        words = _("Name a day of %(year)s; what is left goes into the next year by carrying over.")
        raise ValidationError({"day": words % {"year": year}})


def _check_member(committee: Committee, member: Member, on: date) -> None:
    if member.committee_id != committee.pk or (member.valid_to and member.valid_to <= on):
        raise ValidationError({"member": _("They are no member of this committee then.")})


def _told(what: str, item: PlanItem, by: Actor, **facts: Any) -> None:
    committee = item.plan.committee
    said = {"year": item.plan.year, "item": item.pk, "what": item.what, **facts}
    record(f"committee.{what}", by=by, target=f"committee:{committee.key}", **said)
