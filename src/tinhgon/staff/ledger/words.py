"""Movements and balances in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.staff.ledger.balances import by_kind
from tinhgon.staff.models import Movement
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing

MOVED: dict[str, Promise] = {
    "allocate": gettext_lazy("%(posts)s allotted by %(source)s to %(target)s"),
    "grant": gettext_lazy("%(posts)s granted to %(target)s by the authority above"),
    "return": gettext_lazy("%(posts)s given back by %(source)s to %(target)s"),
    "lapse": gettext_lazy("%(posts)s of %(source)s lapsed"),
    "transfer": gettext_lazy("%(posts)s transferred from %(source)s to %(target)s"),
    "freeze": gettext_lazy("%(posts)s of %(source)s frozen"),
    "thaw": gettext_lazy("%(posts)s of %(source)s released"),
    "succession": gettext_lazy(
        "%(target)s took over %(posts)s from %(source)s in a reorganisation"
    ),
    "reversal": gettext_lazy("%(posts)s from %(source)s to %(target)s: movement %(of)s reversed"),
}
OUTSIDE = gettext_lazy("the authority above")
"""Where posts come from that no unit gave, and go to when they lapse."""


def movement_words(movement: Movement, names: Names | None = None) -> str:
    """A movement in one sentence: «12 công chức: Thành phố Hà Nội giao cho Sở Nội vụ»."""
    names = names or Names()
    granted = movement.act == "allocate" and movement.source_unit_id is None
    return str(MOVED["grant" if granted else movement.act]) % {
        "posts": names.posts(movement.staff_kind, movement.posts),
        "source": _side(movement.source_unit, names),
        "target": _side(movement.target_unit, names),
        "of": movement.reverses_id,
    }


def held_words(held: Mapping[tuple[str, str], int], names: Names) -> str:
    """Posts by kind, with how many of them are frozen."""
    said = [
        _("%(posts)s, of these %(frozen)s frozen")
        % {"posts": names.posts(kind, purses.total()), "frozen": writing.count(purses["frozen"])}
        if purses["frozen"]
        else names.posts(kind, purses.total())
        for kind, purses in by_kind(held).items()
        if purses.total()
    ]
    return "; ".join(said) or _("no posts")


def _side(unit: object, names: Names) -> str:
    return names.unit(str(unit)) if unit else str(OUTSIDE)
