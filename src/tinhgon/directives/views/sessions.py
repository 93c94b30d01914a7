"""One session: what it is about, who is invited and came, where its conclusion stands."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees.meeting import actions
from tinhgon.directives.committees.meeting.forms import CancelForm, HoldForm
from tinhgon.directives.committees.membership import ORDER
from tinhgon.directives.committees.naming import session_known
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.words import session_state
from tinhgon.directives.entitlement import readable
from tinhgon.directives.models import Attendance, Directive, Session
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.views.acts import ask, crumbs, form_page, keeps, sent
from tinhgon.ui import writing
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere

MOST_CONCLUSIONS = 10


@signed_in
def session(request: HttpRequest, id: int) -> HttpResponse:
    """One session, for whoever may see its committee."""
    today, user = localdate(), request.user
    subject = session_known(id, user, on=today)
    state, look = session_state(subject)
    invited = _invited(subject)
    context = {
        "session": subject,
        "title": _("Session of %s") % writing.moment(subject.at),
        "state": state,
        "look": look,
        "invited": invited,
        "came": sum(1 for one, _name in invited if one.attended),
        "agenda": [*subject.agenda.select_related("planned__plan").order_by("number")],
        "dealt_with": {*subject.dealt_with.values_list("item", flat=True)},
        "may_act": subject.held is None and keeps(request, subject.committee),
        "conclusions": _conclusions(subject, user),
        "may_read_in": subject.held is not False and user.may(DirectivesPermission.DRAFT, on=today),  # type: ignore[union-attr]
        "crumbs": crumbs(subject.committee),
    }
    return render(request, "directives/committees/session.html", context)


def _conclusions(session: Session, by: Any) -> list[Directive]:
    """What was made of a session and may be read by somebody, a few at most."""
    found = [*session.directives.select_related("unit").order_by("pk")]
    return readable(found, by, on=localdate())[:MOST_CONCLUSIONS]


@signed_in
def act(request: HttpRequest, id: int, act: str) -> HttpResponse:
    """GET the form by which a session is recorded as held or cancelled; POST it."""
    subject = session_known(id, request.user, on=localdate())
    if act not in ("hold", "cancel"):
        raise NotHere(_("There is no such act. Choose one on the page of the session."))
    ask(request, subject.committee)
    return _hold(request, subject) if act == "hold" else _cancel(request, subject)


def _hold(request: HttpRequest, subject: Session) -> HttpResponse:
    agenda = [*subject.agenda.select_related("planned").order_by("number")]
    form = HoldForm(sent(request), invited=_invited(subject), agenda=agenda)

    def hold(given: dict[str, Any]) -> None:
        by: Any = request.user
        actions.hold(subject, by=by, at=timezone.now(), **form.given)

    return form_page(
        request,
        form,
        hold,
        committee=subject.committee,
        back=reverse("directives:session", args=[subject.pk]),
        title=_("Record that the session was held"),
        done=_("The session is recorded as held."),
        lead=_("Tick who came; write who stood in for somebody who did not."),
        template="directives/committees/hold.html",
    )


def _cancel(request: HttpRequest, subject: Session) -> HttpResponse:
    def cancel(given: dict[str, Any]) -> None:
        by: Any = request.user
        actions.cancel(subject, by=by, at=timezone.now(), reason=given["reason"])

    return form_page(
        request,
        CancelForm(sent(request)),
        cancel,
        committee=subject.committee,
        back=reverse("directives:session", args=[subject.pk]),
        title=_("Cancel the session"),
        done=_("The session is cancelled."),
        lead=writing.moment(subject.at),
    )


def _invited(subject: Session) -> list[tuple[Attendance, str]]:
    """Who was invited, the head first, as they were called on its day."""
    rows = [*subject.invited.select_related("member__officer")]
    rows.sort(key=lambda one: (ORDER[one.member.role], one.member_id))
    names = member_names([one.member for one in rows], localdate(subject.at))
    return [(one, names[one.member_id]) for one in rows]
