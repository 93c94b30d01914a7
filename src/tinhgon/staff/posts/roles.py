"""Roles follow assignments: whoever holds a post on a day, or acts in it, has what it gives.

The jurisdiction file says which rank gives which role. Nothing is copied: the day after a transfer
the old unit opens no door any more, and the new one does. Over which unit a post gives its roles
after a reorganisation, `reach` says.
"""

from datetime import date

from tinhgon.accounts.sources import Given
from tinhgon.domain.periods import Period
from tinhgon.staff.models import Assignment
from tinhgon.staff.posts.reach import Reach
from tinhgon.staff.staffing import staffing
from tinhgon.temporal.models import in_force
from tinhgon.ui import writing


def given_by_posts(user: int, on: date) -> list[Given]:
    """The roles that the posts of somebody who signs in give on a day."""
    held = list(
        Assignment.objects.on(on)
        .filter(in_force(on, "post__placements__"), officer__user=user)
        .values_list(
            *("post__placements__pk", "post__placements__moved_from", "post_id"),
            "post__placements__rank",
            "post__placements__staff_kind",
            "post__placements__unit__key",
            "post__placements__titles",
            *("valid_from", "valid_to"),
            *("post__placements__valid_from", "post__placements__valid_to"),
        )
        .order_by("post__placements__unit__key", "pk")
    )
    if not held:
        return []
    table, reach = staffing().roles, Reach([row[2] for row in held], on)
    return [
        Given(line.role, over, period.start, period.end, writing.title(titles))
        for place, moved, _post, rank, kind, unit, titles, *days in held
        if (period := Period(*days[:2]).shared_with(Period(*days[2:])))
        for over in [reach.unit(place, days[0]) if moved else unit]
        for line in table
        if line.fits(rank, kind)
    ]
