"""Norms for programs: what was found, waivers, working regulations."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from tinhgon.domain.norms.judging import rules
from tinhgon.norms import actions
from tinhgon.norms.api_schemas import (
    FindingOut,
    FindingsWish,
    RegulationsIn,
    RegulationsOut,
    RevocationIn,
    RuleOut,
    RunIn,
    RunOut,
    WaiverIn,
    WaiverOut,
)
from tinhgon.norms.finding.listing import STATES, Listed, Wish
from tinhgon.norms.finding.words import rule_title
from tinhgon.norms.json_documents import (
    finding_document,
    regulations_document,
    run_document,
    waiver_document,
)
from tinhgon.norms.models import Regulations, Waiver
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.queries import seen_by, waivers_seen_by
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.norms.regulations.actions import adopt
from tinhgon.registry import queries
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, Page, Problem, caller, needs, page, public

router = Router(tags=["norms"])


def _documents(items: Any, cursor: str, limit: int, document: Any) -> dict[str, Any]:
    found = page(items, cursor, limit)
    return {**found, "items": [document(one) for one in found["items"]]}


@router.get(
    "/norms/findings", response={200: Page[FindingOut], **PROBLEMS}, operation_id="list_findings"
)
@needs(NormsPermission.SEE)
def list_findings(
    request: HttpRequest, wish: Query[FindingsWish], cursor: Cursor, limit: Limit
) -> dict[str, Any]:
    """What was found of the units that the caller may see, the heaviest first."""
    today = localdate()
    unit = queries.unit(wish.unit, today).key if wish.unit else ""
    state = wish.state if wish.state in STATES else STATES[0]
    asked = Wish(wish.rule, wish.bloc, wish.severity, unit, state)
    found = Listed(caller(request), asked, on=today, today=today).found
    return _documents(found, cursor, limit, finding_document)


@router.get(
    "/norms/findings/{identifier}",
    response={200: FindingOut, **PROBLEMS},
    operation_id="show_finding",
)
@needs(NormsPermission.SEE)
def show_finding(request: HttpRequest, identifier: str) -> dict[str, Any]:
    """One finding with its provisions, inputs and what would satisfy it."""
    today = localdate()
    asked = identifier.replace("\0", "\ufffd")
    found = seen_by(caller(request), today, today=today).filter(identifier=asked).first()
    if found is None:
        raise Problem(404, "no-such-finding", _("There is no finding “%s”.") % identifier[:40])
    return finding_document(found)


@router.get(
    "/norms/rules",
    response={200: list[RuleOut], **PROBLEMS},
    operation_id="list_norm_rules",
    auth=None,
)
@public
def list_norm_rules(request: HttpRequest) -> list[dict[str, str]]:
    """What is judged."""
    return [{"rule": name, "title": rule_title(name)} for name in rules()]


@router.post("/norms/runs", response={201: RunOut, **PROBLEMS}, operation_id="run_norms")
@needs(NormsPermission.RUN)
def run_norms(request: HttpRequest, body: RunIn) -> Status[dict[str, Any]]:
    """Have the rules run over the whole register as it stands on a day; today by default."""
    _require(request, NormsPermission.RUN, EVERYWHERE)
    on = body.on or localdate()
    if on > localdate():
        raise Problem(422, "later-day", _("A day to come is only looked at, not kept."))
    try:
        done = actions.run_norms(by=caller(request), on=on)
    except Refused as refused:
        raise _refused(refused) from None
    return Status(201, run_document(done))


@router.get(
    "/norms/waivers", response={200: Page[WaiverOut], **PROBLEMS}, operation_id="list_waivers"
)
@needs(NormsPermission.SEE)
def list_waivers(request: HttpRequest, cursor: Cursor, limit: Limit) -> dict[str, Any]:
    """What is let be, by which authority, until when; those that end first before the others."""
    return _documents(waivers_seen_by(caller(request), localdate()), cursor, limit, waiver_document)


@router.post("/norms/waivers", response={201: WaiverOut, **PROBLEMS}, operation_id="waive")
@needs(NormsPermission.WAIVE)
def waive(request: HttpRequest, body: WaiverIn) -> Status[dict[str, Any]]:
    """Let be what a rule finds of a unit, to a last day."""
    on = body.on or localdate()
    authority = queries.unit(body.authority, on)
    _require(request, NormsPermission.WAIVE, authority.key)
    try:
        made = actions.waive(
            queries.unit(body.unit, on),
            by=caller(request),
            rule=body.rule,
            authority=authority,
            number=body.number,
            reason=body.reason,
            on=on,
            until=body.last_day + timedelta(days=1),
        )
    except Refused as refused:
        raise _refused(refused) from None
    return Status(201, waiver_document(made))


@router.post(
    "/norms/waivers/{int:id}/revocation",
    response={200: WaiverOut, **PROBLEMS},
    operation_id="revoke_waiver",
)
@needs(NormsPermission.WAIVE)
def revoke_waiver(request: HttpRequest, id: int, body: RevocationIn) -> dict[str, Any]:
    """Take a waiver back from a day on."""
    found = Waiver.objects.select_related("unit", "authority").filter(pk=id).first()
    if found is None:
        raise Problem(404, "no-such-waiver", _("There is no waiver %s.") % id)
    _require(request, NormsPermission.WAIVE, found.authority.key)
    try:
        actions.revoke(found, by=caller(request), on=body.on or localdate(), reason=body.reason)
    except Refused as refused:
        raise _refused(refused) from None
    return waiver_document(found)


@router.get(
    "/units/{key}/regulations",
    response={200: list[RegulationsOut], **PROBLEMS},
    operation_id="list_regulations",
    auth=None,
)
@public
def list_regulations(request: HttpRequest, key: str) -> list[dict[str, Any]]:
    """The working regulations of a unit, the earliest first."""
    subject = queries.unit(key, localdate())
    held = Regulations.objects.filter(unit=subject).select_related("unit").in_order()
    return [regulations_document(one) for one in held]


@router.post(
    "/units/{key}/regulations",
    response={201: RegulationsOut, **PROBLEMS},
    operation_id="adopt_regulations",
)
@needs(NormsPermission.KEEP)
def adopt_regulations(
    request: HttpRequest, key: str, body: RegulationsIn
) -> Status[dict[str, Any]]:
    """Record the working regulations of a body; those in force until then end."""
    on = body.on or localdate()
    subject = queries.unit(key, on)
    _require(request, NormsPermission.KEEP, subject.key)
    try:
        made = adopt(subject, by=caller(request), number=body.number, on=on, text=body.text)
    except Refused as refused:
        raise _refused(refused) from None
    return Status(201, regulations_document(made))


def _require(request: HttpRequest, permission: str, unit: str) -> None:
    if not caller(request).may(permission, unit=unit, on=localdate()):
        raise Problem(403, "not-allowed", _("This needs the permission %s.") % permission)


def _refused(refused: Refused) -> Problem:
    return Problem(422, refused.code, refusal_words(refused))
