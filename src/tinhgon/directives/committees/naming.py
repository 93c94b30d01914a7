"""Which committee, session or item is meant, for whoever may see it: else it is not there."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.directives.committees.entitlement import Rights, with_units
from tinhgon.directives.models import Committee, Member, PlanItem, Session
from tinhgon.ui.errors import NotHere

MOST = 2**62


def committee_known(key: str, by: Any, *, on: date) -> Committee:
    """A committee by its key. Raises `NotHere` alike where there is none and where it is hidden."""
    asked = Committee.objects.select_related("instrument", "ended_under").filter(key=key[:64])
    found = with_units(asked).first()
    if found is None or not Rights(by, on).sees(found):
        words = _("There is no committee “%s” among those that you may see.")
        raise NotHere(words % key[:64])
    return found


def session_known(id: int, by: Any, *, on: date) -> Session:
    """A session by its number, with its committee; `NotHere` as for committees."""
    asked = Session.objects.select_related("committee").filter(pk=id if id < MOST else 0)
    return _seen(asked.first(), by, on, _("There is no such session."))


def item_known(id: int, by: Any, *, on: date) -> PlanItem:
    """An item of a plan by its number, with its committee; `NotHere` as for committees."""
    asked = PlanItem.objects.select_related("plan__committee", "member")
    found = asked.filter(pk=id if id < MOST else 0).first()
    if found:
        found.committee = found.plan.committee  # type: ignore[attr-defined]
    return _seen(found, by, on, _("There is no such item."))


def member_known(id: int, by: Any, *, on: date) -> Member:
    """A membership by its number, with its committee; `NotHere` as for committees."""
    asked = Member.objects.select_related("committee", "officer")
    found = asked.filter(pk=id if id < MOST else 0).first()
    return _seen(found, by, on, _("There is no such membership."))


def _seen(found: Any, by: Any, on: date, words: str) -> Any:
    if found is None:
        raise NotHere(words)
    try:
        found.committee = committee_known(found.committee.key, by, on=on)
    except NotHere:
        raise NotHere(words) from None
    return found
