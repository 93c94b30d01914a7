"""Files of a plan: taken along by anybody who sees it, brought back by whoever drafts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.plan_tables.columns import COLUMNS
from tinhgon.domain.structure.plan_tables.faults import Faulty
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.deciding.entitlement import NotEntitled, edit
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.editing.checks import names_in
from tinhgon.reorganisation.editing.drafted import drafted
from tinhgon.reorganisation.editing.history import meanwhile, quicker
from tinhgon.reorganisation.exchange.bringing import Bringing, bringing, taken_along
from tinhgon.reorganisation.exchange.files import KINDS, Brought
from tinhgon.reorganisation.exchange.form import FileForm, packed, unpacked
from tinhgon.reorganisation.exchange.words import fault_place, fault_sentence
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.operations.sentences import operation_text
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.views.editor import barred, closed
from tinhgon.reorganisation.views.subject import beyond, crumbs_to, package_of, plan_of
from tinhgon.ui import writing
from tinhgon.ui.doors import needs, public
from tinhgon.ui.errors import NotHere

MOST_SHOWN = 50


@public
def plan_file(request: HttpRequest, code: str, plan: str) -> HttpResponse:
    """A plan as a file, `?format=` csv, xlsx, yaml or json: what `import` reads."""
    subject = plan_of(package_of(request, code), plan)
    kind = request.GET.get("format", "csv")
    if kind not in KINDS:
        page = (reverse("reorganisation:plan", args=[code, plan]), subject.title, "")
        raise NotHere(_("There are these forms of the file: %s.") % ", ".join(KINDS), [page])
    response = HttpResponse(taken_along(subject, kind), content_type=KINDS[kind])
    named = content_disposition_header(as_attachment=True, filename=f"{code}-{plan}.{kind}")
    response["Content-Disposition"] = named
    return response


@needs(PlanPermission.DRAFT)
def bring(request: HttpRequest, code: str, plan: str) -> HttpResponse:
    """GET the form; POST a file to see what it would change, `do=take` to take it."""
    package = package_of(request, code)
    subject = plan_of(package, plan)
    if bar := barred(request, package):
        return bar
    if request.method != "POST":
        return _page(request, subject, FileForm())
    if request.POST.get("do") == "take":
        return _take(request, subject)
    return _look(request, subject)


def _look(request: HttpRequest, plan: Plan) -> HttpResponse:
    """What a file would change, or what is wrong with it."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, plan, form, status=422)
    try:
        found = bringing(plan, form.content, form.kind)
    except Faulty as wrong:
        faults = [(fault_place(one), fault_sentence(one)) for one in wrong.faults]
        given = {"faults": faults, "file_name": form.cleaned_data["file"].name}
        return _page(request, plan, FileForm(), status=422, **given)
    return _asked(request, plan, found)


def _take(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Put what was looked at into the plan, unless somebody else was quicker."""
    operations = unpacked(plan, request.POST.get("said", ""))
    if operations is None:
        return _page(request, plan, FileForm(), status=422, lost=True)
    edition = _edition(request)
    try:
        said = {"edition": edition, "operations": operations}
        edit(actions.rewrite, plan, by=request.user, **said)
    except NotEntitled:
        raise beyond() from None
    except actions.Stale:
        return _stale(request, plan, operations, edition)
    except workflow.Refused:
        return closed(request, package_of(request, plan.package.code))
    many = len(operations)
    words = ngettext("The plan now says %s operation.", "The plan now says %s operations.", many)
    messages.success(request, words % writing.count(many))
    return redirect("reorganisation:plan-editor", plan.package.code, plan.code)


def _edition(request: HttpRequest) -> int:
    said = request.POST.get("edition", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def _stale(
    request: HttpRequest, plan: Plan, operations: tuple[Operation, ...], seen: int
) -> HttpResponse:
    """The question anew, with what others did meanwhile."""
    package = package_of(request, plan.package.code)
    subject, draft = plan_of(package, plan.code), drafted(package)
    found = Bringing(draft, plan.code, Brought(operations))
    others = {
        "meanwhile": meanwhile(draft, package, seen),
        "quicker": quicker(package, seen, request.user),
    }
    return _asked(request, subject, found, 409, **others)


def _asked(
    request: HttpRequest, plan: Plan, found: Bringing, status: int = 200, **more: Any
) -> HttpResponse:
    operations = found.said.operations
    asked = {
        "found": found,
        "facts": _facts(found),
        "groups": _groups(found),
        "said": packed(plan, operations),
        "edition": plan.package.edition,
        "findings_counted": appraisal.counted(found.findings),
        "blocks": len(rules.blocks(found.findings)),
        **more,
    }
    return _page(request, plan, FileForm(), status=status, **asked)


def _facts(found: Bringing) -> list[dict[str, str]]:
    """How many operations come, change, go and stay."""
    words = {
        "added": _("operations added"),
        "changed": _("operations changed"),
        "removed": _("operations taken out"),
        "kept": _("operations as before"),
    }
    counts = found.differing.counts
    return [{"label": words[key], "value": writing.count(counts[key])} for key in words]


def _groups(found: Bringing) -> list[tuple[str, list[tuple[str, str]], int]]:
    """What comes, changes and goes: a heading, the first in words, how many more there are.

    Of what changes, before and after; where both read alike, details differ that are not told.
    """
    differs = found.differing
    spoken = [*differs.added, *differs.removed, *(one for pair in differs.changed for one in pair)]
    names = names_in(found.draft, spoken)
    said = {
        pgettext("operations", "Added"): [
            ("", operation_text(one, names)) for one in differs.added[:MOST_SHOWN]
        ],
        pgettext("operations", "Changed"): [
            (operation_text(old, names), operation_text(new, names))
            for old, new in differs.changed[:MOST_SHOWN]
        ],
        pgettext("operations", "Taken out"): [
            ("", operation_text(one, names)) for one in differs.removed[:MOST_SHOWN]
        ],
    }
    many = (len(differs.added), len(differs.changed), len(differs.removed))
    return [
        (head, lines, count - len(lines))
        for (head, lines), count in zip(said.items(), many, strict=True)
        if lines
    ]


def _page(
    request: HttpRequest, plan: Plan, form: FileForm, status: int = 200, **more: Any
) -> HttpResponse:
    package: Package = plan.package
    context = {
        "package": package,
        "plan": plan,
        "form": form,
        "kinds": [*KINDS],
        "columns": [(name, words[0]) for name, words in COLUMNS.items()],
        "crumbs": [*crumbs_to(package), _editor(package, plan)],
        **more,
    }
    return render(request, "reorganisation/import.html", context, status=status)


def _editor(package: Package, plan: Plan) -> tuple[str, str]:
    return plan.title, reverse("reorganisation:plan-editor", args=[package.code, plan.code])
