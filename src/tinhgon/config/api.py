"""The API of all modules, mounted once; docs/reference/openapi.json is generated from it."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from tinhgon.accounts.idempotency import LONGEST, WRITING
from tinhgon.accounts.tokens import TokenAuth
from tinhgon.directives.api import router as directives
from tinhgon.law.api import router as law
from tinhgon.norms.api import router as norms
from tinhgon.registry.api import router as registry
from tinhgon.reorganisation.api import router as reorganisation
from tinhgon.staff.api import router as staff
from tinhgon.temporal.gate import Busy
from tinhgon.ui import errors
from tinhgon.ui.api import Problem, problem_response
from tinhgon.ui.doors import public
from tinhgon.ui.errors import BUSY, NotHere
from tinhgon.work.api import router as work
from tinhgon.work.bulk.api import router as bulk_works
from tinhgon.work.cascade.api import router as cascading
from tinhgon.work.exchange.api import router as tables_of_works
from tinhgon.work.feed.api import router as feed
from tinhgon.work.files_api import router as work_files
from tinhgon.work.reminding.api import router as reminding


class Api(NinjaAPI):
    """The API with what its middleware understands told at each operation that writes."""

    def get_openapi_schema(self, *args: Any, **options: Any) -> Any:
        schema = super().get_openapi_schema(*args, **options)
        for path in schema["paths"].values():
            for method in WRITING & {name.upper() for name in path}:
                path[method.lower()].setdefault("parameters", []).append(IDEMPOTENCY_KEY)
        return schema


IDEMPOTENCY_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "description": "A word of your own for this request: sent again within a day it is done once.",
    "schema": {"type": "string", "maxLength": LONGEST, "title": "Idempotency-Key"},
}

api = Api(
    title="Tinh Gọn",
    version="1",
    description="The apparatus over time: units, look-ups, comparisons, plans. "
    "Parameters that an operation does not name are ignored. A request that writes may name an "
    "`Idempotency-Key`: sent again within a day it is done once and answered alike.",
    urls_namespace="api-1",
    auth=TokenAuth(),
    docs_url=None,
    docs_decorator=public,  # the contract itself, openapi.json
)
api.add_router("", registry)
api.add_router("", norms)
api.add_router("", staff)
api.add_router("", cascading)
api.add_router("", bulk_works)  # before the rest of work: its address looks like one of a work
api.add_router("", tables_of_works)
api.add_router("", work)
api.add_router("", directives)
api.add_router("", work_files)
api.add_router("", reminding)
api.add_router("", feed)
api.add_router("", reorganisation)
api.add_router("", law)


def _explain(error: type[Exception], status: int, code: str, words: Any) -> None:
    @api.exception_handler(error)
    def handler(request: HttpRequest, wrong: Exception) -> HttpResponse:
        return problem_response(Problem(status, code, str(words)))


@api.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problem_response(problem)


@api.exception_handler(NotHere)
def _not_here(request: HttpRequest, missing: NotHere) -> HttpResponse:
    """There is nothing, and why; `instead` are those that may be meant."""
    instead = [{"title": title, "fact": fact} for _address, title, fact in missing.instead]
    more = {"instead": instead} if instead else {}
    return problem_response(Problem(404, missing.code, missing.sentence, **more))


@public
def about_api(request: HttpRequest) -> HttpResponse:
    """Where the API begins nothing is answered: to the page that says how programs ask."""
    return redirect("registry:programs")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: a page for people; below the API a problem, as programs read it."""
    if not request.path.startswith("/api/"):
        return errors.not_found(request, exception)
    detail = gettext("There is nothing at this address.")
    return problem_response(Problem(404, "not-found", detail))


@api.exception_handler(AuthenticationError)
def _unknown_caller(request: HttpRequest, wrong: AuthenticationError) -> HttpResponse:
    """Who asks is not known, and how to say it (RFC 9110)."""
    detail = gettext("Send a token: Authorization: Bearer …")
    response = problem_response(Problem(401, "sign-in-needed", detail))
    response["WWW-Authenticate"] = 'Bearer realm="tinhgon"'
    return response


INVALID = {
    "missing": _("This must be given."),
    "extra_forbidden": _("There is no such member."),
    "string_type": _("This must be a text."),
    "string_too_long": _("At most %(max_length)s characters may stand here."),
    "string_too_short": _("At least %(min_length)s characters must stand here."),
    "too_long": _("At most %(max_length)s may be given."),
    "int_parsing": _("This must be a whole number."),
    "int_type": _("This must be a whole number."),
    "decimal_parsing": _("This must be a number, written 12.5."),
    "decimal_type": _("This must be a number, written 12.5."),
    "finite_number": _("This must be a number, written 12.5."),
    "bool_parsing": _("This must be true or false."),
    "list_type": _("This must be a list."),
    "dict_type": _("This must be an object."),
    "model_attributes_type": _("This must be an object."),
    "literal_error": _("This must be one of: %(expected)s."),
    "greater_than_equal": _("This must be at least %(ge)s."),
    "less_than_equal": _("This must be at most %(le)s."),
    "date_parsing": _("This must be a day, written 2025-07-01."),
    "date_from_datetime_parsing": _("This must be a day, written 2025-07-01."),
    "date_type": _("This must be a day, written 2025-07-01."),
}
"""What of the documented form is not kept, by the kind that pydantic gives it."""


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    errors = [{"where": _where(error["loc"]), "what": _what(error)} for error in wrong.errors]
    detail = gettext("Some of what was sent cannot be used; see errors.")
    return problem_response(Problem(422, "invalid", detail, errors=errors))


def _where(path: Sequence[Any]) -> str:
    """Where in a request: `body.fact`, `query.limit`."""
    inner = path[1:] if path[:2] == ("body", "body") else path
    return ".".join(map(str, inner))


def _what(error: dict[str, Any]) -> str:
    words = INVALID.get(error["type"])
    return str(words) % error.get("ctx", {}) if words else str(error["msg"])


_explain(HttpError, 400, "not-json", _("What was sent cannot be read: send JSON in UTF-8."))
for _wrong in (DataError, OverflowError, UnicodeEncodeError):
    _explain(
        _wrong,
        422,
        "cannot-be-kept",
        _("Something that was sent cannot be kept: a character of no text, or too large a number."),
    )
_explain(PermissionDenied, 403, "not-allowed", _("You may not do this."))
_explain(Http404, 404, "not-found", _("There is nothing at this address."))
_explain(Busy, 503, "busy", BUSY)
_explain(Throttled, 429, "too-many-requests", _("Too many requests. Try again in a minute."))
