"""Committees as documents for programs, from the API and from commands alike."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from tinhgon.directives.committees.entitlement import units_at
from tinhgon.directives.committees.listing import Row
from tinhgon.directives.committees.membership import Seated, members_on
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.planning.lines import Line, lines
from tinhgon.directives.models import Capacity, Committee, Session


def row_document(row: Row) -> dict[str, Any]:
    """A committee in a list."""
    return {
        "committee": row.committee.key,
        "titles": row.committee.titles,
        "unit": row.unit,
        "office": row.office,
        "head": row.head,
        "members": row.members,
        "next_session": row.next.at if row.next else None,
    }


def committee_document(committee: Committee, on: date) -> dict[str, Any]:
    """A committee on a day: where it stands, and who is a member."""
    units = units_at(committee, on)
    return {
        "committee": committee.key,
        "titles": committee.titles,
        "unit": units[Capacity.NAME].unit.key if Capacity.NAME in units else "",
        "office": units[Capacity.OFFICE].unit.key if Capacity.OFFICE in units else "",
        "under": committee.instrument.number,
        "valid_from": committee.valid_from,
        "valid_to": committee.valid_to,
        "ended_under": committee.ended_under.number if committee.ended_under else None,
        "reason": committee.reason,
        "members": [member_document(one) for one in members_on(committee, on)],
    }


def plan_document(committee: Committee, year: int, on: date) -> dict[str, Any]:
    """The plan of a year as it stands on a day."""
    plan = committee.plans.select_related("instrument").filter(year=year).first()
    found = lines(committee, year, on)
    names = member_names([one.member for one in found if one.member], on)
    return {
        "committee": committee.key,
        "year": year,
        "adopted_on": plan.adopted_on if plan else None,
        "under": plan.instrument.number if plan and plan.instrument else None,
        "items": [item_document(one, names) for one in found],
    }


def sessions_document(sessions: Sequence[Session]) -> list[dict[str, Any]]:
    """Sessions with their agenda and who was invited, in order; both as prefetched."""
    return [
        {
            "session": one.pk,
            "at": one.at,
            "place": one.place,
            "held": one.held,
            "reason": one.reason,
            "agenda": [
                {"number": point.number, "title": point.title, "item": point.planned_id}
                for point in sorted(one.agenda.all(), key=attrgetter("number"))
            ],
            "invited": [
                {"member": who.member_id, "attended": who.attended, "stood_in": who.stood_in}
                for who in sorted(one.invited.all(), key=attrgetter("member_id"))
            ],
        }
        for one in sessions
    ]


def member_document(seated: Seated) -> dict[str, Any]:
    """Somebody in a committee."""
    one = seated.member
    return {
        "member": one.pk,
        "role": one.role,
        "officer": one.officer.key if one.officer else None,
        "name": seated.name,
        "looks_after": one.looks_after,
        "units": seated.units,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "to_be_settled": seated.left_post,
    }


def item_document(line: Line, names: dict[int, str]) -> dict[str, Any]:
    """An item of a plan as it was written and as it stands."""
    item, closing = line.item, line.closing
    return {
        "item": item.pk,
        "what": item.what,
        "product": item.product,
        "planned_month": item.month,
        "planned_day": item.day,
        "month": line.month,
        "day": line.day,
        "due": line.due,
        "member": line.member.pk if line.member else None,
        "answers": names[line.member.pk] if line.member else "",
        "unit": line.unit.key if line.unit else None,
        "recurring": item.recurring,
        "state": line.state.value,
        "closed_on": closing.on if closing else None,
        "session": closing.session_id if closing else None,
        "moves": [
            {"on": one.on, "month": one.month, "day": one.day, "reason": one.words}
            for one in line.moves
        ],
    }
