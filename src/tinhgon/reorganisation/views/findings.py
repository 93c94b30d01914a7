"""What the rules found in a package: all of it, and every unit that one finding concerns."""

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tinhgon.domain.structure.findings import Finding
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.findings.concerned import HEADER, Concerned
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.ui.doors import public
from tinhgon.ui.errors import NotHere
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 25
UNITS = 50


@public
def findings(request: HttpRequest, code: str) -> HttpResponseBase:
    """All findings, the heaviest first, and how many rules found nothing."""
    package = package_of(request, code)
    done = rearrangement(package)
    page = Paginator(done.findings, PAGE).get_page(request.GET.get("page"))
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "findings": appraisal.told(page.object_list, names_of(package, done), page.start_index()),
        "counted": appraisal.counted(done.findings),
        "passed": appraisal.passed(done.findings),
        "when": appraisal.when(package),
        "page": page,
    }
    return render(request, "reorganisation/findings.html", context)


@public
def finding(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """One finding with all units that it concerns: what they were and where they went."""
    package = package_of(request, code)
    done = rearrangement(package)
    subject = _numbered(done, code, number)
    names = names_of(package, done)
    concerned = Concerned(subject.units, names)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"{code}-finding-{number}", HEADER, concerned.table(), kind)
    page = Paginator(concerned.keys, UNITS).get_page(request.GET.get("page"))
    context = {
        "package": package,
        "crumbs": [*crumbs_to(package), (_("Findings"), _all(code))],
        "told": appraisal.told([subject], names, number)[0],
        "when": appraisal.when(package),
        "concerned": concerned,
        "rows": [concerned.row(key) for key in page],
        "page": page,
    }
    return render(request, "reorganisation/finding.html", context)


def _numbered(done: Rearrangement, code: str, number: int) -> Finding:
    """The finding of a number, from 1; 404 where there are not so many."""
    if not 0 < number <= len(done.findings):
        sentence = _("This package has no finding %s.") % number
        raise NotHere(sentence, [(_all(code), _("All findings"), "")])
    return done.findings[number - 1]


def _all(code: str) -> str:
    return reverse("reorganisation:findings", args=[code])
