"""The page of a unit: how it stands on a day, its time, where it came from and where it went."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.registry.bearers import bearers
from tinhgon.registry.contact.reached import reached
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.facts.recorded import Fact, corrections, facts_of, known
from tinhgon.registry.facts.words import told
from tinhgon.registry.models import Unit
from tinhgon.registry.naming import level_title, unit_url
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.unit.bodies import UnitBodies
from tinhgon.registry.unit.event_picture import draw, drawn, label
from tinhgon.registry.unit.events import Event, events_in, events_out
from tinhgon.registry.unit.lane_picture import picture
from tinhgon.registry.unit.lanes import Course, line
from tinhgon.registry.unit.portrait import Portrait, sources_begin
from tinhgon.registry.unit.standing import Standing
from tinhgon.registry.unit.timeline import Timeline, instruments_of
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked, asked
from tinhgon.ui.doors import public
from tinhgon.ui.errors import NotHere
from tinhgon.ui.panels import panels
from tinhgon.ui.spreadsheets import TABLES, download


@public
def unit(request: HttpRequest, key: str) -> HttpResponseBase:
    """The page; with `?format=` everything that was ever true of the unit, as a table."""
    question = asked(request)
    subject, register = unit_known(key, question)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"unit-{key}", *_table(key, question), kind)
    facts = facts_of([member.key for member in line(register, key)])
    course = Course(register, key, question, tuple(known(facts, question.known_at)))
    standing = Standing(course)
    context = {
        "asked": question,
        "key": key,
        "standing": standing,
        "kicker": level_title(register.jurisdiction, standing.entry.level),
        "bodies": UnitBodies(standing),
        "portrait": Portrait(standing, tuple(f for f in course.facts if f.unit == key)),
        "sources_begin": sources_begin(register.coverage, standing.path, question.on),
        "contact": reached(key, question.on),
        "corrections": list(_corrections(register, key, facts, question)),
        "may": _may(request, key),
        "panels": panels("unit", request, subject, asked=question),
        **_time(course),
        **_events(register, key, question),
    }
    return render(request, "registry/unit.html", context)


def unit_known(key: str, question: Asked) -> tuple[Unit, Directory]:
    """A unit and what was known of all, or 404 with what else to look at."""
    register = directory(question.known_at)
    subject = Unit.objects.filter(key=key).first()
    if subject is None:
        found = bearers(key, question.known_at, register.jurisdiction)
        raise NotHere(
            _("The register knows no unit “%s”.") % key,
            [
                (unit_url(one.key), one.name, writing.period(one.period.start, one.period.end))
                for one in found
            ],
        )
    if key not in register.entries:
        sentence = _("The register did not know this unit yet (%s).")
        now = directory()
        raise NotHere(
            sentence % writing.moment(question.known_at),
            [(unit_url(key), now.full_name(now.latest(key)), _("as known today"))],
        )
    return subject, register


def _time(course: Course) -> dict[str, Any]:
    """The lanes, the same in words, and the instruments that all of it rests on."""
    instruments = instruments_of(course)
    timeline = Timeline(course, {one.pk: one for one in instruments})
    return {
        "lanes": picture(course.lanes, localdate(), course.asked.on),
        "has_others": len(course.line) > 1,
        "chapters": timeline.chapters,
        "instruments": instruments,
    }


def _events(register: Directory, key: str, question: Asked) -> dict[str, Any]:
    """What came in and what went out, each with its picture and its table."""
    return {
        "incoming": [_drawn(event) for event in events_in(register, key, question)],
        "outgoing": [_drawn(event) for event in events_out(register, key, question)],
    }


def _drawn(event: Event) -> dict[str, Any]:
    """An event with its picture, unless it is one way alone."""
    return {
        "event": event,
        "flow": draw(event) if len(event.edges) > 1 else None,
        "label": label(event),
        "undrawn": len(event.edges) - len(drawn(event)),
    }


def _corrections(
    register: Directory, key: str, facts: Iterable[Fact], question: Asked
) -> Iterator[dict[str, Any]]:
    """When and why the unit was corrected, with the page as it was known before."""
    for made in corrections(key, facts, question.known_at):
        yield {
            "at": made.at,
            "reason": made.reason,
            "told": told(made.differences, register),
            "before_url": unit_url(key, Asked(question.on, made.before)),
        }


def _may(request: HttpRequest, key: str) -> dict[str, bool]:
    """What the reader may do to the unit."""
    user: Any = request.user
    today = localdate()
    return {
        "correct": user.is_authenticated
        and user.may(RegistryPermission.CORRECT, unit=key, on=today),
        "contact": user.is_authenticated
        and user.may(RegistryPermission.CONTACT, unit=key, on=today),
    }


def _table(key: str, question: Asked) -> tuple[list[Any], Iterator[list[Any]]]:
    """Everything that was ever true of a unit, as known at the instant asked about."""
    facts = known(facts_of([key]), question.known_at)
    instruments = queries.instrument_numbers()
    return [*HEADER], _rows(facts, instruments)


HEADER = ("fact", "value", "start", "end", "instrument", "recorded_from")


def _rows(facts: Iterable[Fact], instruments: dict[int, str]) -> Iterator[list[Any]]:
    for fact in facts:
        yield [
            fact.about,
            str(fact.value),
            *(day.isoformat() if day else "" for day in (fact.period.start, fact.period.end)),
            instruments.get(fact.instrument or 0, ""),
            fact.recorded_from.isoformat(),
        ]
