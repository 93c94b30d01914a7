"""The address of one's calendar feed for programs: made anew, or revoked."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status

from tinhgon.ui.api import PROBLEMS, signed_in
from tinhgon.work.feed import actions
from tinhgon.work.feed.views import address_of
from tinhgon.work.reminding.api import reader_of_works

router = Router(tags=["work"])


class FeedAddressOut(Schema):
    """The private address of a feed (text/calendar), told this once."""

    address: str


@router.post("/feed", response={201: FeedAddressOut, **PROBLEMS}, operation_id="make_feed_address")
@signed_in
def make_feed_address(request: HttpRequest) -> Any:
    """Make the private address of the caller's calendar feed; one made before is revoked by it."""
    user = reader_of_works(request)
    return Status(201, {"address": address_of(actions.make_address(user, by=user), request)})


@router.delete("/feed", response={204: None, **PROBLEMS}, operation_id="revoke_feed_address")
@signed_in
def revoke_feed_address(request: HttpRequest) -> Any:
    """Revoke the private address of the caller's calendar feed."""
    user = reader_of_works(request)
    actions.revoke_address(user, by=user)
    return Status(204, None)
