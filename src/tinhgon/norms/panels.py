"""What norms show on the page of a unit: what was found of it, its working regulations."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tinhgon.norms.finding.portrait import portraits
from tinhgon.norms.models import Regulations
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.queries import findings
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import jurisdiction, unit_on
from tinhgon.ui.asked import Asked

MOST = 5


def norms_of_unit(request: HttpRequest, unit: Unit, asked: Any = None) -> str:
    """Open findings, for whoever may see them; the working regulations of a body, for all."""
    asked = asked or Asked(localdate())
    stands = unit_on(unit.key, asked.on)
    is_body = stands is not None and not jurisdiction().is_area(stands.level)
    found = _open(request, unit)
    held = Regulations.objects.on(asked.on).filter(unit=unit).first() if is_body else None
    may_keep = _may(request, NormsPermission.KEEP, unit)
    if not (found or held or (is_body and may_keep)):
        return ""
    context = {
        "unit": unit,
        "found": portraits(found[:MOST], localdate()),
        "more": len(found) > MOST,
        "regulations": held,
        "is_body": is_body,
        "may_keep": may_keep,
    }
    return render_to_string("norms/unit_norms.html", context, request)


def _open(request: HttpRequest, unit: Unit) -> list[Any]:
    if not _may(request, NormsPermission.SEE, unit):
        return []
    return list(findings(localdate()).filter(unit=unit, closed=None).order_by("severity", "rule"))


def _may(request: HttpRequest, permission: str, unit: Unit) -> bool:
    user = request.user
    return bool(user.is_authenticated and user.may(permission, unit=unit.key, on=localdate()))
