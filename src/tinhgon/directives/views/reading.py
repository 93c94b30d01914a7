"""A conclusion is pasted: what it cites, what it charges whom with; it may be kept as a draft."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees.naming import session_known
from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import Heading
from tinhgon.directives.drafting.each import members
from tinhgon.directives.entitlement import DRAFT, ask
from tinhgon.directives.listing import Reader
from tinhgon.directives.models import Directive, Session
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.reading.form import ReadingForm
from tinhgon.directives.reading.found import found_in
from tinhgon.directives.refusals import Refused, refusal_words
from tinhgon.documents.units import register_on
from tinhgon.documents.words import UNCLEAR, due_words
from tinhgon.domain.documents.directions import Draft, read_directions
from tinhgon.domain.documents.directions.drafts import Agency
from tinhgon.domain.documents.heads import head_of
from tinhgon.registry.instrument.offering import may_register, registering
from tinhgon.registry.naming import unit_url
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked
from tinhgon.ui.doors import needs
from tinhgon.work.custody.below import below
from tinhgon.work.entitlement import NotEntitled

Count = Callable[[Agency], int]

MOST_LIKELY = 20
MOST_SHOWN = 200
"""So many drafts and documents of one text are listed; all are counted."""


@needs(DirectivesPermission.DRAFT)
def read(request: HttpRequest) -> HttpResponse:
    """GET the form; POST a text or a file: what it cites, and drafts of tasks.

    Nothing is kept, unless the button is pressed that keeps it as a draft.
    """
    today = localdate()
    likely = Reader(request.user, today).units[:MOST_LIKELY]
    if request.method != "POST":
        form = ReadingForm(on=today, likely=likely, initial=_of_session(request))
        return render(request, "directives/read.html", {"form": form})
    form = ReadingForm(request.POST, request.FILES, on=today, likely=likely)
    if form.is_valid() and form.is_kept and (made := _kept(request, form)):
        return redirect("directives:directive", made.key)
    if not form.is_readable:
        return render(request, "directives/read.html", {"form": form}, status=422)
    form.fill()
    said = form.cleaned_data
    unit = said["unit"].key if said.get("unit") else None
    drafts = read_directions(said["text"], register=register_on(said["day"], unit), on=said["day"])
    found = found_in(said["text"], drafts)
    asked = Asked(said["day"])
    count = _counter(unit, said["day"])
    context = {
        "form": form,
        "found": found,
        "drafts": [_told(one, asked, count) for one in drafts[:MOST_SHOWN]],
        "documents": [(one, registering(str(one.number))) for one in found.documents[:MOST_SHOWN]],
        "most": MOST_SHOWN,
        "may_register": may_register(request.user),
    }
    status = 422 if form.errors else 200
    return render(request, "directives/read.html", context, status=status)


def _kept(request: HttpRequest, form: ReadingForm) -> Directive | None:
    """The text as a draft of its unit, if the reader may draft for that; else the form says why."""
    said, unit = form.cleaned_data, form.cleaned_data["unit"]
    form.fill()
    number = head_of(said["text"]).number
    heading = Heading(title=said["title"], day=said["day"], number=str(number or ""))
    try:
        ask(DRAFT, unit.key, request.user, on=localdate())
        given = {"by": request.user, "at": timezone.now(), "text": said["text"]}
        made = actions.draft(
            unit, heading=heading, session=_session(said["session"], request), **given
        )
    except NotEntitled:
        form.add_error("unit", _("You may not draft directives of this unit. Name another one."))
    except Refused as refused:
        form.add_error(None, refusal_words(refused))
    else:
        messages.success(request, _("Kept as a draft. Each task says what it still wants."))
        return made
    return None


def _of_session(request: HttpRequest) -> dict[str, Any]:
    """What is known beforehand of the conclusion of a session that the address names."""
    asked = request.GET.get("session", "")
    session = _session(int(asked) if asked.isdecimal() and len(asked) < 19 else None, request)
    if session is None:
        return {}
    committee, at = session.committee, timezone.localtime(session.at)
    title = _("Conclusion of the session of %(day)s, %(committee)s")
    said = title % {"day": writing.day(at.date()), "committee": committee.title}
    return {"session": session.pk, "day": at.date(), "title": said[:300]}


def _session(id: int | None, request: HttpRequest) -> Session | None:
    """The session that is concluded, if one is named; it must be one that the reader may see."""
    return session_known(id, request.user, on=localdate()) if id else None


def _counter(unit: str | None, on: date) -> Count:
    """Of how many units a group consists that the text of a unit names."""
    found = below(unit, on) if unit else []
    return lambda one: len(members(one, found, unit, on)) if unit and one.is_group else 0


def _told(draft: Draft, asked: Asked, count: Count) -> dict[str, Any]:
    """A draft in words: each agency with its page, where the register knows one alone."""
    return {
        "draft": draft,
        "leads": [_agency(one, asked) for one in draft.leads],
        "contributors": [_agency(one, asked) for one in draft.contributors],
        "members": sum(count(one) for one in draft.leads),
        "due": due_words(draft.due),
        "unclear": [UNCLEAR[code] for code in draft.unclear],
    }


def _agency(one: Agency, asked: Asked) -> tuple[str, str]:
    return one.name, unit_url(one.known[0].key, asked) if len(one.known) == 1 else ""
