"""What may be done to the register: load, correct, say how a unit is reached."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tinhgon.audit.acts import act, act_alone
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.periods import Period
from tinhgon.registry.correcting import Correction
from tinhgon.registry.correcting import correct as correct_facts
from tinhgon.registry.generic_form.checks import NOTHING, Known, check_folder
from tinhgon.registry.generic_form.folder import Folder, read_folder
from tinhgon.registry.generic_form.tables import Problem, TooManyProblems
from tinhgon.registry.generic_form.writing import write_folder
from tinhgon.registry.models import Code, Contact, Register, Unit, Version
from tinhgon.registry.queries import jurisdiction
from tinhgon.registry.seals import rows_recorded_at

Progress = Callable[[str, int], None]


class Refused(Exception):
    """A folder that was not loaded, with everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(problems, key=lambda p: (p.file, p.line or 0, p.column or ""))


class OtherJurisdiction(Exception):
    """The register holds another jurisdiction; one installation keeps one."""

    def __init__(self, held: str, given: str) -> None:
        super().__init__(f"{held} is held, {given} was given")
        self.held, self.given = held, given


@dataclass(frozen=True)
class Loaded:
    """What a load wrote (or, as a rehearsal, would write): how many of each."""

    counts: Mapping[str, int]
    dry_run: bool


@act_alone
def load(
    path: Path,
    *,
    by: Actor,
    file: Mapping[str, Any],
    until: date | None = None,
    dry_run: bool = False,
    progress: Progress = lambda what, rows: None,
) -> Loaded:
    """Load a folder in the generic form, all of it or nothing (nạp sổ).

    `file` is the parsed jurisdiction file. With `until`, rows that begin on that day or later are
    left out and ends on that day or later are not yet known. Raises `Refused` with every problem,
    and `OtherJurisdiction` where the register already keeps another one.
    """
    wanted = read_jurisdiction(file)
    held = Register.objects.first()
    if held and held.jurisdiction["jurisdiction"] != wanted.code:
        raise OtherJurisdiction(held.jurisdiction["jurisdiction"], wanted.code)
    folder = _read(path, wanted.root, until, progress)
    _check(folder, wanted, _known() if held else NOTHING, progress)
    at = timezone.now()
    with transaction.atomic():
        progress("writing", len(folder.units))
        counts = write_folder(folder, wanted, at)
        _keep_register(held, file, folder)
        if dry_run:
            transaction.set_rollback(True)
    if not dry_run:
        record(
            "registry.loaded",
            by=by,
            target="register",
            at=at,
            rows=rows_recorded_at(at),
            counts=counts,
            until=until.isoformat() if until else None,
        )
    return Loaded(counts, dry_run)


@act
def serve_place(unit: Unit | None, *, by: Actor) -> None:
    """Make this unit the place that the installation serves; None serves the whole."""
    Register.objects.update(place=unit, revision=F("revision") + 1)
    record("registry.place-set", by=by, target="register", place=unit.key if unit else None)


@act
def correct(
    unit: Unit,
    *,
    by: Actor,
    reason: str,
    period: Period,
    facts: Mapping[str, Any],
    under: Instrument | None = None,
) -> Mapping[str, int]:
    """Correct what is registered of a unit over a period (đính chính), keeping what was known.

    `facts` are name, kind, code, parent (key), latitude, longitude, area_km2, those that were
    wrong; `under` is the instrument that says what is right. Raises `Uncorrectable`.
    """
    correction = Correction(unit=unit, facts=facts, period=period, reason=reason, instrument=under)
    at = timezone.now()
    counts = correct_facts(correction, jurisdiction(), at)
    changed()
    record(
        "registry.corrected",
        by=by,
        target=f"unit:{unit.key}",
        at=at,
        facts_given={name: str(value) for name, value in facts.items()},
        start=str(period.start or ""),
        end=str(period.end or ""),
        reason=reason,
        rows=rows_recorded_at(at),
    )
    return counts


@act
def set_contact(unit: Unit, *, by: Actor, on: date, contact: Mapping[str, str]) -> Contact | None:
    """Say how a unit is reached from a day on (cập nhật liên hệ); an empty contact ends the last.

    What was said before stays for the days before. A contact that begins on the same day is
    replaced. `contact` holds address, telephone, email, website, hours and source.
    """
    Contact.objects.filter(unit=unit, valid_from=on).delete()
    Contact.objects.on(on).filter(unit=unit).update(valid_to=on)
    new = Contact(unit=unit, valid_from=on, **contact) if any(contact.values()) else None
    if new:
        later = Contact.objects.filter(unit=unit, valid_from__gt=on).order_by("valid_from").first()
        new.valid_to = later.valid_from if later else None
        new.full_clean()
        new.save()
    changed()
    record("registry.contact-set", by=by, target=f"unit:{unit.key}", on=on.isoformat(), **contact)
    return new


def changed() -> None:
    """Tell every cache and browser that the register is not what it was."""
    Register.objects.update(revision=F("revision") + 1)


def _read(path: Path, root: str, until: date | None, progress: Progress) -> Folder:
    folder = Folder()
    try:
        folder = read_folder(path, root, settings.LOAD_LIMIT_MB, progress)
    except TooManyProblems as stopped:
        raise Refused(stopped.problems) from None
    if folder.problems:
        raise Refused(folder.problems)
    return folder.before(until) if until else folder


def _check(folder: Folder, wanted: Any, known: Known, progress: Progress) -> None:
    progress("checking", len(folder.units))
    with suppress(TooManyProblems):
        check_folder(folder, wanted, known)
    if folder.problems:
        raise Refused(folder.problems)


def _known() -> Known:
    units: dict[str, list[Period]] = {}
    codes: dict[str, list[tuple[str, Period]]] = {}
    held = Version.objects.known_at().values_list("unit__key", "valid_from", "valid_to")
    for key, start, end in held:
        units.setdefault(key, []).append(Period(start, end))
    borne = Code.objects.known_at().values_list("code", "unit__key", "valid_from", "valid_to")
    for code, key, start, end in borne:
        codes.setdefault(code, []).append((key, Period(start, end)))
    numbers = frozenset(Instrument.objects.values_list("number", flat=True))
    return Known(units, codes, numbers)


def _keep_register(held: Register | None, file: Mapping[str, Any], folder: Folder) -> None:
    if held is None:
        Register.objects.create(
            id=1, file=json.dumps(_plain(file)), coverage=folder.coverage, revision=1
        )
    else:
        changed()


def _plain(value: Any) -> Any:
    """A parsed file as JSON can hold it: days as ISO text."""
    if isinstance(value, Mapping):
        return {str(name): _plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_plain(member) for member in value]
    return value.isoformat() if isinstance(value, date) else value
