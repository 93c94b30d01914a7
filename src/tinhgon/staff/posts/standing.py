"""Where a post stands, or stood last."""

from datetime import date

from tinhgon.registry.bearers import askable
from tinhgon.staff.models import Placement


def last_placed(key: str, *, today: date) -> Placement | None:
    """The placement of a post today, else its last; None for a post that never stood."""
    of_post = Placement.objects.filter(post__key=askable(key)).select_related("unit", "post")
    found: Placement | None = of_post.on(today).first() or of_post.in_order().last()
    return found
