"""Acts upon works and directives of the small world, each upon works of its own.

What an act leaves once it is committed is said beside it.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile

from tinhgon.audit.models import Entry
from tinhgon.directives.correspondence.actions import open_book
from tinhgon.directives.correspondence.exchange.actions import bring as bring_book
from tinhgon.directives.correspondence.exchange.reading import read as read_book
from tinhgon.directives.correspondence.exchange.tests.world import INCOMING, came
from tinhgon.directives.drafting import actions as drafting
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.models import Book, Direction, Directive
from tinhgon.registry.models import Unit
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.posts import actions as posts
from tinhgon.ui.actors import Operator
from tinhgon.work.bulk.actions import act_on
from tinhgon.work.carrying_out import Given, carry_out
from tinhgon.work.conftest import CLEAR, JUNE, Works, at
from tinhgon.work.exchange.actions import bring
from tinhgon.work.exchange.reading import read
from tinhgon.work.exchange.tests.world import csv, row
from tinhgon.work.models import Custody, Work
from tinhgon.work.standing import Standing

MORNING, NOON = at(3), at(3, hour=12)
TEXT = "Kết luận giao ban"
REPORTED = ("report", "sweep", "again")
SEVERAL = ("bulk-1", "bulk-2", "bulk-3")


@dataclass(frozen=True)
class Act:
    """What is done and told, and the moments at which it is killed: as `forked.die_at` has them.

    `leaves` are new rows by model, `recorded` new entries of the record by act.
    """

    do: Callable[[Works], str]
    moments: tuple[str, ...]
    leaves: Mapping[str, int]
    recorded: Mapping[str, int]


def _done(act: str, key: str, **given: Any) -> Callable[[Works], str]:
    """An act upon the work of a key, by the table through which every door goes."""

    def do(works: Works) -> str:
        typed = {name: value(works) if callable(value) else value for name, value in given.items()}
        standing = Standing(Work.objects.get(key=key))
        carry_out(act, standing, by=works.by, at=NOON, given=Given(**typed))
        return key

    return do


def _issued(works: Works) -> str:
    directive = Directive.objects.get()
    return drafting.issue(directive, by=works.by, at=NOON).key


def _accepted_together(works: Works) -> str:
    done = act_on(SEVERAL, by=works.by, at=NOON, act="accept", given=Given())
    return " ".join(work.key for work in done.done)


def _brought(works: Works) -> str:
    lines = [row(place, Hạn_hoàn_thành="2025-06-20", Đơn_vị_phối_hợp="TM") for place in range(20)]
    said = read(csv(lines), JUNE[3])
    return str(len(bring(said, by=works.by, at=NOON, giver=works.district).works))


def _book_brought(works: Works) -> str:
    lines = [came(serial, Chuyển_đến="TM") for serial in range(1, 21)]
    book = Book.objects.get()
    said = read_book(csv(lines, INCOMING), book)
    return str(len(bring_book(said, by=works.by, at=at(30), book=book).entries))


def report_on(key: str) -> Callable[[Works], str]:
    """A work is reported as done, with a file that shows it."""
    return _done("report", key, words="Đã xong", files=lambda _works: [proof(key)])


def proof(key: str) -> ContentFile:
    """The file that comes with the report of a work."""
    return ContentFile(f"Biên bản nghiệm thu {key}".encode(), "bien-ban.txt")


def digest(key: str) -> str:
    """Under which name that file is kept."""
    return hashlib.sha256(proof(key).read()).hexdigest()


ACTS: dict[str, Act] = {
    "issue a draft": Act(
        _issued,
        ("1", "3", "commit"),
        {"work": 3, "custody": 3, "term": 3, "event": 3},
        {"work.issued": 3, "directives.issued": 1},
    ),
    "accept": Act(_done("accept", "accept"), ("1", "commit"), {"event": 1}, {"work.accepted": 1}),
    "hand over": Act(
        _done("hand-over", "hand-over", unit=lambda works: works.tay_mo, words="Đúng địa bàn"),
        ("1", "commit"),
        {"custody": 1},
        {"work.handed-over": 1},
    ),
    "report with a file": Act(
        report_on("report"),
        ("1", "kept", "commit"),
        {"event": 1, "attachment": 1},
        {"work.reported": 1, "work.file-attached": 1},
    ),
    "split": Act(
        _done("split", "split", part=lambda works: works.order(title="Một phần")),
        ("1", "2", "commit"),
        {"work": 1, "custody": 1, "term": 1, "event": 1},
        {"work.issued": 1, "work.split": 1},
    ),
    "accept several": Act(_accepted_together, ("1", "commit"), {"event": 3}, {"work.accepted": 3}),
    "bring in works": Act(
        _brought,
        ("1", "2", "4", "commit"),
        {"work": 20, "custody": 20, "term": 20, "event": 20, "contributor": 20},
        {"work.issued": 20, "work.brought": 1},
    ),
    "bring in a book": Act(
        _book_brought,
        ("1", "2", "commit"),
        {"bookentry": 20, "forwarding": 20},
        {"correspondence.brought": 1},
    ),
}


def begin() -> None:
    """A work for each act that takes one, a draft with three tasks, and a book that is empty."""
    works = of_district()
    for key, unit in (("CB01", works.dai_mo), ("CB02", works.tay_mo)):
        _lead(key, unit, works.by)
    for key in ("accept", "hand-over", *REPORTED, "split", *SEVERAL):
        works.issue(key=key, when=at(2), due=JUNE[20])
    for key in (*REPORTED, "split"):
        works.accept(Work.objects.get(key=key), when=MORNING)
    heading = Heading(title=TEXT, day=JUNE[2], template="six", clarities=CLEAR)
    draft = drafting.draft(works.district, heading=heading, by=works.by, at=MORNING)
    said = {"product": "Báo cáo", "leads": [works.dai_mo], "due": JUNE[20]}
    for place in range(3):
        drafting.add(draft, wanted=Wanted(title=f"Việc {place}", **said), by=works.by)
    book = {"unit": works.dai_mo, "direction": Direction.INCOMING, "year": 2025}
    open_book("Chung", by=works.by, at=MORNING, **book)


def of_district() -> Works:
    """Works of Nam Từ Liêm, given by whoever runs commands."""
    units = {unit.key: unit for unit in Unit.objects.all()}
    people: Any = None
    return Works(people, units["D019"], units["DM"], units["TM"], Operator("test"))


def look() -> dict[str, list[Any]]:
    """All rows of works and of directives by model, and the record of acts."""
    models = [*apps.get_app_config("work").get_models()]
    models += apps.get_app_config("directives").get_models()
    rows = {one._meta.model_name: [*one.objects.order_by("pk").values_list()] for one in models}
    return {**rows, "recorded": [*Entry.objects.order_by("pk").values_list("act", flat=True)]}


def grown(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> dict[str, int]:
    """How many rows are new, by model."""
    more = {name: len(rows) - len(before[name]) for name, rows in after.items()}
    return {name: count for name, count in more.items() if count and name != "recorded"}


def recorded(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> Counter[str]:
    """What the record has now and had not."""
    return Counter(after["recorded"][len(before["recorded"]) :])


def not_held_by_one() -> list[str]:
    """Works that at some instant nobody has, or two: each row of custody begins where one ends.

    The first says that it was issued, each later one from whom it came.
    """
    held: dict[str, list[tuple[Any, ...]]] = {
        key: [] for key in Work.objects.values_list("key", flat=True)
    }
    rows = Custody.objects.order_by("work", "start").values_list("work__key", "came_from", "unit")
    for key, came_from, unit in rows:
        held[key].append((came_from, unit))
    return [key for key, stays in held.items() if not _follow_each_other(stays)]


def _follow_each_other(stays: list[tuple[Any, ...]]) -> bool:
    units = [unit for _came_from, unit in stays]
    return bool(stays) and [came_from for came_from, _unit in stays] == [None, *units[:-1]]


def _lead(key: str, unit: Unit, by: Operator) -> None:
    """Somebody leads a unit."""
    born = date(1971, 3, 31)
    person = officers.enter(key, by=by, name=key, born=born, retires_as="women", invented=True)
    titles, new_year = {"vi": "Chủ tịch", "en": "Chair"}, date(2025, 1, 1)
    alike = {"titles": titles, "kind": "civil-servant", "rank": "head"}
    post = posts.set_up(f"{key}-chair", by=by, unit=unit, on=new_year, **alike)
    posts.assign(person, by=by, post=post, on=new_year)
