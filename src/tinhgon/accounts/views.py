"""The page of one's own account."""

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tinhgon.accounts.queries import administrators, held_roles
from tinhgon.registry.naming import unit_url
from tinhgon.ui.doors import signed_in


@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """Who is signed in, which roles they hold today and what acts for them."""
    today, person = timezone.localdate(), request.user
    roles = held_roles(person, today)  # type: ignore[arg-type]
    context = {
        "today": today,
        "roles": [(held, unit_url(held.unit) if held.unit else "") for held in roles],
        "administrators": () if roles else administrators(today),
        "has_second_factor": is_mfa_enabled(person),  # type: ignore[arg-type]
        "tokens": person.tokens.working(timezone.now()).order_by("name"),  # type: ignore[union-attr]
    }
    return render(request, "accounts/me.html", context)
