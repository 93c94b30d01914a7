"""Characters that no database keeps are turned away at the door, from addresses and from JSON."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja.parser import Parser

from tinhgon.domain.structure.documents import UNKEPT
from tinhgon.ui import errors
from tinhgon.ui.api import Problem, problem_response

Answer = Callable[[HttpRequest], HttpResponse]


def refuse_in_addresses(answer: Answer) -> Answer:
    """The middleware: what an address asks after its question mark is text."""

    def answered(request: HttpRequest) -> HttpResponse:
        if not any(UNKEPT.search(said) for held in request.GET.lists() for said in _texts(held)):
            return answer(request)
        if not request.path.startswith("/api/"):
            return errors.bad_request(request, ValueError())
        words = _("The text holds a character that no text has (NUL).")
        return problem_response(Problem(400, "bad-character", words))

    return answered


class KeptAlone(Parser):
    """JSON in which every text can be kept; else it cannot be read (400)."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The document. Raises `ValueError`."""
        document: Any = super().parse_body(request)
        if any(map(UNKEPT.search, _texts(document))):
            raise ValueError("a character that no text has")
        return document


def _texts(value: Any) -> list[str]:
    """Every text in a document, the names of its members too."""
    found, waiting = [], [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple):
            waiting += one
    return found
