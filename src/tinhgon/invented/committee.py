"""Inventing a steering committee (ban chỉ đạo minh họa): its members, plan of the year, sessions.

The catalogue names them; each act is done on its day, counted from that of the demonstration.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.utils.timezone import get_default_timezone, localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor
from tinhgon.directives.committees import actions
from tinhgon.directives.committees.meeting import actions as meeting
from tinhgon.directives.committees.meeting.actions import Point
from tinhgon.directives.committees.planning import actions as planning
from tinhgon.directives.committees.planning.lines import State
from tinhgon.directives.committees.planning.proposal import proposed
from tinhgon.directives.models import Committee, Member, PlanItem
from tinhgon.domain.invention import INVENTED
from tinhgon.invented.days import in_year, instant
from tinhgon.registry.instrument.actions import register_instrument
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.staff.posts.heads import heads

CATALOGUE = Path(__file__).with_name("vn_committee.yaml")


@act
def invent_committee(unit: Unit, *, by: Actor, on: date) -> Committee:
    """Make up a committee in the name of a unit, as it stands on a day, and what it has done.

    Members are those who head other units on the day on which it was set up. Nothing is done where
    the unit has a committee: it is that one.
    """
    held = Committee.objects.filter(units__unit=unit).order_by("pk").first()
    if held:
        return held
    return _Making(yaml.safe_load(CATALOGUE.read_text(encoding="utf-8")), unit, by, on).made()


class _Making:
    """A committee of the catalogue, made step by step."""

    def __init__(self, said: Mapping[str, Any], unit: Unit, by: Actor, on: date) -> None:
        self.said, self.unit, self.by, self.on = said, unit, by, on
        self.units = {one.key: one for one in Unit.objects.filter(key__in=_named(said))}

    def made(self) -> Committee:
        self._set_up()
        self.members = self._members()
        self.items = self._plan()
        for one in self.said["sessions"]:
            self._session(one)
        for item, one in zip(self.items, self.said["plan"], strict=True):
            FATES[one["fate"]](self, item, one)
        self._next_plan()
        return self.committee

    # --- Who --------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        decision, day = self.said["decision"], self.on + timedelta(days=self.said["set_up"])
        day = min(day, date(self.on.year - 1, 12, 1))
        self.under = register_instrument(
            decision["number"],
            by=self.by,
            on=day,
            titles=decision["titles"],
            issued=day,
            in_force=day,
            source=INVENTED,
        )
        self.committee = actions.set_up(
            self.said["key"],
            by=self.by,
            titles=self.said["titles"],
            unit=self.unit,
            office=self.units[self.said["office"]],
            under=self.under,
            on=day,
            invented=True,
        )

    def _members(self) -> dict[str, Member]:
        """By their names in the catalogue those who are there: not whoever should head a unit."""
        on = self.committee.valid_from
        assert on
        led = {one["of"] for one in self.said["members"].values() if "of" in one}
        keys = {unit: head.officer for unit, head in heads(led, on).items() if head.officer}
        officers = {one.key: one for one in Officer.objects.filter(key__in=keys.values())}
        return {
            name: self._member(one, on, officers.get(keys.get(one.get("of", ""), "")))
            for name, one in self.said["members"].items()
            if "of" not in one or one["of"] in keys
        }

    def _member(self, said: Mapping[str, Any], on: date, officer: Officer | None) -> Member:
        return actions.appoint(
            self.committee,
            by=self.by,
            role=said["role"],
            on=on,
            officer=officer,
            name=said.get("name", ""),
            position=said.get("position", ""),
            looks_after=said["looks_after"],
            units=[self.units[key] for key in said.get("units", ())],
            under=self.under,
        )

    # --- Plans ------------------------------------------------------------------------------------

    def _plan(self) -> list[PlanItem]:
        """The plan of the year, drafted and adopted in the December before."""
        year = self.on.year
        drafted, adopted = date(year - 1, 12, 10), date(year - 1, 12, 20)
        items = [
            self._item(one, year, instant(drafted, 9), **self._due(one["due"], "daily" in one))
            for one in self.said["plan"]
        ]
        plan = self.committee.plans.get(year=year)
        planning.adopt(plan, by=self.by, at=instant(adopted, 9), on=adopted)
        return items

    def _item(self, said: Mapping[str, Any], year: int, at: datetime, **when: Any) -> PlanItem:
        return planning.add(
            self.committee,
            by=self.by,
            at=at,
            year=year,
            what=said["what"],
            product=said["product"],
            member=self.members.get(said["member"]),
            unit=self.units[said["unit"]],
            recurring=said.get("recurring", False),
            **when,
        )

    def _due(self, days: int, daily: bool = False) -> dict[str, Any]:
        day = in_year(self.on, days)
        return {"day": day} if daily else {"month": day.month}

    def _next_plan(self) -> None:
        year, at = self.on.year, instant(self.on, 8)
        found = proposed(self.committee, year, localdate(at))
        chosen = [one for one in found if one.line.item.recurring or one.line.state is State.LATE]
        items = [one.line.item.pk for one in chosen]
        planning.carry_over(self.committee, by=self.by, at=at, year=year, items=items)
        for said in self.said["next_plan"]:
            self._item(said, year + 1, at, month=said["month"])

    # --- Sessions ---------------------------------------------------------------------------------

    def _session(self, said: Mapping[str, Any]) -> None:
        """A session; it was held if its day has come, and then its planned items are done."""
        planned = any("planned" in one for one in said["agenda"])
        day = self.on + timedelta(days=said["day"])
        is_past = day < self.on
        if is_past and planned:
            day = in_year(self.on, said["day"])
        when = datetime.combine(day, time(14), tzinfo=get_default_timezone())
        made = meeting.call(
            self.committee,
            by=self.by,
            at=instant(day + timedelta(days=said["called"] - said["day"]), 9),
            when=instant(day, 14) if is_past else when,
            place=said["place"],
            agenda=[self._point(one) for one in said["agenda"]],
        )
        if is_past:
            away = {*said["stood_in"], *said.get("away", ())}
            meeting.hold(
                made,
                by=self.by,
                at=instant(day, 17),
                attended={one.pk for name, one in self.members.items() if name not in away},
                stood_in={
                    self.members[name].pk: words
                    for name, words in said["stood_in"].items()
                    if name in self.members
                },
                dealt_with={*made.agenda.values_list("pk", flat=True)},
            )

    def _point(self, said: Mapping[str, Any]) -> Point:
        if "planned" not in said:
            return Point(said["title"])
        item = self.items[said["planned"] - 1]
        return Point(item.what, item)


def _named(said: Mapping[str, Any]) -> set[str]:
    """The keys of all units that the catalogue names."""
    looked_after = [key for one in said["members"].values() for key in one.get("units", ())]
    return {
        said["office"],
        *looked_after,
        *(one["unit"] for one in (*said["plan"], *said["next_plan"])),
    }


# --- What becomes of an item of the plan ----------------------------------------------------------


def _open(making: _Making, item: PlanItem, said: Mapping[str, Any]) -> None:
    """Nothing yet."""


def _done(making: _Making, item: PlanItem, said: Mapping[str, Any]) -> None:
    on = min(in_year(making.on, said["then"]), making.on)
    planning.note_done(item, by=making.by, at=instant(on, 16), on=on, words=said["words"])


def _entrusted(making: _Making, item: PlanItem, said: Mapping[str, Any]) -> None:
    """By whoever it is entrusted to it is done when it is due."""
    to, at = making.members.get(said["to"]), instant(in_year(making.on, said["then"]), 10)
    if to:
        planning.entrust(item, by=making.by, at=at, member=to, reason=said["words"])
    _done(making, item, {"then": said["due"], "words": f"Đã hoàn thành: {said['product']}."})


def _moved(making: _Making, item: PlanItem, said: Mapping[str, Any]) -> None:
    at = instant(in_year(making.on, said["then"]), 10)
    to = making._due(said["to"])
    planning.move(item, by=making.by, at=at, reason=said["words"], **to)


def _dropped(making: _Making, item: PlanItem, said: Mapping[str, Any]) -> None:
    at = instant(in_year(making.on, said["then"]), 10)
    planning.drop(item, by=making.by, at=at, reason=said["words"])


FATES: dict[str, Callable[[_Making, PlanItem, Mapping[str, Any]], None]] = {
    "open": _open,
    "late": _open,
    "session": _open,
    "done": _done,
    "entrusted": _entrusted,
    "moved": _moved,
    "dropped": _dropped,
}
"""What becomes of an item, by its name in the catalogue; a session does what is on its agenda."""
