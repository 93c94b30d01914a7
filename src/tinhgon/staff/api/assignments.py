"""Assigning people to posts and relieving them."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router, Status

from tinhgon.registry.api.named import instrument_named
from tinhgon.staff.api.asked import officer_named, post_kept, refusals
from tinhgon.staff.api.schemas import AssignedOut, AssignmentIn, EndedOut, EndIn
from tinhgon.staff.json_documents import assignment_document
from tinhgon.staff.models import Assignment, Basis
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.posts import actions
from tinhgon.ui.api import PROBLEMS, Problem, caller, needs

router = Router()


@router.post(
    "/staff/posts/{key}/assignments",
    response={201: AssignedOut, **PROBLEMS},
    operation_id="assign_officer",
)
@needs(StaffPermission.KEEP)
def assign_officer(request: HttpRequest, key: str, body: AssignmentIn) -> Any:
    """Assign somebody to a post from a day on; with `moves` their present main post ends then."""
    by, on, post = caller(request), body.on or localdate(), post_kept(request, key).post
    officer = officer_named(body.officer)
    assert officer
    given = {"by": by, "on": on, "under": instrument_named(body.under), "reason": body.reason}
    with refusals():
        if body.moves:
            _only_a_main_post(body)
            made = actions.transfer(officer, to=post, **given)
        else:
            made = actions.assign(officer, post=post, basis=body.basis, until=body.until, **given)
    return Status(201, assignment_document(made))


@router.post(
    "/staff/assignments/{int:id}/relief",
    response={200: EndedOut, **PROBLEMS},
    operation_id="relieve_officer",
)
@needs(StaffPermission.KEEP)
def relieve_officer(request: HttpRequest, id: int, body: EndIn) -> Any:
    """Let an assignment end on a day, the first on which it no longer holds."""
    held = Assignment.objects.select_related("post", "officer").filter(pk=id).first()
    if held is None:
        raise Problem(404, "no-such-assignment", _("There is no assignment %s.") % id)
    post_kept(request, held.post.key)
    on = body.on or localdate()
    with refusals():
        actions.relieve(held, by=caller(request), on=on, reason=body.reason)
    return {"on": on}


def _only_a_main_post(body: AssignmentIn) -> None:
    if body.basis != Basis.MAIN or body.until:
        words = _("Only a main post without an end takes the place of the present one.")
        raise Problem(422, "not-a-main-post", words, fact="moves")
