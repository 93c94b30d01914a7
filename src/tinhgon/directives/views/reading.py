"""A conclusion is pasted, and the page says what it cites and what it charges whom with."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.reading.form import ReadingForm
from tinhgon.directives.reading.found import Found
from tinhgon.documents import queries
from tinhgon.documents.units import register_on
from tinhgon.documents.words import UNCLEAR, due_words
from tinhgon.domain.documents.directions import Draft, read_directions
from tinhgon.domain.documents.directions.drafts import Agency
from tinhgon.registry.instrument.offering import may_register, registering
from tinhgon.registry.naming import unit_url
from tinhgon.ui.asked import Asked
from tinhgon.ui.doors import needs

MOST_SHOWN = 200
"""So many drafts and documents of one text are listed; all are counted."""


@needs(DirectivesPermission.DRAFT)
def read(request: HttpRequest) -> HttpResponse:
    """GET the form; POST a text or a file: what it cites, and drafts of tasks. Nothing is kept."""
    today = localdate()
    if request.method != "POST":
        return render(request, "directives/read.html", {"form": ReadingForm(on=today)})
    form = ReadingForm(request.POST, request.FILES, on=today)
    if not form.is_valid():
        return render(request, "directives/read.html", {"form": form}, status=422)
    said = form.cleaned_data
    unit = said["unit"].key if said["unit"] else None
    drafts = read_directions(said["text"], register=register_on(said["day"], unit), on=said["day"])
    found = Found(said["text"], queries.cited(said["text"]), drafts)
    asked = Asked(said["day"])
    context = {
        "form": form,
        "found": found,
        "drafts": [_told(one, asked) for one in drafts[:MOST_SHOWN]],
        "documents": [(one, registering(str(one.number))) for one in found.documents[:MOST_SHOWN]],
        "most": MOST_SHOWN,
        "may_register": may_register(request.user),
    }
    return render(request, "directives/read.html", context)


def _told(draft: Draft, asked: Asked) -> dict[str, Any]:
    """A draft in words: each agency with its page, where the register knows one alone."""
    return {
        "draft": draft,
        "leads": [_agency(one, asked) for one in draft.leads],
        "contributors": [_agency(one, asked) for one in draft.contributors],
        "due": due_words(draft.due),
        "unclear": [UNCLEAR[code] for code in draft.unclear],
    }


def _agency(one: Agency, asked: Asked) -> tuple[str, str]:
    return one.name, unit_url(one.known[0].key, asked) if len(one.known) == 1 else ""
