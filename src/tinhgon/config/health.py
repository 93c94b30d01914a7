"""What supervisors ask: `/health/` whether all is well, `/metrics` how much and how fast.

Neither says anything of data, people or the machine.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django_prometheus.exports import ExportToDjangoView
from health_check.base import HealthCheck
from health_check.checks import Cache, Database
from health_check.exceptions import ServiceUnavailable
from health_check.views import HealthCheckView

from tinhgon.temporal.guards import missing
from tinhgon.ui.doors import public

HERE = ("127.0.0.1", "::1")
BY_WAY_OF = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Via")
"""Headers of a proxy: what it passes on comes from elsewhere, whatever address it bears."""


@dataclass
class Guards(HealthCheck):
    """The constraints of our own are in the database."""

    async def run(self) -> None:
        if await sync_to_async(_any_missing)():
            raise ServiceUnavailable("missing")


class Health(HealthCheckView):
    """One word for each thing, and 503 where one of them fails; what failed is in the log."""

    checks = (Database, Cache, Guards)

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        results = await asyncio.gather(*(check.get_result() for check in self.get_checks()))
        found = {
            type(result.check).__name__.lower(): "failed" if result.error else "ok"
            for result in results
        }
        well = "failed" not in found.values()
        document = {"status": "ok" if well else "failed", "checks": found}
        return JsonResponse(document, status=200 if well else 503)


health = public(Health.as_view())


@public
def metrics(request: HttpRequest) -> HttpResponse:
    """Counters for Prometheus: for this machine itself, or for whoever has the token."""
    if _may_read(request):
        return ExportToDjangoView(request)
    words = _("Metrics are read from this machine itself, or with TINHGON_METRICS_TOKEN.")
    return HttpResponseForbidden(words + "\n", content_type="text/plain; charset=utf-8")


def _may_read(request: HttpRequest) -> bool:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.METRICS_TOKEN and constant_time_compare(given, settings.METRICS_TOKEN):
        return True
    forwarded = any(header in request.headers for header in BY_WAY_OF)
    return request.META.get("REMOTE_ADDR") in HERE and not forwarded and not settings.PUBLIC


def _any_missing() -> bool:
    return next(missing(DEFAULT_DB_ALIAS), None) is not None
