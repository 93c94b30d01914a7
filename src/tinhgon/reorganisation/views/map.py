"""The map of a package: where its units lie, and how far it is from the old to the new ones."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from tinhgon.reorganisation.map.section import Mapped
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.tallies import only_bodies
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.ui.asked import wants_part
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download


@public
def map_of(request: HttpRequest, code: str) -> HttpResponseBase:
    """The map at a place, one unit followed; with `?format=` all ways there, as a table."""
    package = package_of(request, code)
    done = rearrangement(package)
    names = names_of(package, done)
    of_bodies = only_bodies(done.tallies, names.jurisdiction)
    context = {"package": package, "crumbs": crumbs_to(package), "eve": done.eve}
    if not done.edges or of_bodies:
        context |= {"passes": bool(done.edges)}
        return render(request, "reorganisation/map_nothing.html", context)
    mapped = Mapped(request, names)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"{code}-{mapped.view.at or 'all'}-ways", *mapped.table(), kind)
    template = "map_section" if wants_part(request, "map") else "map"
    return render(request, f"reorganisation/{template}.html", {**context, "mapped": mapped})
