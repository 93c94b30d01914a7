"""Pages for what goes wrong: what happened, where, what to do, and a reference to name it by.

The address says the language, so a page can be answered before anything else of the request has
been looked at. Nothing here asks the database but the frame of a page for a reader who is known.
"""

import secrets
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import structlog
from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy, override

from tinhgon.ui.context import language_of, still_frame, words_of_permission

log = structlog.get_logger("tinhgon.error")

BUSY = gettext_lazy("The register is being changed by somebody else. Try again soon.")
"""For whoever cannot write because somebody else does."""

PLAIN = "<!doctype html><title>500</title><h1>500</h1><p>Lỗi máy chủ. Server error. {}</p>"


class NotHere(Http404):
    """Nothing is at this address, but `sentence` says why and `instead` where else to look.

    `instead` holds (address, title, fact) for each candidate; titles and facts are shown as given.
    `code` names it for programs.
    """

    code = "not-found"

    def __init__(self, sentence: str, instead: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.instead = instead


class NotPermitted(PermissionDenied):
    """Somebody lacks a permission today: anywhere, or for the unit of this key."""

    def __init__(self, permission: str, unit: str | None = None) -> None:
        super().__init__(f"{permission} for {unit or 'any unit'}")
        self.permission, self.unit = permission, unit


class NotAllowed(PermissionDenied):
    """Somebody who holds the permission may yet not do this; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def place_of(request: HttpRequest) -> str:
    """Where a request went, for the log: of an address that holds a secret only its pattern.

    Those are the pages about an account, and whatever has a `token` in its address.
    """
    match = request.resolver_match
    is_secret = match and ("account/" in match.route or "token" in match.kwargs)
    return f"/{match.route}" if match and is_secret else request.path


def new_reference() -> str:
    """A short name for a request, which its answer and its lines in the log have in common."""
    return secrets.token_hex(3).upper()


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where more was sent than is taken."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return _answer(request, 400)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more was sent than is taken."""
    return _answer(request, 413, limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this person, or nobody signed in, may not pass this door; why, where that is known."""
    sentence = exception.sentence if isinstance(exception, NotAllowed) else ""
    wanted = ""
    if isinstance(exception, NotPermitted):
        with override(language_of(request.path)):
            wanted = words_of_permission(exception.permission, exception.unit)
    return _answer(request, 403, sentence=sentence, wanted=wanted, back=_way_back(request))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form from elsewhere or too old. What was sent is not shown: it may be a trap."""
    return _answer(request, 403, "403_csrf.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with the candidates where the view knew some."""
    known = exception if isinstance(exception, NotHere) else None
    return _answer(
        request,
        404,
        sentence=known.sentence if known else "",
        instead=known.instead if known else (),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: static, without reader and database, because either may be what is broken."""
    reference = _noted(request, 500)
    try:
        with override(language_of(request.path)):
            facts = still_frame(request.path)
            facts["frame"]["reference"] = reference
            page = render_to_string("500.html", facts)
    except Exception:
        page = PLAIN.format(reference)
    return HttpResponse(page, status=500)


def _way_back(request: HttpRequest) -> str:
    """The page of this site from which somebody came, if the browser says so and it is another."""
    came_from = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        return ""
    parts = urlsplit(came_from)
    back = urlunsplit(("", "", parts.path, parts.query, ""))
    return back if parts.netloc and parts.path not in ("", request.path) else ""


def _answer(
    request: HttpRequest, status: int, template: str | None = None, **facts: Any
) -> HttpResponse:
    _noted(request, status)
    with override(language_of(request.path)):
        return render(request, template or f"{status}.html", facts, status=status)


def _noted(request: HttpRequest, status: int) -> str:
    """The reference of this request, on the page and in the log, there with what failed."""
    if not hasattr(request, "reference"):
        request.reference = new_reference()  # type: ignore[attr-defined]
    reference: str = request.reference  # type: ignore[attr-defined]
    facts = {"reference": reference, "status": status, "path": place_of(request)}
    if status == 500:
        log.exception("error page", **facts)
    else:
        log.info("error page", **facts)
    return reference
