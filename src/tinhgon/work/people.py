"""How those are called who have works: leaders by name, which is public, others by their post."""

from collections.abc import Collection
from datetime import date

from tinhgon.staff.models import Assignment, Basis, Particulars
from tinhgon.staff.posts.holders import LEADING
from tinhgon.temporal.models import in_force
from tinhgon.ui import writing


def called(officers: Collection[int], on: date) -> dict[int, str]:
    """What each officer is called on a day; two queries."""
    rows = (
        Assignment.objects.on(on)
        .filter(in_force(on, "post__placements__"), officer__in=officers)
        .exclude(basis=Basis.ACTING)
        .values_list(
            "officer_id",
            "officer__key",
            "post__placements__titles",
            "post__placements__rank",
        )
        .order_by("-basis", "pk")
    )
    posts = {officer: (key, writing.title(titles), rank) for officer, key, titles, rank in rows}
    leading = [officer for officer, (_key, _title, rank) in posts.items() if rank in LEADING]
    held = Particulars.objects.filter(officer__in=leading).values_list("officer_id", "name")
    names = dict(held)
    return {
        officer: f"{names.get(officer, key)}, {title}"
        for officer, (key, title, _r) in posts.items()
    }
