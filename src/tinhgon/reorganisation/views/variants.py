"""Variants of a package side by side, and a package compared with another or with a day."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.directory import directory
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.deciding.entitlement import NotEntitled, begin, may_edit
from tinhgon.reorganisation.deciding.refusals import refusal_words
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.keeping import (
    NotACode,
    SharedInstrument,
    Taken,
    UnknownInstrument,
)
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.portrait.numbers import LOOKS
from tinhgon.reorganisation.variants.besides import Shown
from tinhgon.reorganisation.variants.comparison_words import (
    cells,
    counted,
    header,
    matched_names,
    told,
)
from tinhgon.reorganisation.variants.family import family
from tinhgon.reorganisation.variants.family import variants as variants_of
from tinhgon.reorganisation.variants.form import CopyForm
from tinhgon.reorganisation.variants.lines import lines
from tinhgon.reorganisation.variants.sides import Compared, with_day, with_package
from tinhgon.reorganisation.views.subject import ask_to_edit, beyond, crumbs_to, package_of
from tinhgon.reorganisation.words import STATES
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked, asked, wants_part
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download

SIDE_BY_SIDE = 6
"""So many variants stand beside one another; further ones on further pages."""

ROWS = 50
MOST_OTHERS = 50
"""Packages that are offered to be compared with."""
MOST_MATCHED = 8

BOXES: dict[type[Exception], str] = {
    Taken: "code",
    NotACode: "code",
    UnknownInstrument: "day",
    SharedInstrument: "day",
}
"""The box by which a copy may be refused."""


@public
def variants(request: HttpRequest, code: str) -> HttpResponseBase:
    """GET all variants of a package side by side, `?format=` as a table; POST: make one more."""
    package = package_of(request, code)
    if request.method == "POST":
        return _copy(request, package)
    if (kind := request.GET.get("format")) in TABLES:
        return _table(request, package, kind)
    return _page(request, package, _blank(package))


def _copy(request: HttpRequest, package: Package) -> HttpResponseBase:
    ask_to_edit(request, package)
    form = CopyForm(request.POST)
    if not form.is_valid():
        return _page(request, package, form, status=422)
    said = form.cleaned_data
    try:
        given = {"on": said["day"], "code": said["code"], "titles": form.titles}
        made = begin(actions.copy, package, by=request.user, **given)
    except NotEntitled:
        raise beyond() from None
    except (*BOXES,) as refused:
        form.add_error(BOXES[type(refused)], refusal_words(refused)[0])
        return _page(request, package, form, status=422)
    messages.success(request, _("The copy is a draft of its own: change what is to be otherwise."))
    return redirect("reorganisation:editor", made.code)


def _blank(package: Package) -> CopyForm:
    return CopyForm(initial={"day": package.day})


def _family(request: HttpRequest, package: Package) -> Any:
    return family(queries.visible_to(request.user, on=localdate()), package)


def _table(request: HttpRequest, package: Package, kind: str) -> HttpResponseBase:
    """All variants for a spreadsheet, a column each."""
    packages = list(_family(request, package))
    told = lines(variants_of(packages), directory().jurisdiction)
    header = [_("Figure"), *(f"{one.title} ({one.code})" for one in packages)]
    return download(f"{package.code}-variants", header, ([x.label, *x.cells] for x in told), kind)


def _page(
    request: HttpRequest, package: Package, form: CopyForm, status: int = 200
) -> HttpResponse:
    page: Page = Paginator(_family(request, package), SIDE_BY_SIDE).get_page(
        request.GET.get("page")
    )
    shown = variants_of(list(page))
    told = lines(shown, directory().jurisdiction)
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "page": page,
        "columns": [
            {
                "package": one.package,
                "state": STATES[one.package.state],
                "look": LOOKS.get(one.package.state, ""),
                "is_here": one.package == package,
            }
            for one in shown
        ],
        "lines": [(one, [*zip(one.cells, shown, strict=True)]) for one in told],
        "differing": sum(one.differs for one in told),
        "may_copy": may_edit(request.user, package),
        "form": form,
    }
    return render(request, "reorganisation/variants.html", context, status=status)


# --- A package beside another, or beside a day ----------------------------------------------------


@public
def comparison(request: HttpRequest, code: str) -> HttpResponseBase:
    """What differs between a package and another, `?with=`, or the apparatus of a day, `?on=`.

    With `?format=` as a table.
    """
    package = package_of(request, code)
    day = asked(request, default=package.day)
    other = request.GET.get("with", "")
    if not (other or day.written["on"]) or day.wrong:
        return _choice(request, package, day)
    if other:
        beside = package_of(request, other)
        title, compared = beside.title, with_package(package, beside)
    else:
        title, compared = writing.day(day.on), with_day(package, day.on)
    if (kind := request.GET.get("format")) in TABLES:
        rows = told(compared, compared.besides.rows)
        head = header(package.title, title)
        return download(f"{code}-comparison", head, map(cells, rows), kind)
    return _compared(request, package, day, title, compared)


def _compared(
    request: HttpRequest, package: Package, day: Asked, title: str, compared: Compared
) -> HttpResponse:
    rows = compared.besides.rows
    shown = request.GET.get("shown", "")
    wanted = [row for row in rows if row.shown == shown] if shown in [*Shown] else rows
    page = Paginator(wanted, ROWS).get_page(request.GET.get("page"))
    matching = matched_names(compared)
    context = {
        **_asking(request, package, day),
        "title_there": title,
        "page": page,
        "rows": told(compared, page.object_list),
        "total": len(rows),
        "groups": counted(rows),
        "shown": shown if shown in [*Shown] else "",
        "matched": matching[:MOST_MATCHED],
        "matched_more": len(matching[MOST_MATCHED:]),
    }
    template = "reorganisation/comparison.html"
    part = f"{template}#list" if wants_part(request, "list") else template
    return render(request, part, context)


def _choice(request: HttpRequest, package: Package, day: Asked) -> HttpResponse:
    """What to compare with is still to be said."""
    return render(request, "reorganisation/comparison.html", _asking(request, package, day))


def _asking(request: HttpRequest, package: Package, day: Asked) -> dict[str, Any]:
    seen = queries.visible_to(request.user, on=localdate())
    related = family(seen, package).exclude(pk=package.pk)
    others = seen.exclude(pk=package.pk)[:MOST_OTHERS]
    named = {one.code: one.title for one in [*related[:MOST_OTHERS], *others]}
    return {
        "package": package,
        "crumbs": crumbs_to(package),
        "others": [*named.items()],
        "with": request.GET.get("with", ""),
        "day": day,
    }
