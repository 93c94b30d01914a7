"""The editor of one plan: its operations as a list, one of them as a form, checks beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations import Operation
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.deciding.entitlement import NotEntitled, edit
from tinhgon.reorganisation.deciding.refusals import refusal_words
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.editing.checks import Checked, checked, names_in, norms_among, norms_of
from tinhgon.reorganisation.editing.drafted import Drafted, drafted
from tinhgon.reorganisation.editing.forms import OperationForm
from tinhgon.reorganisation.editing.history import (
    edit_words,
    followed,
    meanwhile,
    quicker,
    undoable,
)
from tinhgon.reorganisation.editing.listing import EditorList, headline
from tinhgon.reorganisation.editing.making import (
    form_of,
    new_form,
    sent_form,
    typed_form,
    with_row,
    without_row,
)
from tinhgon.reorganisation.editing.verbs import VERBS
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.operations.sentences import operation_text
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.subject import (
    BEYOND,
    ask_to_edit,
    beyond,
    crumbs_to,
    package_of,
    plan_of,
)
from tinhgon.ui.asked import wants_part
from tinhgon.ui.doors import needs
from tinhgon.ui.errors import NotHere

PAGE = 50


@dataclass(frozen=True)
class Desk:
    """What somebody who edits a plan sits before."""

    request: HttpRequest
    package: Package
    plan: Plan

    @cached_property
    def draft(self) -> Drafted:
        """The draft as it stands."""
        return drafted(self.package)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What the plan says."""
        return self.draft.plan(self.plan.code).operations

    @property
    def edition(self) -> int:
        """The edition that was seen when the form was made."""
        said = self.request.POST.get("edition", "")
        number = _number(said)
        return self.package.edition if number is None else number

    def url(self, view: str, *more: object) -> str:
        """A page of this editor."""
        return reverse(f"reorganisation:{view}", args=[self.package.code, self.plan.code, *more])

    def afresh(self) -> "Desk":
        """The same desk with the draft as it stands now."""
        package = package_of(self.request, self.package.code)
        return Desk(self.request, package, plan_of(package, self.plan.code))


def _desk(request: HttpRequest, code: str, plan: str) -> Desk:
    package = package_of(request, code)
    return Desk(request, package, plan_of(package, plan))


@needs(PlanPermission.DRAFT)
def plan_editor(request: HttpRequest, code: str, plan: str) -> HttpResponse:
    """The operations of a plan, none of them opened, and what may be added."""
    desk = _desk(request, code, plan)
    if bar := barred(request, desk.package):
        return bar
    return _page(desk, None, None)


@needs(PlanPermission.DRAFT)
def new_operation(request: HttpRequest, code: str, plan: str) -> HttpResponse:
    """GET an empty form of `?verb=`; POST `do`: save it, or draw it anew."""
    desk = _desk(request, code, plan)
    if bar := barred(request, desk.package):
        return bar
    if request.method == "POST":
        return _posted(desk, None)
    verb = _verb(request.GET.get("verb"))
    return _page(desk, new_form(desk.draft, verb, desk.plan.code), None)


@needs(PlanPermission.DRAFT)
def operation(request: HttpRequest, code: str, plan: str, number: int) -> HttpResponse:
    """GET one operation as a form; POST `do`: save it, move it, take it out, or draw it anew."""
    desk = _desk(request, code, plan)
    if bar := barred(request, desk.package):
        return bar
    if request.method == "POST":
        return _posted(desk, number)
    return _page(desk, form_of(desk.draft, _numbered(desk, number)), number)


@needs(PlanPermission.DRAFT)
@require_POST
def check(request: HttpRequest, code: str, plan: str) -> HttpResponse:
    """The checks beside a form, for what was typed so far."""
    desk = _desk(request, code, plan)
    if bar := barred(request, desk.package):
        return bar
    form, number = _typed(desk)
    context = {"desk": desk, "form": form, "is_part": True, **_so_far(desk, form, number)}
    context["norms_url"] = desk.url("editor-norms")
    if desk.edition != desk.package.edition:
        context["behind"] = quicker(desk.package, desk.edition, request.user)
    return render(request, "reorganisation/editor_checks.html", context)


@needs(PlanPermission.DRAFT)
@require_POST
def check_norms(request: HttpRequest, code: str, plan: str) -> HttpResponse:
    """What norms find of what was typed so far: slower than a keystroke, so it comes after it."""
    desk = _desk(request, code, plan)
    if bar := barred(request, desk.package):
        return bar
    form, number = _typed(desk)
    found = _so_far(desk, form, number)["checked"]
    context = {"norms": norms_of(found) if found else []}
    return render(request, "reorganisation/editor_norms.html", context)


def _number(said: str) -> int | None:
    """A whole number as it was sent; None where it is none, or none that could be meant."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _typed(desk: Desk) -> tuple[OperationForm, int | None]:
    """The form as it was typed, and the number of the operation as it is now."""
    sent = desk.request.POST
    said = sent.get("number", "")
    number = _number(said)
    if number and desk.edition != desk.package.edition:
        place = followed(desk.plan, number - 1, desk.edition)
        number = None if place is None else place + 1
    return sent_form(desk.draft, _verb(sent.get("verb")), sent), number


def barred(request: HttpRequest, package: Package) -> HttpResponse | None:
    """What whoever works on a package sees where it is edited no more; else None."""
    ask_to_edit(request, package)
    return None if workflow.allows(package, "edit") else closed(request, package)


def closed(request: HttpRequest, package: Package) -> HttpResponse:
    """The page that says why a package is edited no more."""
    refused = workflow.Refused("edit", package.state)
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "why": refusal_words(refused)[0],
    }
    status = 200 if request.method == "GET" else 409
    return render(request, "reorganisation/editor_closed.html", context, status=status)


# --- What was sent --------------------------------------------------------------------------------


def _posted(desk: Desk, number: int | None) -> HttpResponse:
    do, _colon, about = desk.request.POST.get("do", "save").partition(":")
    if do in ("verb", "add", "remove"):
        return _page(desk, _redrawn(desk, do, about), number)
    if number and do in PLACING:
        return _edit(desk, number, PLACING[do], None)
    return _save(desk, number)


def _redrawn(desk: Desk, do: str, about: str) -> OperationForm:
    """The form with another verb, or with a row more or less; what was typed is kept."""
    data: Any = desk.request.POST
    name, _colon, place = about.partition(":")
    if do == "remove" and (row := _number(place)) is not None:
        data = without_row(data, name, row)
    form = typed_form(desk.draft, _verb(data.get("verb")), data)
    return with_row(form, name) if do == "add" else form


def _save(desk: Desk, number: int | None) -> HttpResponse:
    form = sent_form(desk.draft, _verb(desk.request.POST.get("verb")), desk.request.POST)
    said = form.operation()
    if said is None:
        return _page(desk, form, number, status=422)
    return _edit(desk, number, lambda desk, number: _saved(desk, number, said), form)


def _saved(desk: Desk, number: int | None, said: Operation) -> str:
    """Keep an operation; where to go then."""
    by, edition = desk.request.user, desk.edition
    if number:
        given = {"place": number - 1, "operation": said}
        edit(actions.change, desk.plan, by=by, edition=edition, **given)
    else:
        number = edit(actions.add, desk.plan, by=by, edition=edition, operation=said).place + 1
    _tell(desk, _("Saved: %s"), said)
    if desk.request.POST.get("do") == "next":
        return desk.url("operation-new") + f"?verb={said.verb}"
    return desk.url("operation", number)


def _moved(desk: Desk, number: int | None, to: int) -> str:
    assert number
    to = min(max(to, 1), len(desk.operations))
    if to != number:
        given = {"place": number - 1, "to": to - 1}
        edit(actions.move, desk.plan, by=desk.request.user, edition=desk.edition, **given)
    return desk.url("operation", to)


def _moved_to(desk: Desk, number: int | None) -> str:
    assert number
    said = desk.request.POST.get("to", "").strip()
    if not (to := _number(said)):
        messages.error(desk.request, _("“%s” is not a place. Write a number.") % said[:20])
        return desk.url("operation", number)
    return _moved(desk, number, to)


def _taken_out(desk: Desk, number: int | None) -> str:
    assert number
    said = _numbered(desk, number)
    by, edition = desk.request.user, desk.edition
    edit(actions.remove, desk.plan, by=by, edition=edition, place=number - 1)
    _tell(desk, _("Taken out: %s"), said)
    left = len(desk.operations) - 1
    return desk.url("operation", min(number, left)) if left else desk.url("plan-editor")


PLACING: dict[str, Callable[[Desk, int | None], str]] = {
    "up": lambda desk, number: _moved(desk, number, (number or 1) - 1),
    "down": lambda desk, number: _moved(desk, number, (number or 1) + 1),
    "to": _moved_to,
    "out": _taken_out,
}
"""What may be done with an operation besides saving it."""


def _edit(
    desk: Desk,
    number: int | None,
    act: Callable[[Desk, int | None], str],
    form: OperationForm | None,
) -> HttpResponse:
    """Carry out an edit; where somebody else was quicker, show what they did and keep the form."""
    try:
        return redirect(act(desk, number))
    except NotEntitled:
        return _beyond(desk, number, form)
    except actions.Stale:
        return _stale(desk, number, form)
    except actions.NoSuchPlace:
        raise _no_such(desk, number or 0) from None
    except workflow.Refused:
        return closed(desk.request, desk.afresh().package)


def _beyond(desk: Desk, number: int | None, form: OperationForm | None) -> HttpResponse:
    """The form as it was filled in, with why it is not saved."""
    if form is None:
        raise beyond()
    form.errors.append(str(BEYOND))
    return _page(desk, form, number, status=403)


def _stale(desk: Desk, number: int | None, form: OperationForm | None) -> HttpResponse:
    seen, now = desk.edition, desk.afresh()
    place = followed(now.plan, number - 1, seen) if number else None
    here = None if place is None else place + 1
    gone = bool(number) and here is None
    if form is None and here:
        form = form_of(now.draft, _numbered(now, here))
    elif form is not None:
        form = sent_form(now.draft, form.verb, desk.request.POST)
        form.operation()
    others = {
        "meanwhile": meanwhile(now.draft, now.package, seen),
        "quicker": quicker(now.package, seen, now.request.user),
        "is_gone": gone,
    }
    return _page(now, form, here, status=409, **others)


def _tell(desk: Desk, words: str, said: Operation) -> None:
    text = operation_text(said, names_in(desk.draft, [said]))
    messages.success(desk.request, words % text)


# --- The page -------------------------------------------------------------------------------------


def _page(
    desk: Desk, form: OperationForm | None, number: int | None, status: int = 200, **more: Any
) -> HttpResponse:
    if wants_part(desk.request, "operations"):
        findings = rearrangement(desk.package).findings
        part = {**_head(desk), **_list(desk, number, findings), "is_part": True}
        return render(desk.request, "reorganisation/editor_list.html", part)
    context = {**_head(desk), "form": form, "number": number, "verbs": VERBS, **more}
    if form:
        context |= {**_so_far(desk, form, number), **_addresses(desk, form, number)}
    if wants_part(desk.request, "operation"):
        context["is_part"] = True
        return render(desk.request, "reorganisation/editor_form.html", context, status=200)
    findings = rearrangement(desk.package).findings
    context |= _list(desk, number, findings)
    if (found := context.get("checked")) and number:
        context["norms"] = norms_among(findings, found)
    return render(desk.request, "reorganisation/editor.html", context, status=status)


def _head(desk: Desk) -> dict[str, Any]:
    package = desk.package
    last = undoable(package)
    editor = (_("Editor"), reverse("reorganisation:editor", args=[package.code]))
    return {
        "desk": desk,
        "package": package,
        "plan": desk.plan,
        "edition": package.edition,
        "many": len(desk.operations),
        "crumbs": [*crumbs_to(package), editor],
        "undo": edit_words(last, desk.draft) if last else "",
        "list_url": desk.url("plan-editor"),
        "add_url": desk.url("operation-new"),
    }


def _addresses(desk: Desk, form: OperationForm, number: int | None) -> dict[str, Any]:
    """Where a form is sent to, and what is wrong with it."""
    return {
        "action": desk.url("operation", number) if number else desk.url("operation-new"),
        "check_url": desk.url("editor-check"),
        "summary": list(form.all_errors()),
    }


def _list(desk: Desk, number: int | None, findings: Sequence[Finding]) -> dict[str, Any]:
    """The page of the list on which an operation stands, or that was asked for."""
    query = desk.request.GET.get("q", "").strip()
    listed = EditorList(desk.draft, desk.plan.code, names_in(desk.draft), findings, query)
    pages = Paginator(listed.found, PAGE)
    asked = desk.request.GET.get("page") or (number and (number - 1) // PAGE + 1)
    page: Page = pages.get_page(asked)
    return {
        "desk": desk,
        "number": number,
        "query": query,
        "many": len(desk.operations),
        "page": page,
        "rows": listed.rows(page.object_list),
        "blocked": listed.counted["block"],
        "to_explain": listed.counted["explain"],
    }


def _so_far(desk: Desk, form: OperationForm, number: int | None) -> dict[str, Any]:
    """What the rules say of a form as it is filled in, and how it is headed."""
    said, still_open = _said(desk, form, number)
    found = checked(desk.draft, desk.plan.code, said, number) if said else None
    _note(form, found)
    head = headline(said, found.names) if said and found else str(form.kind.label)
    return {"checked": found, "still_open": still_open, "heading": head}


def _said(
    desk: Desk, form: OperationForm, number: int | None
) -> tuple[Operation | None, list[str]]:
    """The operation that a form says: as it was sent or typed, else as it stands."""
    if form.clause.is_bound:
        return form.so_far()
    if form.typed is not None:
        return sent_form(desk.draft, form.verb, form.typed).so_far()
    return (desk.operations[number - 1] if number else None), []


def _note(form: OperationForm, found: Checked | None) -> None:
    """Say beside each row who else takes of its unit."""
    for section in form.sections:
        for row in section.forms if section.is_rows else ():
            if "unit" in row.fields:
                key = _key(row)
                row.note = found.note(key) if found and key in found.keys else ""
                row.is_wrong = bool(found and found.is_wrong(key))


def _key(row: Any) -> str:
    if row.is_bound:
        return str(row.cleaned_data.get("unit") or "") if hasattr(row, "cleaned_data") else ""
    return str(row["unit"].value().key)


def _verb(said: str | None) -> str:
    return said if said in VERBS else next(iter(VERBS))


def _numbered(desk: Desk, number: int) -> Operation:
    """The operation of a number, from 1; 404 where there are not so many."""
    if not 0 < number <= len(desk.operations):
        raise _no_such(desk, number)
    return desk.operations[number - 1]


def _no_such(desk: Desk, number: int) -> NotHere:
    words = _("This plan has no operation %s.") % number
    return NotHere(words, [(desk.url("plan-editor"), desk.plan.title, "")])
