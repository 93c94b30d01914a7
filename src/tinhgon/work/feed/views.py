"""The page of one's feed address, and the feed itself, which its address alone opens."""

import hashlib
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.accounts.models import Token, User
from tinhgon.ui.doors import public, signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.feed import actions
from tinhgon.work.feed.calendar import document
from tinhgon.work.feed.works import MOST, entries
from tinhgon.work.listing.desks import Reader
from tinhgon.work.models import FeedAddress


@signed_in
def address(request: HttpRequest) -> HttpResponse:
    """GET whether one has a feed; POST to make its address (anew), or to revoke it.

    An address that was made is shown in the answer, and never again.
    """
    user: Any = request.user
    made = ""
    if request.method == "POST":
        if request.POST.get("do") == "revoke":
            actions.revoke_address(user, by=user)
            messages.success(request, _("The address is revoked: it opens nothing any more."))
            return redirect("work:feed")
        made = address_of(actions.make_address(user, by=user), request)
    context = {
        "made": made,
        "kept": FeedAddress.objects.filter(user=user).first(),
        "most": MOST,
        "crumbs": [(_("Work"), reverse("work:desk"))],
    }
    response = render(request, "work/feed.html", context)
    patch_cache_control(response, no_store=True)
    return response


@public
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The works of whoever has this address, by their rights of this moment; 304 if nothing is new.

    Calendars send no password: whoever knows the address reads it, so it can be revoked.
    """
    user = _whose(token)
    if user is None:
        raise NotHere(_("There is no calendar feed at this address. It may have been revoked."))
    found, more = entries(Reader(user, localdate()))
    content = document(found, more=more, name=user.name)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged or HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = tag
    response["Content-Disposition"] = 'inline; filename="tinhgon.ics"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_cache=True)
    return response


def address_of(secret: str, request: HttpRequest) -> str:
    """Where the feed of a secret is read, on the site that was asked, in the language spoken."""
    return request.build_absolute_uri(reverse("work:feed-ics", args=[secret]))


def _whose(token: str) -> User | None:
    kept = FeedAddress.objects.select_related("user")
    found = kept.filter(digest=Token.digest_of(token[:200]), user__is_active=True).first()
    return found.user if found else None
