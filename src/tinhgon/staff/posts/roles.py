"""Roles follow assignments: whoever holds a post on a day, or acts in it, has what it gives.

The jurisdiction file says which rank gives which role. Nothing is copied: the day after a transfer
the old unit opens no door any more, and the new one does. Over which unit a post gives its roles
after a reorganisation, `reach` says.
"""

from collections.abc import Collection
from datetime import date

from tinhgon.accounts.sources import Given
from tinhgon.domain.periods import Period
from tinhgon.staff.models import Assignment
from tinhgon.staff.posts.reach import Reach
from tinhgon.staff.staffing import staffing
from tinhgon.temporal.models import in_force
from tinhgon.ui import writing


def given_by_posts(users: Collection[int] | None, on: date) -> list[tuple[int, Given]]:
    """The roles that the posts of people who sign in (None: all of them) give on a day."""
    whose = {"officer__user__isnull": False} if users is None else {"officer__user__in": users}
    held = list(
        Assignment.objects.on(on)
        .filter(in_force(on, "post__placements__"), **whose)
        .values_list(
            "officer__user_id",
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
    table, reach = staffing().roles, Reach([row[3] for row in held], on)
    return [
        (user, Given(line.role, over, period.start, period.end, writing.title(titles)))
        for user, place, moved, _post, rank, kind, unit, titles, *days in held
        if (period := Period(*days[:2]).shared_with(Period(*days[2:])))
        for over in [reach.unit(place, days[0]) if moved else unit]
        for line in table
        if line.fits(rank, kind)
    ]
