"""Who heads units, who works where, and assignments."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from tinhgon.registry import queries
from tinhgon.staff.api.asked import caller, instrument, refusals, require
from tinhgon.staff.api.schemas import AssignedOut, AssignmentIn, HeadOut, SeatOut
from tinhgon.staff.json_documents import seat_document
from tinhgon.staff.models import Officer, Post
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.posts import actions
from tinhgon.staff.posts.heads import heads
from tinhgon.staff.posts.holders import seats
from tinhgon.ui.api import PROBLEMS, On, Problem, needs, public

router = Router()


@router.get(
    "/staff/units/{key}/head",
    response={200: HeadOut, **PROBLEMS},
    operation_id="get_head",
    auth=None,
)
@public
def get_head(request: HttpRequest, key: str, when: Annotated[On, Query()]) -> Any:
    """Who is the head of a unit on a day: exactly one name, or who acts, or that it is vacant."""
    unit = queries.unit(key, when.day)
    head = heads([unit.key], when.day)[unit.key]
    told = {"title": head.title, "name": head.name, "names": [*head.names]}
    return {"unit": unit.key, "state": head.state.value, **told}


@router.get(
    "/staff/units/{key}/posts",
    response={200: list[SeatOut], **PROBLEMS},
    operation_id="list_posts",
)
@needs(StaffPermission.SEE)
def list_posts(request: HttpRequest, key: str, when: Annotated[On, Query()]) -> Any:
    """The posts of a unit on a day and who is in them; that it was read is recorded."""
    unit = queries.unit(key, when.day)
    require(request, StaffPermission.SEE, unit.key)
    found = seats([unit.key], when.day)
    people = [one.officer for seat in found for one in seat.people]
    read = officers.read(people, by=caller(request), about=f"unit:{unit.key}")
    names = {pk: one.name for pk, one in read.items()}
    return [seat_document(seat, names) for seat in found]


@router.post(
    "/staff/posts/{key}/assignments",
    response={201: AssignedOut, **PROBLEMS},
    operation_id="assign_officer",
)
@needs(StaffPermission.KEEP)
def assign_officer(request: HttpRequest, key: str, body: AssignmentIn) -> Any:
    """Assign somebody to a post from a day on; with `moves` their present main post ends then."""
    on, post = body.on or localdate(), Post.objects.filter(key=key).first()
    if post is None:
        raise Problem(404, "no-such-post", _("There is no post “%s”.") % key[:64])
    placed = post.placements.on(on).first() or post.placements.in_order().last()
    require(request, StaffPermission.KEEP, placed.unit.key)
    officer = Officer.objects.filter(key=body.officer).first()
    if officer is None:
        words = _("Nobody was entered under the number “%s”.") % body.officer
        raise Problem(422, "no-such-officer", words, fact="officer")
    grounds = {"under": instrument(body.under), "reason": body.reason}
    by = caller(request)
    with refusals():
        if body.moves:
            made = actions.transfer(officer, by=by, to=post, on=on, **grounds)
        else:
            given = {"basis": body.basis, "until": body.until}
            made = actions.assign(officer, by=by, post=post, on=on, **given, **grounds)
    told = {"officer": officer.key, "post": key, "basis": made.basis}
    return Status(201, {**told, "on": on, "until": made.valid_to})
