"""What posts show on the page of a unit: who leads it, how many posts and people it has."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tinhgon.registry.models import Unit
from tinhgon.staff.ledger.movements import are_invented
from tinhgon.staff.models import Movement, Placement
from tinhgon.staff.posts.portrait import Portrait
from tinhgon.staff.posts.words import head_words
from tinhgon.ui.asked import Asked


def posts_of_unit(request: HttpRequest, unit: Unit, asked: Any = None) -> str:
    """Who leads a unit, and its posts and people; nothing of a unit without any."""
    if not _has_posts(unit):
        return ""
    asked = asked or Asked(localdate())
    portrait = Portrait(unit, asked.on, asked.known_at)
    context = {
        "asked": asked,
        "unit": unit,
        "portrait": portrait,
        "head": head_words(portrait.head),
        "invented": are_invented(),
        "people": [
            (seat.placement.title, portrait.names.get(one.officer_id, ""), one)
            for seat in portrait.leading
            for one in seat.people
        ],
    }
    return render_to_string("staff/unit_posts.html", context, request)


def _has_posts(unit: Unit) -> bool:
    """Whether the unit itself ever had posts, of either sort; one query."""
    here = OuterRef("pk")
    known = (
        Exists(Movement.objects.filter(target_unit=here)),
        Exists(Placement.objects.filter(unit=here)),
    )
    return Unit.objects.filter(known[0] | known[1], pk=unit.pk).exists()
