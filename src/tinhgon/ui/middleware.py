"""What happens around every request: one line in the log, and words for what goes wrong."""

import time
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tinhgon.temporal.gate import Busy
from tinhgon.ui.errors import new_reference, place_of

log = structlog.get_logger("tinhgon.request")
Answer = Callable[[HttpRequest], HttpResponse]

SECRET = ("password", "csrfmiddlewaretoken", "credential")
"""Fields that are never written back into a page."""


def log_request(answer: Answer) -> Answer:
    """One event a request: no query, no address of the reader, no name.

    Its `reference` is on every line that is logged meanwhile, and on the page if something fails.
    """

    def logged(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        request.reference = new_reference()  # type: ignore[attr-defined]
        with structlog.contextvars.bound_contextvars(reference=request.reference):  # type: ignore[attr-defined]
            response = answer(request)
            took = round((time.perf_counter() - began) * 1000, 1)
            log.info(
                "request",
                method=request.method,
                path=place_of(request),
                status=response.status_code,
                ms=took,
            )
        return response

    return logged


def speak_to_programs(answer: Answer) -> Answer:
    """The API has one address for all languages: it answers in the one that is asked for."""

    def spoken(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/api/"):
            translation.activate(translation.get_language_from_request(request))
        return answer(request)

    return spoken


class explain_errors:
    """Turns `Busy` into a page that says to wait, without losing what was typed."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> Any:
        if not isinstance(error, Busy):
            return None
        response = render(
            request,
            "503.html",
            {"typed": list(_typed(request)), "had_files": bool(request.FILES)},
            status=503,
        )
        response["Retry-After"] = "5"
        return response


def _typed(request: HttpRequest) -> Any:
    """Every field that was sent, as often as it was sent, but for secrets."""
    for name, values in request.POST.lists():
        if not any(secret in name for secret in SECRET):
            yield from ((name, value) for value in values)
