"""What became of plans, for programs: change events, what happened, notices, subscriptions."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import Edge
from tinhgon.registry.queries import instrument_numbers
from tinhgon.reorganisation.events import actions
from tinhgon.reorganisation.events.addresses import Addresses
from tinhgon.reorganisation.events.changes import Change, change_events
from tinhgon.reorganisation.events.happened import happened, told
from tinhgon.reorganisation.events.notice_table import documents
from tinhgon.reorganisation.events.notices import notices_of
from tinhgon.reorganisation.events.published import done_by, published_package
from tinhgon.reorganisation.events.subscriptions import (
    REFUSED,
    refused_words,
    subscription,
    subscription_document,
    subscriptions,
)
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.api import PROBLEMS, Body, Cursor, Limit, Page, Problem, caller, needs, page, public

router = Router(tags=["plans"])


class NamedUnit(Schema):
    """A unit as it is called on its side of the day."""

    unit: str
    code: str | None
    name: str


class PassedOut(Schema):
    """What passed from one unit to another."""

    predecessor: str
    successor: str
    extent: str = Field(description="whole, part or rest")
    carries: list[str] | None = Field(description="land, people, functions; null: not stated")
    main: bool = Field(description="takes what no rule places")


class ChangeOut(Schema):
    """A change event (W3C ORG)."""

    id: str
    iri: str
    kind: str = Field(
        description="FoundationEvent, MergeEvent, SplitEvent, ChangeEvent or DissolutionEvent"
    )
    day: date
    original: list[NamedUnit]
    resulting: list[NamedUnit]
    instrument: str | None
    clause: str
    passed: list[PassedOut]


class HappeningOut(Schema):
    """What became of a package."""

    event: str = Field(description="plan.enacted, plan.took-effect or plan.withdrawn")
    package: str
    title: str
    day: date = Field(description="The day of effect.")
    on: date = Field(description="The legal day of the act.")
    at: datetime = Field(description="When it was recorded.")


class SuccessorOut(NamedUnit):
    """A unit that takes something of another."""

    extent: str


class NoticeOut(NamedUnit):
    """What the people of a unit that ends, or is shared, are told."""

    ends: bool
    day: date
    instruments: list[str]
    clauses: list[str]
    successors: list[SuccessorOut]
    text: dict[str, str] = Field(description="By language.")


class SubscriptionIn(Body):
    """Where messages are sent; the secret that signs them is made where none is given."""

    url: str = Field(min_length=1, max_length=500)
    secret: str | None = None


class SubscriptionOut(Schema):
    """Another system that is told, and how that went last."""

    id: int
    url: str
    made: datetime
    last_event: str | None
    last_answer: str | None
    last_delivered: datetime | None
    waiting: int
    given_up: int


class SecretOut(Schema):
    """A new subscription with its secret, which is shown this once."""

    id: int
    url: str
    secret: str


@router.get(
    "/plans/{code}/events",
    response={200: Page[ChangeOut], **PROBLEMS},
    operation_id="list_plan_events",
    auth=None,
)
@public
def list_plan_events(request: HttpRequest, code: str, cursor: Cursor, limit: Limit) -> Any:
    """The change events of a package that was enacted; none where it was withdrawn."""
    package = published_package(code)
    done = done_by(package)
    if done is None:
        return page([], cursor, limit)
    found = page(change_events(done), cursor, limit)
    iri = f"{Addresses(request.build_absolute_uri('/'), package).events()}#"
    names, numbers = names_of(package, done), instrument_numbers()
    return {**found, "items": [_change(one, names, numbers, iri) for one in found["items"]]}


@router.get(
    "/events",
    response={200: Page[HappeningOut], **PROBLEMS},
    operation_id="list_events",
    auth=None,
)
@public
def list_events(request: HttpRequest, cursor: Cursor, limit: Limit) -> Any:
    """What became of packages, latest first: enacted, taken effect, withdrawn afterwards."""
    found = page(happened(), cursor, limit)
    items = [
        {
            "event": one.event,
            "package": one.package.code,
            "title": one.package.title,
            "day": one.package.day,
            "on": one.on,
            "at": one.at,
        }
        for one in told(found["items"])
    ]
    return {**found, "items": items}


@router.get(
    "/plans/{code}/notices",
    response={200: Page[NoticeOut], **PROBLEMS},
    operation_id="list_plan_notices",
    auth=None,
)
@public
def list_plan_notices(
    request: HttpRequest, code: str, cursor: Cursor, limit: Limit, q: str = ""
) -> Any:
    """What people of each unit that ends or is shared are told; `q` looks for name or code."""
    notices = notices_of(published_package(code))
    if notices is None:
        return page([], cursor, limit)
    found = page(notices.found(q), cursor, limit)
    return {**found, "items": documents(notices, found["items"])}


@router.get(
    "/subscriptions",
    response={200: Page[SubscriptionOut], **PROBLEMS},
    operation_id="list_subscriptions",
)
@needs(PlanPermission.SUBSCRIBE)
def list_subscriptions(request: HttpRequest, cursor: Cursor, limit: Limit) -> Any:
    """Other systems that are told what becomes of packages."""
    _everywhere(request)
    found = page(subscriptions(), cursor, limit)
    return {**found, "items": [subscription_document(one) for one in found["items"]]}


@router.post(
    "/subscriptions", response={201: SecretOut, **PROBLEMS}, operation_id="make_subscription"
)
@needs(PlanPermission.SUBSCRIBE)
def make_subscription(request: HttpRequest, body: SubscriptionIn) -> Any:
    """Tell another system from now on; the secret is in this answer and in no other."""
    by = _everywhere(request)
    try:
        made = actions.subscribe(body.url, by=by, secret=body.secret)
    except REFUSED as refused:
        raise Problem(422, "no-subscription", refused_words(refused)) from None
    return Status(201, {"id": made.pk, "url": made.url, "secret": made.secret})


@router.delete(
    "/subscriptions/{int:id}", response={204: None, **PROBLEMS}, operation_id="end_subscription"
)
@needs(PlanPermission.SUBSCRIBE)
def end_subscription(request: HttpRequest, id: int) -> Any:
    """Tell a system no more."""
    actions.unsubscribe(subscription(pk=id), by=_everywhere(request))
    return Status(204, None)


def _everywhere(request: HttpRequest) -> Any:
    """Whoever asks, if they may subscribe for everything; what is told is not of one part."""
    asking = caller(request)
    if not asking.may(PlanPermission.SUBSCRIBE, unit=EVERYWHERE, on=localdate()):
        words = _("This needs the permission %s for everything.") % PlanPermission.SUBSCRIBE
        raise Problem(403, "not-allowed", words)
    return asking


def _change(one: Change, names: Names, numbers: dict[int, str], iri: str) -> dict[str, Any]:
    done = names.rearrangement
    original = (done.before.get(key) for key in one.original)
    resulting = (done.after.get(key) for key in one.resulting)
    return {
        "id": one.id,
        "iri": f"{iri}{quote(one.id)}",
        "kind": one.kind,
        "day": one.day,
        "original": _named(original, names),
        "resulting": _named(resulting, names),
        "instrument": numbers.get(one.instrument or 0),
        "clause": one.clause,
        "passed": [_passed(edge) for edge in one.passed],
    }


def _named(units: Iterable[Unit | None], names: Names) -> list[dict[str, Any]]:
    return [
        {"unit": unit.key, "code": unit.code, "name": names.full(unit)} for unit in units if unit
    ]


def _passed(edge: Edge) -> dict[str, Any]:
    return {
        "predecessor": edge.predecessor,
        "successor": edge.successor,
        "extent": edge.extent,
        "carries": sorted(edge.carries) if edge.carries else None,
        "main": edge.main,
    }
