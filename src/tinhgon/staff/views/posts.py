"""The page of a unit's posts on a day: quotas beside people, who leads, what is below."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from tinhgon.registry.directory import directory
from tinhgon.staff.ledger.movements import are_invented
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.posts.portrait import Line, Portrait
from tinhgon.staff.posts.words import head_words
from tinhgon.staff.views.ledger import open_to
from tinhgon.staff.views.subject import Subject, may, subject_of
from tinhgon.ui import writing
from tinhgon.ui.asked import asked
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download


@public
def posts(request: HttpRequest, key: str) -> HttpResponseBase:
    """Quotas and people; names of all who work there for whoever may see them."""
    question = asked(request)
    subject = subject_of(key, question)
    portrait = Portrait(subject.unit, question.on, question.known_at)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"posts-{key}", *_table(subject.name, portrait), kind)
    allowed = may(request, key)
    names = portrait.names
    if allowed["see"]:
        people = [one.officer for seat in portrait.seats for one in seat.people]
        read = officers.read(people, by=request.user, about=f"unit:{key}")  # type: ignore[arg-type]
        names = {pk: one.name for pk, one in read.items()}
    context = {
        "asked": question,
        "subject": subject,
        "crumbs": subject.way,
        "portrait": portrait,
        "head": head_words(portrait.head),
        "facts": _facts(portrait),
        "seats": [(seat, _people(seat, names)) for seat in _shown(portrait, allowed["see"])],
        "hidden": 0 if allowed["see"] else len(portrait.seats) - len(portrait.leading),
        "may": allowed,
        "acts": _acts(request.user, subject) if allowed["move"] else set(),
        "invented": are_invented(),
    }
    return render(request, "staff/posts.html", context)


def _acts(by: Any, subject: Subject) -> set[str]:
    """The acts upon the ledger that somebody may do; none once the unit has ended."""
    end = directory().life(subject.unit.key).end
    return set() if end and end <= subject.asked.on else open_to(by, subject.unit)


def _shown(portrait: Portrait, sees_all: bool) -> list[Any]:
    return portrait.seats if sees_all else portrait.leading


def _people(seat: Any, names: dict[int, str]) -> list[tuple[Any, str]]:
    """Who is in a post, with the name where it may be read."""
    return [(one, names.get(one.officer_id, one.officer.key)) for one in seat.people]


def _facts(portrait: Portrait) -> list[dict[str, str]]:
    """Posts, people and vacancies of all together."""
    posts, frozen, present = (
        sum(getattr(line, name) for line in portrait.whole)
        for name in ("posts", "frozen", "present")
    )
    vacant = posts - frozen - present
    facts = [
        {"label": _("Posts"), "value": writing.count(posts)},
        {"label": _("In post"), "value": writing.count(present)},
        {
            "label": _("Vacant") if vacant >= 0 else _("Over"),
            "value": writing.count(abs(vacant)),
        },
    ]
    return facts + ([{"label": _("Frozen"), "value": writing.count(frozen)}] if frozen else [])


def _table(name: str, portrait: Portrait) -> tuple[list[Any], list[list[Any]]]:
    """Own posts by kind, then those of each unit below, as a table to keep."""
    header = [*map(str, (_("Unit"), _("Kind of staff"), _("Posts"), _("Frozen"))), _("In post")]
    own = [_cells(name, line.label, line) for line in portrait.own]
    return header, own + [_cells(line.label, "", line) for _key, line in portrait.below]


def _cells(unit: str, kind: str, line: Line) -> list[Any]:
    return [unit, kind, line.posts, line.frozen, line.present]
