"""A code and a day lead to the unit that bears it then."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from tinhgon.registry.bearers import bearers, no_bearer
from tinhgon.registry.naming import unit_url
from tinhgon.registry.queries import jurisdiction
from tinhgon.ui.asked import asked
from tinhgon.ui.doors import public


@public
def code(request: HttpRequest, code: str) -> HttpResponse:
    """To the unit that bears a code on a day; where none does, to those who do on others."""
    when = asked(request)
    found = bearers(code, when.known_at, jurisdiction())
    for bearer in found:
        if when.on in bearer.period:
            return HttpResponseRedirect(unit_url(bearer.key, when))
    raise no_bearer(code, when, found)
