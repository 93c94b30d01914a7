"""A committee's report as a document for programs, from the API and from the command alike."""

from typing import Any

from tinhgon.directives.committees.json_documents import (
    item_document,
    member_document,
    sessions_document,
)
from tinhgon.directives.committees.planning.outcomes import Outcome, narrowed
from tinhgon.directives.committees.planning.proposal import Proposal
from tinhgon.directives.committees.report.compiled import CommitteeReport
from tinhgon.directives.committees.report.sittings import Sitting
from tinhgon.directives.models import YearPlan
from tinhgon.directives.report.json_documents import works_document


def committee_report_document(report: CommitteeReport) -> dict[str, Any]:
    """All that a committee's report tells."""
    return {
        "committee": report.committee.key,
        "titles": report.committee.titles,
        "ends": report.ends,
        **works_document(report),
        "invented": report.invented,
        "plan": {
            **_adopted(report.plan),
            "figures": {outcome.value: many for outcome, many in report.tally.items()},
            "items": [item_document(one, report.called) for one in report.lines],
        },
        "members": [
            {**member_document(one), "items": _own(report, str(one.member.pk))}
            for one in report.seats
        ],
        "sessions": [_sitting(one) for one in report.sittings],
        "next_plan": {
            **_adopted(report.next_plan),
            "items": [item_document(one, report.called) for one in report.next_lines],
            "proposed": [] if report.ends else [_proposal(report, one) for one in report.proposals],
        },
    }


def _adopted(plan: YearPlan | None) -> dict[str, Any]:
    number = plan.instrument.number if plan and plan.instrument else None
    return {"adopted_on": plan.adopted_on if plan else None, "under": number}


def _own(report: CommitteeReport, member: str) -> dict[str, int]:
    own = narrowed(report.lines, member=member)
    return {one.value: len(narrowed(own, one)) for one in Outcome}


def _sitting(one: Sitting) -> dict[str, Any]:
    (told,) = sessions_document([one.session])
    return {
        **told,
        "dealt_with": [item.pk for item in one.dealt_with],
        "conclusions": [
            {"directive": made.key, "title": made.title, "day": made.day}
            for made in one.conclusions
        ],
    }


def _proposal(report: CommitteeReport, one: Proposal) -> dict[str, Any]:
    item = one.line.item
    return {
        "item": item.pk,
        "what": item.what,
        "month": one.month,
        "day": one.day,
        "member": one.member.pk if one.member else None,
        "answers": report.called[one.member.pk] if one.member else "",
        "unit": one.unit.key if one.unit else None,
        "left_over": one.is_left_over,
    }
