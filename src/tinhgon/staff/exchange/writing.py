"""New officers, posts and assignments written in a few statements, however many."""

from tinhgon.registry.models import Unit
from tinhgon.staff.exchange.checks import Wanted
from tinhgon.staff.models import Assignment, Officer, Particulars, Placement, Post

BATCH = 2000


def write(found: Wanted) -> list[str]:
    """Write what is wanted; gives a text for each row, by which the record knows it."""
    _officers(found)
    _posts(found)
    _assignments(found)
    return [
        *(f"officer|{row.key}" for row in found.officers),
        *(f"post|{row.key}|{row.unit}|{row.period.start}" for row in found.posts),
        *(
            f"assignment|{row.officer}|{row.post}|{row.basis}|{row.period.start}"
            for row in found.assignments
        ),
    ]


def _officers(found: Wanted) -> None:
    made = Officer.objects.bulk_create(
        [Officer(key=row.key, invented=row.invented) for row in found.officers], BATCH
    )
    Particulars.objects.bulk_create(
        [
            Particulars(officer=officer, name=row.name, born=row.born, retires_as=row.retires_as)
            for officer, row in zip(made, found.officers, strict=True)
        ],
        BATCH,
    )


def _posts(found: Wanted) -> None:
    units = dict(
        Unit.objects.filter(key__in={r.unit for r in found.posts}).values_list("key", "pk")
    )
    made = Post.objects.bulk_create([Post(key=row.key) for row in found.posts], BATCH)
    Placement.objects.bulk_create(
        [
            Placement(
                post=post,
                unit_id=units[row.unit],
                titles=dict(row.titles),
                staff_kind=row.kind,
                rank=row.rank,
                valid_from=row.period.start,
                valid_to=row.period.end,
                instrument_id=row.instrument,
            )
            for post, row in zip(made, found.posts, strict=True)
        ],
        BATCH,
    )


def _assignments(found: Wanted) -> None:
    officers = dict(Officer.objects.values_list("key", "pk"))
    posts = dict(Post.objects.values_list("key", "pk"))
    Assignment.objects.bulk_create(
        [
            Assignment(
                officer_id=officers[row.officer],
                post_id=posts[row.post],
                basis=row.basis,
                valid_from=row.period.start,
                valid_to=row.period.end,
                instrument_id=row.instrument,
                reason=row.reason,
            )
            for row in found.assignments
        ],
        BATCH,
    )
