"""What was found: who must put right what, and one finding down to its article."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tinhgon.norms import actions
from tinhgon.norms.finding.listing import STATES, Listed, Wish
from tinhgon.norms.finding.portrait import portrait, portraits
from tinhgon.norms.finding.rule_words import GROUPS, RULES
from tinhgon.norms.finding.table import header, rows
from tinhgon.norms.finding.words import rule_title
from tinhgon.norms.models import SEVERITIES, Finding
from tinhgon.norms.naming import unit_name
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.queries import findings, last_run
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import jurisdiction
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.doors import needs, require
from tinhgon.ui.errors import NotHere
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 50


@needs(NormsPermission.SEE)
def findings_list(request: HttpRequest) -> HttpResponseBase:
    """What was found of the units that the reader may see, the heaviest first."""
    today = localdate()
    wish = _wish(request)
    listed = Listed(request.user, wish, on=today, today=today)
    if (kind := request.GET.get("format")) in TABLES:
        table = rows(listed.found.iterator(chunk_size=500), today)
        return download("findings", header(), table, kind)
    page = Paginator(listed.found, PAGE).get_page(request.GET.get("page"))
    context = {
        "wish": wish,
        "unit": unit_name(wish.unit, today) if wish.unit else "",
        "run": last_run(),
        "page": page,
        "found": portraits(page.object_list, today),
        "boxes": _boxes(listed),
        "may_run": _may(request, NormsPermission.RUN, EVERYWHERE),
    }
    template = "norms/findings.html"
    return render(request, f"{template}#list" if request.htmx else template, context)  # type: ignore[attr-defined]


@needs(NormsPermission.SEE)
def finding(request: HttpRequest, identifier: str) -> HttpResponse:
    """One finding: rule, article, day in force, how sure, inputs, what would satisfy it."""
    found = finding_known(request, identifier, NormsPermission.SEE)
    context = {
        "one": portrait(found, localdate()),
        "finding": found,
        "may_waive": _may(request, NormsPermission.WAIVE, None),
        "today": localdate(),
    }
    return render(request, "norms/finding.html", context)


@needs(NormsPermission.RUN)
@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """POST: have the rules run over the register as it stands today."""
    require(request.user, NormsPermission.RUN, EVERYWHERE)
    try:
        actions.run_norms(by=request.user, on=localdate())  # type: ignore[arg-type]
        messages.success(request, _("The rules were run over the register of today."))
    except Refused as refused:
        messages.error(request, refusal_words(refused))
    return redirect("norms:findings")


def finding_known(request: HttpRequest, identifier: str, permission: str) -> Finding:
    """A finding, for whoever holds a permission for its unit; else 404 or refused."""
    found = findings(localdate()).filter(identifier=identifier).first()
    if found is None:
        raise NotHere(_("There is no finding “%s”.") % identifier[:40])
    require(request.user, permission, found.unit.key if found.unit else None)
    return found


def _wish(request: HttpRequest) -> Wish:
    asked = {
        name: request.GET.get(name, "").replace("\0", "\ufffd").strip()
        for name in ("rule", "bloc", "severity", "unit", "state")
    }
    if asked["unit"] and not Unit.objects.filter(key=asked["unit"]).exists():
        raise NotHere(_("There is no unit %s.") % asked["unit"][:64])
    return Wish(**{**asked, "state": asked["state"] if asked["state"] in STATES else STATES[0]})


def _boxes(listed: Listed) -> list[tuple[str, str, str, list[tuple[str, str, int]]]]:
    """The boxes of filters: name, label, "all of them", and each choice with how many there are."""
    blocs = jurisdiction().blocs
    severities, rules, of_bloc = (listed.counts(one) for one in ("severity", "rule", "bloc"))
    language = get_language() or ""
    ordered = sorted(rules, key=lambda one: ([*GROUPS].index(_group(one)), rule_title(one)))
    return [
        (
            *("severity", _("Severity"), _("All severities")),
            [(key, str(words), severities[key]) for key, words in SEVERITIES if key in severities],
        ),
        (
            *("rule", _("Rule"), _("All rules")),
            [(key, rule_title(key), rules[key]) for key in ordered],
        ),
        (
            *("bloc", _("Bloc"), _("All blocs")),
            [
                (key, one.in_(language), of_bloc[key])
                for key, one in blocs.items()
                if key in of_bloc
            ],
        ),
    ]


def _group(rule: str) -> str:
    return RULES[rule].group if rule in RULES else [*GROUPS][-1]


def _may(request: HttpRequest, permission: str, unit: str | None) -> bool:
    user = request.user
    return bool(user.is_authenticated and user.may(permission, unit=unit, on=localdate()))
