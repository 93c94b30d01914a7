"""What the rules found in a package: all of it, and every unit that one finding concerns."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.domain.structure.findings import Finding
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.deciding.entitlement import may_edit
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.explaining.actions import explain
from tinhgon.reorganisation.explaining.explained import explained
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.findings.concerned import HEADER, Concerned
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.views.subject import ask_to_edit, crumbs_to, package_of
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
    """One finding with all units that it concerns; POST why it stands, for whoever drafts."""
    package = package_of(request, code)
    done = rearrangement(package)
    subject = _numbered(done, code, number)
    if request.method == "POST":
        return _explain(request, package, subject, number)
    return _page(request, package, done, subject, number)


class ExplanationForm(forms.Form):
    """Why a finding stands."""

    text = forms.CharField(
        label=gettext_lazy("Explanation"),
        max_length=2000,
        min_length=3,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("It is sealed with the package; whoever approves reads it."),
    )


def _explain(
    request: HttpRequest, package: Package, subject: Finding, number: int
) -> HttpResponseBase:
    ask_to_edit(request, package)
    form = ExplanationForm(request.POST)
    status = 422
    if form.is_valid():
        said = {"finding": subject, "text": form.cleaned_data["text"]}
        try:
            explain(package, by=request.user, on=localdate(), **said)
        except REFUSALS as refused:
            form.add_error(None, " ".join(refusal_words(refused)))
            status = 409
        else:
            messages.success(request, _("The explanation is kept."))
            return redirect("reorganisation:finding", package.code, number)
    return _page(request, package, rearrangement(package), subject, number, form, status)


def _page(
    request: HttpRequest,
    package: Package,
    done: Rearrangement,
    subject: Finding,
    number: int,
    form: ExplanationForm | None = None,
    status: int = 200,
) -> HttpResponseBase:
    code = package.code
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
        **_explanation(request, package, subject, form),
    }
    return render(request, "reorganisation/finding.html", context, status=status)


def _explanation(
    request: HttpRequest, package: Package, subject: Finding, form: ExplanationForm | None
) -> dict[str, Any]:
    """What is said to a finding that asks for it, and the form for whoever may say it."""
    asked = explained(package, [subject])
    if not asked:
        return {}
    ((_finding, said),) = asked
    open_to = workflow.allows(package, "edit") and may_edit(request.user, package)
    initial = {"text": said.text} if said else {}
    return {
        "asks": True,
        "said": said,
        "named": may_consult(request.user, package, on=localdate()),
        "form": form or (ExplanationForm(initial=initial) if open_to else None),
    }


def _numbered(done: Rearrangement, code: str, number: int) -> Finding:
    """The finding of a number, from 1; 404 where there are not so many."""
    if not 0 < number <= len(done.findings):
        sentence = _("This package has no finding %s.") % number
        raise NotHere(sentence, [(_all(code), _("All findings"), "")])
    return done.findings[number - 1]


def _all(code: str) -> str:
    return reverse("reorganisation:findings", args=[code])
