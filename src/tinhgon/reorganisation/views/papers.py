"""The papers of a package: the list of them, and each as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tinhgon.registry.naming import words_in
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.papers.files import as_file
from tinhgon.reorganisation.papers.framing import stamp
from tinhgon.reorganisation.papers.keeping import kept
from tinhgon.reorganisation.papers.listing import Listed, form_of, known_forms, listed
from tinhgon.reorganisation.papers.making import KINDS, NoSuchPaper, TooLong, refusal_words
from tinhgon.reorganisation.papers.matter import Manner
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.ui.doors import public
from tinhgon.ui.errors import NotHere

PAGE = 50
DEPUTY = "deputy"


@public
def papers(request: HttpRequest, code: str) -> HttpResponseBase:
    """All papers that a package has, in the form and with the signer that the address names."""
    package = package_of(request, code)
    form, signer = form_of(request.GET.get("form", "")), request.GET.get("signer", "")
    page = Paginator(listed(queries.plans_of(package)), PAGE).get_page(request.GET.get("page"))
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "form": form,
        "forms": [(key, words_in(one.name)) for key, one in known_forms().items()],
        "by_deputy": signer == DEPUTY,
        "has_deputies": any(office.deputy_signs for office in form.submits),
        "stamp": stamp(package),
        "page": page,
        "rows": [_row(request, package, one) for one in page],
        "query": _query(form.key, signer),
    }
    return render(request, "reorganisation/papers.html", context)


def _query(form: str, signer: str) -> str:
    return f"?form={form}" + (f"&signer={DEPUTY}" if signer == DEPUTY else "")


@public
def paper(request: HttpRequest, code: str, name: str, kind: str) -> HttpResponseBase:
    """A paper as a file, as the package stands now."""
    package, manner = package_of(request, code), _manner(request)
    if kind not in KINDS:
        raise NotHere(_("Papers are DOCX or PDF, not “%s”.") % kind[:20], [_all(package)])
    try:
        return as_file(package, name, kind, manner, may_make=request.user.is_authenticated)
    except (NoSuchPaper, TooLong) as refused:
        raise NotHere(refusal_words(refused), [_all(package)]) from None


def _manner(request: HttpRequest) -> Manner:
    return Manner(
        site=request.build_absolute_uri("/"),
        form=request.GET.get("form", ""),
        by_deputy=request.GET.get("signer") == DEPUTY,
    )


def _row(request: HttpRequest, package: Package, one: Listed) -> dict[str, Any]:
    """A paper with the kinds of file that there are of it for this reader."""
    if not one.is_long:
        return {"paper": one, "kinds": [*KINDS], "missing": False}
    manner, makes = _manner(request), request.user.is_authenticated
    kinds = [k for k in KINDS if kept(package, one.name, k, manner) or (makes and k != "pdf")]
    return {"paper": one, "kinds": kinds, "missing": len(kinds) < len(KINDS)}


def _all(package: Package) -> tuple[str, str, Any]:
    address = reverse("reorganisation:papers", args=[package.code])
    return (address, _("All papers of this package"), package.title)
