"""The API of all modules, mounted once; docs/reference/openapi.json is generated from it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, Throttled, ValidationError

from tinhgon.accounts.tokens import TokenAuth
from tinhgon.audit.acts import Busy
from tinhgon.registry.api import router as registry
from tinhgon.registry.queries import NoRegister
from tinhgon.reorganisation.api import router as reorganisation
from tinhgon.ui.api import Problem, problem_response

api = NinjaAPI(
    title="Tinh Gọn",
    version="1",
    description="The apparatus over time: units, look-ups, comparisons, plans.",
    urls_namespace="api-1",
    auth=TokenAuth(),
    docs_url=None,
)
api.add_router("", registry)
api.add_router("", reorganisation)


def _explain(error: type[Exception], status: int, code: str, words: Any) -> None:
    @api.exception_handler(error)
    def handler(request: HttpRequest, wrong: Exception) -> HttpResponse:
        return problem_response(Problem(status, code, str(words)))


@api.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problem_response(problem)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    errors = [
        {"where": ".".join(str(part) for part in error["loc"]), "what": error["msg"]}
        for error in wrong.errors
    ]
    detail = gettext("Some of what was sent cannot be used; see errors.")
    return problem_response(Problem(422, "invalid", detail, errors=errors))


_explain(AuthenticationError, 401, "sign-in-needed", _("Send a token: Authorization: Bearer …"))
_explain(PermissionDenied, 403, "not-allowed", _("You may not do this."))
_explain(Http404, 404, "not-found", _("There is nothing at this address."))
_explain(NoRegister, 404, "no-register", _("Nothing is registered yet: load a register first."))
_explain(Busy, 503, "busy", _("The register is being changed by somebody else. Try again soon."))
_explain(Throttled, 429, "too-many-requests", _("Too many requests. Try again in a minute."))
