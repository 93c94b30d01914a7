"""Pages of reminders: one's notices, and of what one is reminded and how."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import signed_in
from tinhgon.work.listing.desks import Reader
from tinhgon.work.models.reminding import reminders_of
from tinhgon.work.people import called
from tinhgon.work.reminding import actions
from tinhgon.work.reminding.forms import RemindersForm
from tinhgon.work.reminding.unread import Notices, mark_read, notices_of
from tinhgon.work.reminding.windows import Cut, cut_now


@signed_in
def notices(request: HttpRequest) -> HttpResponse:
    """GET one's notices of the last weeks; POST that one has read them."""
    today = localdate()
    if request.method == "POST":
        mark_read(request.user, _shown_up_to(request.POST, cut_now(today)))  # type: ignore[arg-type]
        messages.success(request, _("Your notices are marked as read."))
        return redirect("work:notices")
    reader = Reader(request.user, today)
    up_to = cut_now(today)
    found = notices_of(reader)
    context = {
        "rows": _rows(found, reader),
        "more": found.every - len(found.shown),
        "some_new": any(found.is_new(one) for one in found.shown),
        "up_to": {"day": up_to.day.isoformat(), **up_to.rows},
        "crumbs": [(_("Work"), reverse("work:desk"))],
    }
    return render(request, "work/notices.html", context)


@signed_in
def reminders(request: HttpRequest) -> HttpResponse:
    """GET the form by which one chooses of what one is reminded; POST it."""
    user: Any = request.user
    form = RemindersForm(request.POST or None, instance=reminders_of(user))
    if form.is_valid():
        try:
            actions.choose(user, by=user, chosen=form.cleaned_data)
        except ValidationError as wrong:
            form.refuse(wrong)
        else:
            messages.success(request, _("You are reminded as you chose."))
            return redirect("work:reminders")
    context = {"form": form, "crumbs": [(_("Work"), reverse("work:desk"))]}
    return render(request, "work/reminders.html", context, status=422 if form.errors else 200)


def _shown_up_to(sent: Any, last: Cut) -> Cut:
    """Up to where the page that was read went; what was written since stays unread."""
    given = {name: str(sent.get(name, "")) for name in last.rows}
    read = {
        name: min(int(value), last.rows[name])
        if value.isdecimal() and len(value) < 19
        else last.rows[name]
        for name, value in given.items()
    }
    return Cut(last.day, **read)


def _rows(found: Notices, reader: Reader) -> list[dict[str, Any]]:
    names = Names()
    people = called({one.officer for one in found.shown if one.officer}, reader.on)
    return [
        {
            "notice": one,
            "unit": names.unit(one.unit),
            "giver": names.unit(one.giver),
            "person": people.get(one.officer, "") if one.officer else "",
            "is_new": found.is_new(one),
            "look": "stop" if one.occasion == "late" else "",
        }
        for one in found.shown
    ]
