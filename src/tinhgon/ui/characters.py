"""Characters that no database keeps are turned away at the door, from addresses."""

from collections.abc import Callable
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tinhgon.domain.structure.documents import UNKEPT
from tinhgon.ui import errors
from tinhgon.ui.api import Problem, problem_response

Answer = Callable[[HttpRequest], HttpResponse]


def refuse_in_addresses(answer: Answer) -> Answer:
    """The middleware: what an address asks after its question mark is text."""

    def answered(request: HttpRequest) -> HttpResponse:
        asked = chain(request.GET, *(values for _name, values in request.GET.lists()))
        if not any(map(UNKEPT.search, asked)):
            return answer(request)
        if not request.path.startswith("/api/"):
            return errors.bad_request(request, ValueError())
        words = _("The text holds a character that no text has (NUL).")
        return problem_response(Problem(422, "bad-character", words))

    return answered
