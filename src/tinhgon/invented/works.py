"""Inventing directives with their works (việc minh họa): given, done in time or late, still open.

What becomes of each is named in the catalogue; days count back from the day of the demonstration.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor
from tinhgon.directives.drafting import actions as drafting
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.models import Directive, Session
from tinhgon.invented.days import instant
from tinhgon.registry.models import Unit
from tinhgon.work import actions
from tinhgon.work.custody import actions as custody
from tinhgon.work.models import Work

CATALOGUE = Path(__file__).with_name("vn_works.yaml")


@act
def invent_works(giver: Unit, *, by: Actor, on: date, sessions: Sequence[Session] = ()) -> int:
    """Make up directives of a unit up to a day, with their works; how many works there are.

    Of `sessions`, the first first, some end with one of them. Nothing is done where the unit has
    directives: the same day gives the same works.
    """
    if Directive.objects.filter(unit=giver).exists():
        return 0
    said = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))
    units = {unit.key: unit for unit in Unit.objects.filter(key__in=_named(said))}
    ends = dict(enumerate(sessions, 1))
    made = [
        _directive(one, said["clarities"], giver, units, by, on, ends.get(one.get("session", 0)))
        for one in said["directives"]
    ]
    return sum(made)


def _named(said: Mapping[str, Any]) -> set[str]:
    tasks = [task for one in said["directives"] for task in one["tasks"]]
    return {key for task in tasks for key in (task["lead"], *task.get("with", ()))}


def _directive(
    said: Mapping[str, Any],
    clarities: Mapping[str, str],
    giver: Unit,
    units: Mapping[str, Unit],
    by: Actor,
    on: date,
    session: Session | None,
) -> int:
    day = on - timedelta(days=said["ago"])
    heading = Heading(title=said["title"], kind=said["kind"], day=day, clarities=clarities)
    made = drafting.draft(giver, heading=heading, by=by, at=instant(day, 8), session=session)
    Directive.objects.filter(pk=made.pk).update(invented=True)
    for task in said["tasks"]:
        drafting.add(made, wanted=_wanted(task, day, units), by=by)
    drafting.issue(made, by=by, at=instant(day, 9))
    works = Work.objects.filter(task__directive=made).order_by("task__place")
    for work, task in zip(works, said["tasks"], strict=True):
        FATES[task["fate"]](_Life(work, day, day + timedelta(days=task["due"]), by, units))
    return len(works)


def _wanted(task: Mapping[str, Any], day: date, units: Mapping[str, Unit]) -> Wanted:
    return Wanted(
        title=task["what"],
        product=task["product"],
        leads=[units[task["lead"]]],
        contributors=[units[key] for key in task.get("with", ())],
        due=day + timedelta(days=task["due"]),
    )


class _Life:
    """What may become of a work, in days after it was given or around the day it is due."""

    def __init__(
        self, work: Work, given: date, due: date, by: Actor, units: Mapping[str, Unit]
    ) -> None:
        self.work, self.given, self.due, self.by, self.units = work, given, due, by, units

    def accept(self) -> None:
        actions.accept(self.work, by=self.by, at=instant(self.given + timedelta(days=1), 10))

    def report(self, after: int, words: str = "Đã hoàn thành, có sản phẩm kèm theo.") -> None:
        at = instant(self.due + timedelta(days=after), 15)
        actions.report(self.work, by=self.by, at=at, words=words)

    def confirm(self, after: int) -> None:
        actions.confirm(self.work, by=self.by, at=instant(self.due + timedelta(days=after), 16))


def _new(life: _Life) -> None:
    """Given, and nobody has accepted it."""


def _open(life: _Life) -> None:
    life.accept()


def _late(life: _Life) -> None:
    life.accept()
    at = instant(life.due - timedelta(days=1), 14)
    actions.comment(life.work, by=life.by, at=at, words="Còn thiếu số liệu của một số đơn vị.")


def _reported(life: _Life) -> None:
    life.accept()
    life.report(-1)


def _done(life: _Life) -> None:
    life.accept()
    life.report(-3)
    life.confirm(-1)


def _done_late(life: _Life) -> None:
    life.accept()
    life.report(4)
    life.confirm(6)


def _sent_back(life: _Life) -> None:
    life.accept()
    life.report(-8)
    at = instant(life.due - timedelta(days=6), 9)
    actions.send_back(life.work, by=life.by, at=at, reason="Chưa có ý kiến của đơn vị phối hợp.")
    life.report(1, "Đã bổ sung ý kiến của đơn vị phối hợp.")
    life.confirm(2)


def _extended(life: _Life) -> None:
    life.accept()
    asked, until = life.due - timedelta(days=5), life.due + timedelta(days=60)
    reason = "Khối lượng hồ sơ lớn hơn dự kiến."
    one = actions.ask_extension(life.work, by=life.by, on=asked, until=until, reason=reason)
    decided = life.due - timedelta(days=3)
    actions.decide_extension(one, by=life.by, on=decided, granted=True, answer="Đồng ý gia hạn.")


def _handed(life: _Life) -> None:
    at = instant(life.given + timedelta(days=2), 10)
    to, reason = life.units["P01.home-affairs"], "Thuộc chức năng của sở khác."
    custody.hand_over(life.work, by=life.by, at=at, unit=to, reason=reason)
    actions.accept(life.work, by=life.by, at=instant(life.given + timedelta(days=3), 10))


def _suspended(life: _Life) -> None:
    life.accept()
    at = instant(life.given + timedelta(days=8), 10)
    actions.suspend(life.work, by=life.by, at=at, reason="Chờ hướng dẫn chuyên môn.")


def _withdrawn(life: _Life) -> None:
    life.accept()
    at = instant(life.given + timedelta(days=20), 10)
    actions.withdraw(life.work, by=life.by, at=at, reason="Đã có nhiệm vụ khác thay thế.")


FATES: dict[str, Callable[[_Life], None]] = {
    "new": _new,
    "open": _open,
    "late": _late,
    "reported": _reported,
    "done": _done,
    "done-late": _done_late,
    "sent-back": _sent_back,
    "extended": _extended,
    "handed": _handed,
    "suspended": _suspended,
    "withdrawn": _withdrawn,
}
"""What becomes of a work, by its name in the catalogue."""
