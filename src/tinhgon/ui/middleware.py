"""What happens around every request: one line in the log, and words for what goes wrong."""

import time
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tinhgon.audit.acts import Busy

log = structlog.get_logger("tinhgon.request")
Answer = Callable[[HttpRequest], HttpResponse]


def log_request(answer: Answer) -> Answer:
    """One event a request: no query, no address of the reader, no name."""

    def logged(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = answer(request)
        took = round((time.perf_counter() - began) * 1000, 1)
        log.info(
            "request",
            method=request.method,
            path=request.path,
            status=response.status_code,
            ms=took,
        )
        return response

    return logged


class explain_errors:
    """Turns `Busy` into a page that says to wait, without losing what was typed."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> Any:
        if not isinstance(error, Busy):
            return None
        response = render(request, "503.html", {"typed": request.POST.items()}, status=503)
        response["Retry-After"] = "5"
        return response
