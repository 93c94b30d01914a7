"""Who heads units and who works where; posts set up and ended."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Router, Status

from tinhgon.registry import queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.staff.api.asked import post_kept, refusals, require
from tinhgon.staff.api.schemas import EndedOut, EndIn, HeadOut, PostIn, PostOut, SeatOut
from tinhgon.staff.json_documents import post_document, seat_document
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.posts import actions
from tinhgon.staff.posts.heads import heads
from tinhgon.staff.posts.holders import seats
from tinhgon.ui.api import (
    PROBLEMS,
    Cursor,
    Limit,
    OnDay,
    Page,
    caller,
    needs,
    page,
    public,
    read_day,
)

router = Router()


@router.get(
    "/staff/units/{key}/head",
    response={200: HeadOut, **PROBLEMS},
    operation_id="get_head",
    auth=None,
)
@public
def get_head(request: HttpRequest, key: str, on: OnDay = None) -> Any:
    """Who is the head of a unit on a day: exactly one name, or who acts, or that it is vacant."""
    day = read_day(on) or localdate()
    unit = queries.unit(key, day)
    head = heads([unit.key], day)[unit.key]
    told = {"title": head.title, "name": head.name, "names": [*head.names]}
    return {"unit": unit.key, "state": head.state.value, **told}


@router.get(
    "/staff/units/{key}/posts",
    response={200: Page[SeatOut], **PROBLEMS},
    operation_id="list_posts",
)
@needs(StaffPermission.SEE)
def list_posts(
    request: HttpRequest, key: str, cursor: Cursor, limit: Limit, on: OnDay = None
) -> Any:
    """The posts of a unit on a day and who is in them; that it was read is recorded."""
    day = read_day(on) or localdate()
    unit = queries.unit(key, day)
    require(request, StaffPermission.SEE, unit.key)
    found = page(seats([unit.key], day), cursor, limit)
    people = [one.officer for seat in found["items"] for one in seat.people]
    read = officers.read(people, by=caller(request), about=f"unit:{unit.key}")
    names = {pk: one.name for pk, one in read.items()}
    return {**found, "items": [seat_document(seat, names) for seat in found["items"]]}


@router.post(
    "/staff/units/{key}/posts",
    response={201: PostOut, **PROBLEMS},
    operation_id="set_up_post",
)
@needs(StaffPermission.KEEP)
def set_up_post(request: HttpRequest, key: str, body: PostIn) -> Any:
    """Set up a post in a unit from a day on."""
    on = body.on or localdate()
    unit = queries.unit(key, on)
    require(request, StaffPermission.KEEP, unit.key)
    under = instrument_named(body.under)
    with refusals(key="post"):
        made = actions.set_up(
            body.post,
            by=caller(request),
            unit=unit,
            titles=body.titles,
            kind=body.kind,
            rank=body.rank,
            on=on,
            until=body.until,
            under=under,
            reason=body.reason,
        )
    return Status(201, post_document(made.placements.get()))


@router.post(
    "/staff/posts/{key}/ending",
    response={200: EndedOut, **PROBLEMS},
    operation_id="end_post",
)
@needs(StaffPermission.KEEP)
def end_post(request: HttpRequest, key: str, body: EndIn) -> Any:
    """Let a post end on a day, the first on which it is no more, and whoever is in it with it."""
    post, on = post_kept(request, key).post, body.on or localdate()
    with refusals():
        actions.end(post, by=caller(request), on=on, reason=body.reason)
    return {"on": on}
