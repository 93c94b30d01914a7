"""Pages that say what this site is: sources, help, accessibility, the way in for programs."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from tinhgon.registry import queries
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.models import Version
from tinhgon.registry.naming import words_in
from tinhgon.ui.doors import public


@public
def sources(request: HttpRequest) -> HttpResponse:
    """Where the data come from, from which day on they are complete, how sure they are."""
    register = directory()
    context = {
        "coverage": [_covered(register, stated) for stated in queries.register().coverage],
        "marks": queries.marks_of_instruments(),
        "sources": queries.sources(),
        "carried_out": Version.objects.known_at().filter(source="").count(),
        "whole": words_in(register.jurisdiction.whole),
    }
    return render(request, "registry/sources.html", context)


@public
def programs(request: HttpRequest) -> HttpResponse:
    """How programs ask: addresses, days, answers."""
    context = {"base": _base(request), "key": _example(), "on": localdate()}
    return render(request, "registry/programs.html", context)


@public
def help(request: HttpRequest) -> HttpResponse:
    """How to use this site."""
    return render(request, "registry/help.html")


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everybody can use this site, and what to do where somebody cannot."""
    return render(request, "registry/accessibility.html")


def _example() -> str:
    """A unit to ask about: one that stands today, else any."""
    register, today = directory(), localdate()
    standing = (key for key in register.entries if register.stands(key, today))
    return next(standing, next(iter(register.entries)))


def _base(request: HttpRequest) -> str:
    return request.build_absolute_uri("/api/v1/")


def _covered(register: Directory, stated: dict[str, str]) -> dict[str, object]:
    """A unit and the first day from which all below it is known."""
    key = stated["unit"]
    entries = register.entries.get(key)
    whole = words_in(register.jurisdiction.whole)
    return {
        "name": register.full_name(entries[-1]) if entries else whole[:1].upper() + whole[1:],
        "since": date.fromisoformat(stated["from"]),
    }
