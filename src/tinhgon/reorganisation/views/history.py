"""The life of a package: all that was done to it, by whom and when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from tinhgon.registry.unit.lane_picture import picture
from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.life.lanes import has_course, lanes
from tinhgon.reorganisation.life.lines import lines
from tinhgon.reorganisation.life.section import told
from tinhgon.reorganisation.portrait.numbers import LOOKS
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.reorganisation.words import STATES
from tinhgon.ui.doors import public


@public
def history(request: HttpRequest, code: str) -> HttpResponse:
    """The record of acts of a package as lanes and as a list; names not for everybody."""
    package, today = package_of(request, code), localdate()
    named = may_consult(request.user, package, on=today)
    done = lines(package, named=named)
    held = lanes(package, done)
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "state": STATES[package.state],
        "state_look": LOOKS.get(package.state, ""),
        "lines": told(done, named=named),
        "lanes": picture(held, today, package.day) if has_course(held) else None,
        "named": named,
    }
    return render(request, "reorganisation/history.html", context)
