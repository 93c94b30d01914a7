"""What was said about a package: the open first, in each the latest first."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from tinhgon.reorganisation.models import Comment, Invitation, Package

OPEN, SETTLED = "open", "settled"


@dataclass(frozen=True)
class Wish:
    """Which comments are wanted: those on a plan or a unit, those open or settled; or all."""

    plan: str = ""
    unit: str = ""
    state: str = ""


def comments_on(package: Package, wish: Wish = Wish()) -> QuerySet[Comment]:
    """The comments that are wanted, with their plans and whoever settled them."""
    found = package.comments.select_related("plan", "settled_by", "by")
    asked: dict[str, Any] = {}
    if wish.plan:
        asked["plan__code"] = wish.plan
    if wish.unit:
        asked["unit"] = wish.unit
    if wish.state in (OPEN, SETTLED):
        asked["settled_at__isnull"] = wish.state == OPEN
    return found.filter(**asked).order_by(F("settled_at").desc(nulls_first=True), "-at", "-pk")


def open_comments(package: Package) -> int:
    """How many comments wait for an answer."""
    return package.comments.filter(settled_at=None).count()


def readers_of(package: Package) -> QuerySet[Invitation]:
    """Who was invited, in order of their names."""
    return package.invitations.select_related("reader", "by").order_by("reader__name", "pk")
