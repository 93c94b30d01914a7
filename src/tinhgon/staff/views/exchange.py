"""Files of officers, posts and assignments: taken along and brought in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tinhgon.staff.exchange import actions
from tinhgon.staff.exchange.columns import TABLES
from tinhgon.staff.exchange.entitlement import keeps
from tinhgon.staff.exchange.exporting import rows_of, table, workbook
from tinhgon.staff.exchange.form import FileForm, faulty, kept, let_go, waiting
from tinhgon.staff.exchange.reading import read
from tinhgon.staff.exchange.words import fault_document, fault_row
from tinhgon.staff.models import Upload
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.targets.scope import units_under
from tinhgon.staff.views.subject import subject_of
from tinhgon.ui import writing
from tinhgon.ui.asked import asked
from tinhgon.ui.doors import needs, require
from tinhgon.ui.errors import NotHere
from tinhgon.ui.exchange.faults import MOST_FAULTS, Faulty
from tinhgon.ui.spreadsheets import TABLES as SPREADSHEETS
from tinhgon.ui.spreadsheets import XLSX, download

ON_A_PAGE = 50


@needs(StaffPermission.KEEP)
def bring(request: HttpRequest) -> HttpResponse:
    """GET the form; POST a file to see what it would do, `take` its number to take it."""
    if request.method != "POST":
        return _page(request, FileForm())
    if number := request.POST.get("take"):
        return _take(request, number)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    upload = kept(form.cleaned_data["file"], by=request.user, at=timezone.now())
    return _carried_out(request, upload, dry_run=True)


@needs(StaffPermission.PERSONAL)
def take_along(request: HttpRequest, key: str) -> HttpResponseBase:
    """Officers, posts and assignments of a unit and all below it, as they are read back."""
    require(request.user, StaffPermission.PERSONAL, key)
    question = asked(request)
    subject = subject_of(key, question)
    rows, people = rows_of(units_under(key, question.on), question.on)
    by: Any = request.user
    officers.read(people, by=by, about=f"unit:{key}", what="particulars")
    name, kind = request.GET.get("table", ""), request.GET.get("format", "xlsx")
    if kind == "csv":
        if name not in rows:
            known = ", ".join(one.name for one in TABLES)
            raise NotHere(_("Name the table: %s.") % known, [(subject.posts_url, subject.name, "")])
        return download(name, *table(rows, name), "csv")
    response = HttpResponse(workbook(rows), content_type=XLSX)
    named = content_disposition_header(as_attachment=True, filename=f"staff-{key}.xlsx")
    response["Content-Disposition"] = named
    return response


@needs(StaffPermission.KEEP)
def faults(request: HttpRequest, id: int) -> HttpResponseBase:
    """All that is wrong with a file that was sent, a page at a time or as a file to work with."""
    upload = faulty(id, by=request.user, at=timezone.now())
    if upload is None:
        words = _("What was wrong with that file is kept for a day. Choose the file again.")
        raise NotHere(words, [(reverse("staff:bring"), _("Bring in a file"), "")])
    rows = [fault_row(one) for one in upload.faults]
    if (kind := request.GET.get("format")) in SPREADSHEETS:
        header = map(str, (_("Sheet"), _("Row"), _("Cell"), _("Column"), _("What to mend")))
        return download(f"faults-{id}", header, rows, kind)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    more = {"faults": page, "file_name": upload.name, "capped": len(rows) >= MOST_FAULTS}
    return _page(request, FileForm(), **more)


def _take(request: HttpRequest, number: str) -> HttpResponse:
    """Take a file that was looked at, unless it is gone."""
    upload = waiting(number, by=request.user, at=timezone.now())
    if upload is None:
        return _page(request, FileForm(), status=422, lost=True)
    return _carried_out(request, upload, dry_run=False)


def _carried_out(request: HttpRequest, upload: Upload, dry_run: bool) -> HttpResponse:
    """What a file does, or what is wrong with it."""
    may_keep = keeps(request.user, timezone.localdate())
    try:
        said = read([(upload.name, bytes(upload.content))])
        brought = actions.bring(said, by=request.user, may_keep=may_keep, dry_run=dry_run)
    except Faulty as wrong:
        let_go(upload, [fault_document(one) for one in wrong.faults])
        return redirect(reverse("staff:faults", args=[upload.pk]))
    if dry_run:
        facts = {"found": brought, "facts": _facts(brought), "upload": upload}
        return _page(request, FileForm(), **facts)
    upload.delete()
    words = _("Taken: %(officers)s officers, %(posts)s posts, %(assignments)s assignments.")
    said_counts = {name: writing.count(many) for name, many in brought.new.items()}
    messages.success(request, words % said_counts)
    return redirect(reverse("staff:bring"))


def _facts(brought: actions.Brought) -> list[dict[str, str]]:
    """How many rows are new."""
    words = {
        "officers": _("new officers"),
        "posts": _("new posts"),
        "assignments": _("new assignments"),
    }
    facts = [{"label": words[n], "value": writing.count(brought.new[n])} for n in words]
    known = sum(brought.known.values())
    return [*facts, {"label": _("rows known already"), "value": writing.count(known)}]


def _page(request: HttpRequest, form: FileForm, status: int = 200, **more: Any) -> HttpResponse:
    context = {"form": form, "tables": TABLES, **more}
    return render(request, "staff/bring.html", context, status=status)
