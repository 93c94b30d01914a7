"""Inventing the apparatus of a place (tạo số liệu minh họa), all of it or nothing."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime

from django.utils import timezone

from tinhgon.audit.acts import act_alone
from tinhgon.audit.record import Actor, record
from tinhgon.domain.invention import INVENTED
from tinhgon.domain.invention.apparatus import TooFew, officer_prefix
from tinhgon.domain.invention.catalogue import Catalogue
from tinhgon.domain.invention.heads import heads
from tinhgon.domain.invention.inventing import Ground, Invention, invention
from tinhgon.domain.worktime.terms import months_after
from tinhgon.invented.reading import catalogue, ground, ground_of_heads
from tinhgon.invented.refusals import Refused
from tinhgon.invented.writing import folder_of, texts, write_staff
from tinhgon.registry.actions import Refused as FolderRefused
from tinhgon.registry.directory import directory
from tinhgon.registry.generic_form.checks import check_folder
from tinhgon.registry.generic_form.known import known
from tinhgon.registry.generic_form.tables import TooManyProblems
from tinhgon.registry.generic_form.writing import write_folder
from tinhgon.registry.models import Unit
from tinhgon.registry.revision import changed
from tinhgon.registry.seals import rows_recorded_at
from tinhgon.staff.models import Act, Movement, Officer, Placement
from tinhgon.staff.targets.actions import set_target

MOST_OFFICERS = 20_000


@act_alone
def invent(unit: Unit, *, by: Actor, on: date, officers: int, seed: str = "1") -> Mapping[str, int]:
    """Make up divisions, posts, people and books below an area from a day on; how many of each.

    The same seed, number and bodies give the same rows. Everything is marked as invented. Raises
    `Refused`, above all where anything stands here that was not invented.
    """
    if not 1 <= officers <= MOST_OFFICERS:
        raise Refused("too-many", most=MOST_OFFICERS)
    words = _catalogue()
    _ask(unit)
    built = _ground(unit, on, words)
    try:
        made = invention(built, words, officers, seed)
    except TooFew as few:
        raise Refused("too-few", least=few.least) from None
    at = timezone.now()
    counts = {"divisions": _write_divisions(unit, made, by, on, at)}
    counts |= write_staff(made, on, at, by.audit_name)
    facts = {"on": on, "officers": officers, "seed": seed, "counts": counts}
    target = f"unit:{unit.key}"
    record("apparatus.invented", by=by, target=target, at=at, rows=texts(made, on), **facts)
    _set_target(unit, words, by, on)
    return counts


@act_alone
def invent_heads(unit: Unit, *, by: Actor, on: date, seed: str = "1") -> Mapping[str, int]:
    """Make up who heads the committees of the areas below one, where nobody was; how many of each.

    Nothing is done where all have posts. Raises `Refused` where anything stands that is real.
    """
    words = _catalogue()
    _ask_invented()
    made = heads(ground_of_heads(unit.key, on, words), words, seed)
    if not made.seats:
        return {}
    at = timezone.now()
    counts = write_staff(made, on, at, by.audit_name)
    facts = {"on": on, "seed": seed, "counts": counts}
    target = f"unit:{unit.key}"
    record("apparatus.heads-invented", by=by, target=target, at=at, rows=texts(made, on), **facts)
    return counts


def _catalogue() -> Catalogue:
    code = directory().jurisdiction.code
    found = catalogue(code)
    if found is None:
        raise Refused("no-catalogue", given=code)
    return found


def _ask(unit: Unit) -> None:
    """Go on only where nothing real stands, and nothing was invented for the unit before."""
    _ask_invented()
    if Officer.objects.filter(key__startswith=officer_prefix(unit.key)).exists():
        raise Refused("invented-already", unit=unit.key)


def _ask_invented() -> None:
    """Go on only where nothing real stands."""
    real = {
        "officers": Officer.objects.filter(invented=False).count(),
        "posts": Placement.objects.filter(moved_from=None).exclude(reason=INVENTED).count(),
        "movements": Movement.objects.filter(act=Act.ALLOCATE, source_unit=None)
        .exclude(reason=INVENTED)
        .count(),
    }
    if any(real.values()):
        raise Refused("something-real", **real)


def _ground(unit: Unit, on: date, words: Catalogue) -> Ground:
    if directory().is_body(unit.key):
        raise Refused("not-an-area", unit=unit.key)
    built = ground(unit.key, on, words)
    if not built.departments and not built.areas:
        raise Refused("no-bodies", unit=unit.key, day=on)
    return built


def _write_divisions(unit: Unit, made: Invention, by: Actor, on: date, at: datetime) -> int:
    """Enter the divisions, checked as rows of a folder are."""
    if not made.divisions:
        return 0
    folder, register = folder_of(made, on), directory()
    with suppress(TooManyProblems):
        check_folder(folder, register.jurisdiction, known())
    if folder.problems:
        raise FolderRefused(folder.problems)
    counts = write_folder(folder, register.jurisdiction, at)
    changed()
    record(
        "registry.divisions-invented",
        by=by,
        target=f"unit:{unit.key}",
        at=at,
        rows=rows_recorded_at(at),
        counts=counts,
    )
    return counts["units"]


def _set_target(unit: Unit, words: Catalogue, by: Actor, on: date) -> None:
    goal = words.goal
    set_target(
        f"invented-{re.sub(r'[^a-z0-9]+', '-', unit.key.casefold())}",
        by=by,
        titles=goal.titles,
        counts=goal.counts,
        percent=goal.percent,
        base_day=on,
        due_day=months_after(on, 12 * goal.years),
        unit=unit,
        reason=INVENTED,
    )
