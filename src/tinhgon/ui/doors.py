"""Doors: every view, API operation and command says who may pass.

`@public` and `@needs(permission)` mark a function; a test walks all addresses, operations and
commands and fails on one that is not marked. Denial is the default.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.utils.timezone import localdate

from tinhgon.ui.errors import NotPermitted

PUBLIC = "public"
SIGNED_IN = "signed-in"

Door = TypeVar("Door", bound=Callable[..., Any])


def public(view: Door) -> Door:
    """Anybody may pass."""
    view.permission = PUBLIC  # type: ignore[attr-defined]
    return view


def signed_in(view: Door) -> Door:
    """Anybody who is signed in may pass; the others are asked to sign in."""
    return _guarded(view, SIGNED_IN, lambda request: True)


def needs(permission: str) -> Callable[[Door], Door]:
    """Only those pass who hold this permission today, somewhere.

    What depends on a unit is asked again inside, by `require`.
    """

    def mark(view: Door) -> Door:
        return _guarded(
            view, permission, lambda request: request.user.may(permission, on=localdate())
        )

    return mark


def require(user: Any, permission: str, unit: str | None = None) -> None:
    """Go on only if this user holds the permission for this unit today."""
    if not (user.is_authenticated and user.may(permission, unit=unit, on=localdate())):
        raise NotPermitted(permission, unit)


def _guarded(view: Door, permission: str, allows: Callable[[Any], bool]) -> Door:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not allows(request):
            raise NotPermitted(permission)
        return view(request, *args, **kwargs)

    guarded.permission = permission  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]
