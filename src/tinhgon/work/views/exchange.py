"""Tables of works: brought in for a unit, and a blank one to fill in."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.registry.models import Unit
from tinhgon.staff.exchange.form import FileForm, faulty, kept, let_go, waiting
from tinhgon.staff.models import Upload
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.doors import needs, require
from tinhgon.ui.errors import NotHere
from tinhgon.ui.exchange.faults import MOST_FAULTS, Faulty
from tinhgon.ui.spreadsheets import TABLES, XLSX, download
from tinhgon.work.exchange.actions import Brought, bring
from tinhgon.work.exchange.exporting import blank, explained
from tinhgon.work.exchange.reading import read
from tinhgon.work.exchange.words import fault_documents, fault_words
from tinhgon.work.permissions import WorkPermission

ON_A_PAGE = 50
SHOWN = 20


@needs(WorkPermission.DIRECT)
def bring_in(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form; POST a file to see what it would give, `take` its number to give it."""
    unit = _unit(request, key)
    if request.method != "POST":
        return _page(request, unit, FileForm())
    if number := request.POST.get("take"):
        return _take(request, unit, number)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, unit, form, status=422)
    file, target = form.cleaned_data["file"], _target(unit)
    upload = kept(file, by=request.user, at=timezone.now(), target=target)
    return _carried_out(request, unit, upload, dry_run=True)


@needs(WorkPermission.DIRECT)
def blank_table(request: HttpRequest, key: str) -> HttpResponse:
    """A workbook with the headings, and a sheet that explains them."""
    _unit(request, key)
    response = HttpResponse(blank(localdate()), content_type=XLSX)
    named = content_disposition_header(as_attachment=True, filename="works.xlsx")
    response["Content-Disposition"] = named
    return response


@needs(WorkPermission.DIRECT)
def faults(request: HttpRequest, key: str, id: int) -> HttpResponseBase:
    """All that is wrong with a file that was sent, a page at a time or as a file to work with."""
    unit = _unit(request, key)
    upload = faulty(id, by=request.user, at=timezone.now(), target=_target(unit))
    if upload is None:
        words = _("What was wrong with that file is kept for a day. Choose the file again.")
        raise NotHere(words, [(reverse("work:bring", args=[key]), _("Bring in works"), "")])
    said = fault_words(_day(upload))
    rows = [said.row(one) for one in upload.faults]
    if (kind := request.GET.get("format")) in TABLES:
        header = map(str, (_("Sheet"), _("Row"), _("Cell"), _("Column"), _("What to mend")))
        return download(f"faults-{id}", header, rows, kind)
    lines = [[sheet, row, cell or _in_row(row), *what] for sheet, row, cell, *what in rows]
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("page"))
    more = {"faults": page, "file_name": upload.name, "capped": len(rows) >= MOST_FAULTS}
    return _page(request, unit, FileForm(), **more)


def _in_row(row: str) -> str:
    """Where something is wrong that stands in no one cell."""
    return _("Row %s") % row if row else ""


@transaction.atomic
def _take(request: HttpRequest, unit: Unit, number: str) -> HttpResponse:
    """Give the works of a file that was looked at, unless it is gone; sent twice, once."""
    given = {"by": request.user, "at": timezone.now(), "target": _target(unit)}
    upload = waiting(number, held=True, **given)
    if upload is None:
        return _page(request, unit, FileForm(), status=422, lost=True)
    return _carried_out(request, unit, upload, dry_run=False)


def _carried_out(request: HttpRequest, unit: Unit, upload: Upload, dry_run: bool) -> HttpResponse:
    """What a file gives, or what is wrong with it."""
    given: dict[str, Any] = {"by": request.user, "at": timezone.now(), "giver": unit}
    try:
        said = read([(upload.name, bytes(upload.content))], localdate())
        brought = bring(said, dry_run=dry_run, **given)
    except Faulty as wrong:
        let_go(upload, [*fault_documents(wrong.faults, localdate())])  # type: ignore[list-item]
        return redirect(reverse("work:faults", args=[unit.key, upload.pk]))
    if dry_run:
        facts = {"found": brought, "facts": _facts(brought), "shown": _shown(brought)}
        return _page(request, unit, FileForm(), upload=upload, **facts)
    upload.delete()
    many = len(brought.works)
    words = ngettext("%(many)s work is given.", "%(many)s works are given.", many)
    messages.success(request, words % {"many": writing.count(many)})
    return redirect(f"{reverse('work:desk')}?desk=given&unit={unit.key}")


def _facts(brought: Brought) -> list[dict[str, str]]:
    """How many works there are, of how many units, and how many have no day."""
    leading = {order.lead.key for order, _day in brought.promised}
    counted = {
        _("works to be given"): len(brought.works),
        _("units that lead"): len(leading),
        _("without a day on which they are due"): sum(not day for _o, day in brought.promised),
    }
    return [{"label": words, "value": writing.count(many)} for words, many in counted.items()]


def _shown(brought: Brought) -> list[dict[str, Any]]:
    """The first works, as they would stand in a list."""
    names = Names()
    return [
        {"title": order.title, "unit": names.unit(order.lead.key), "due": day}
        for order, day in brought.promised[:SHOWN]
    ]


def _unit(request: HttpRequest, key: str) -> Unit:
    """The unit for which works are given, for whoever may."""
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise NotHere(_("There is no unit %s.") % key[:64])
    require(request.user, WorkPermission.DIRECT, unit.key)
    return unit


def _target(unit: Unit) -> str:
    return f"works:{unit.key}"


def _day(upload: Upload) -> date:
    return localdate(upload.at)


def _page(
    request: HttpRequest, unit: Unit, form: FileForm, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "form": form,
        "unit": unit,
        "lead": _("In the name of %s. All of a file is given or nothing. First you see it.")
        % Names().unit(unit.key),
        "columns": explained(localdate()),
        "crumbs": [(_("Work"), reverse("work:desk"))],
        **more,
    }
    return render(request, "work/bring.html", context, status=status)
