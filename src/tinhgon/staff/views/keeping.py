"""Keeping posts and who is in them: forms for whoever keeps the people of a unit."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.staff.models import Assignment, Placement
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.posts import actions
from tinhgon.staff.posts.forms import AssignForm, EndForm, PostForm
from tinhgon.staff.posts.standing import last_placed
from tinhgon.staff.views.subject import Subject, subject_of
from tinhgon.ui.doors import needs, require
from tinhgon.ui.errors import NotHere

BOXES = {
    "staff_kind": "kind",
    "valid_from": "day",
    "valid_to": "until",
    "instrument": "under",
    "on": "day",
}
"""The box for what an act calls otherwise."""


@needs(StaffPermission.KEEP)
def new_post(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form of a new post of a unit; POST it."""
    require(request.user, StaffPermission.KEEP, key)
    subject = subject_of(key)
    form = PostForm(request.POST or None, on=localdate())

    def set_up(given: dict[str, Any]) -> None:
        actions.set_up(
            given["key"],
            by=request.user,  # type: ignore[arg-type]
            unit=subject.unit,
            titles=form.titles,
            kind=given["kind"],
            rank=given["rank"],
            on=given["day"],
            under=given["under"],
            reason=given["reason"],
        )

    done = _("The post is set up.")
    return _page(request, subject, form, set_up, _("Set up a post"), done)


@needs(StaffPermission.KEEP)
def assignment(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form that assigns somebody to a post; POST it."""
    placement = _placed(request, key)
    subject = subject_of(placement.unit.key)
    form = AssignForm(request.POST or None, initial={"day": localdate()})

    def assign(given: dict[str, Any]) -> None:
        grounds = {"on": given["day"], "under": given["under"], "reason": given["reason"]}
        if given["moves"]:
            to = placement.post
            actions.transfer(given["officer"], by=request.user, to=to, **grounds)
        else:
            actions.assign(
                given["officer"],
                by=request.user,
                post=placement.post,
                basis=given["basis"],
                until=given["until"],
                **grounds,
            )

    title = _("Assign somebody: %s") % placement.title
    return _page(request, subject, form, assign, title, _("The assignment is recorded."))


@needs(StaffPermission.KEEP)
def post_end(request: HttpRequest, key: str) -> HttpResponse:
    """GET when and why a post ends; POST it."""
    placement = _placed(request, key)
    form = EndForm(request.POST or None, initial={"day": localdate()})

    def end(given: dict[str, Any]) -> None:
        actions.end(
            placement.post,
            by=request.user,  # type: ignore[arg-type]
            on=given["day"],
            reason=given["reason"],
        )

    title = _("Let a post end: %s") % placement.title
    return _page(request, subject_of(placement.unit.key), form, end, title, _("The post ends."))


@needs(StaffPermission.KEEP)
def relief(request: HttpRequest, id: int) -> HttpResponse:
    """GET when and why an assignment ends; POST it."""
    held = Assignment.objects.select_related("post", "officer").filter(pk=id).first()
    if held is None:
        raise NotHere(_("There is no assignment %s.") % id)
    placement = _placed(request, held.post.key)
    form = EndForm(request.POST or None, initial={"day": localdate()})

    def relieve(given: dict[str, Any]) -> None:
        actions.relieve(
            held,
            by=request.user,  # type: ignore[arg-type]
            on=given["day"],
            reason=given["reason"],
        )

    title = _("Relieve %(officer)s: %(post)s")
    words = title % {"officer": held.officer.key, "post": placement.title}
    done = _("The assignment ends.")
    return _page(request, subject_of(placement.unit.key), form, relieve, words, done)


def _placed(request: HttpRequest, key: str) -> Placement:
    """Where a post stands today or stood last, for whoever keeps the people of that unit."""
    found = last_placed(key, today=localdate())
    if found is None:
        raise NotHere(_("There is no post “%s”.") % key[:64])
    require(request.user, StaffPermission.KEEP, found.unit.key)
    return found


def _page(
    request: HttpRequest,
    subject: Subject,
    form: Form,
    act: Callable[[dict[str, Any]], None],
    title: str,
    done: str,
) -> HttpResponse:
    """The page of a form; once it is carried out, that of the unit's posts."""
    if form.is_valid() and carried_out(form, act):
        messages.success(request, done)
        return redirect(reverse("staff:posts", args=[subject.unit.key]))
    offer_registering(form, request.user)
    context = {"form": form, "subject": subject, "crumbs": subject.crumbs, "title": title}
    return render(request, "staff/keep.html", context, status=422 if form.errors else 200)


def carried_out(form: Form, act: Callable[[dict[str, Any]], None]) -> bool:
    """Carry out an act; where it cannot be, the form says why."""
    try:
        act(form.cleaned_data)
    except ValidationError as wrong:
        named = wrong.error_dict if hasattr(wrong, "error_dict") else {NON_FIELD_ERRORS: wrong}
        for name, errors in named.items():
            box = BOXES.get(name, name)
            form.add_error(box if box in form.fields else None, errors)
        return False
    return True
