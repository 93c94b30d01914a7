"""The first page: where do I go now?, and the apparatus of today in three figures."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.lookup import Entry
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.naming import kind_noun, level_title, unit_url, where_url, words_in
from tinhgon.registry.place import place_on
from tinhgon.registry.views.where import WhereForm
from tinhgon.ui import writing
from tinhgon.ui.doors import public
from tinhgon.ui.panels import panels

MOST_TRIES = 3


@public
def home(request: HttpRequest) -> HttpResponse:
    """The question, today's figures, and what higher modules show here."""
    register, today = directory(), localdate()
    place = place_on(register, today)
    context = {
        "form": WhereForm(),
        "figures": list(_figures(register, place, today)),
        "tries": list(_tries(register, place)),
        "panels": panels("home", request, place),
    }
    return render(request, "registry/home.html", context)


def _figures(register: Directory, place: Entry | None, day: date) -> Iterator[dict[str, Any]]:
    """How many units of the lowest level there are, here and in all; when that last changed."""
    level = register.jurisdiction.basic_level
    if place and place.level != level:
        url = f"{reverse('registry:apparatus')}?{urlencode({'under': place.unit})}"
        yield _counted(register, register.tally(day, place.unit), register.full_name(place), url)
    whole = words_in(register.jurisdiction.whole)
    yield _counted(register, register.tally(day), whole, reverse("registry:apparatus"))
    latest = max((on for on in register.days_of_change if on <= day), default=None)
    if latest:
        count = register.turning_on(latest)
        words = ngettext("unit changed on %(day)s", "units changed on %(day)s", count)
        yield {
            "value": writing.count(count),
            "words": words % {"day": writing.day(latest)},
            "url": f"{reverse('registry:comparison')}?on={latest}&vs={latest - timedelta(days=1)}",
            "link": _("see what"),
        }


def _counted(
    register: Directory, tally: Counter[tuple[str, str]], name: str, url: str
) -> dict[str, Any]:
    jurisdiction, level = register.jurisdiction, register.jurisdiction.basic_level
    counts = {kind: tally[level, kind] for kind in jurisdiction.words[level].kinds}
    by_kind = [
        f"{writing.count(count)} {kind_noun(jurisdiction, level, kind, count)}"
        for kind, count in counts.items()
        if count
    ]
    total = sum(counts.values())
    title = level_title(jurisdiction, level, total)
    return {
        "value": writing.count(total),
        "words": _("%(units)s of %(place)s")
        % {"units": title[:1].lower() + title[1:], "place": name},
        "url": url,
        "link": ", ".join(by_kind),
    }


def _tries(register: Directory, place: Entry | None) -> Iterator[dict[str, str]]:
    """Real questions with telling answers: the unit of the place that was shared the most."""
    shared = _most_shared(register, place)
    if shared:
        path = register.path(register.latest(shared))[:2]
        address = register.address(path)
        yield {"words": address, "url": where_url(address)}
        code = path[0].code
        if code:
            yield {"words": _("code %s") % code, "url": where_url(code)}
        for name in register.lineage.forward[shared][:1]:
            entry = register.latest(name.successor)
            yield {"words": register.full_name(entry), "url": unit_url(entry.unit)}


def _most_shared(register: Directory, place: Entry | None) -> str | None:
    """The unit in the place that was shared among the most others."""
    for key in register.most_shared:
        above = register.path(register.latest(key))
        if place is None or place.unit in [entry.unit for entry in above]:
            return key
    return None
