"""What may be done to the register: load, correct, say how a unit is reached."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unicodedata import normalize

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.audit.acts import act, act_alone
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import Jurisdiction, read_jurisdiction
from tinhgon.domain.lookup import Index
from tinhgon.domain.periods import Period
from tinhgon.domain.staffing import read_staffing
from tinhgon.domain.work.clarities import read_working
from tinhgon.registry.contact.reached import contacts_of
from tinhgon.registry.correction.correcting import Correction
from tinhgon.registry.correction.correcting import correct as correct_facts
from tinhgon.registry.facts.recorded import Difference, differences, facts_known
from tinhgon.registry.generic_form.checks import NOTHING, Known, check_folder
from tinhgon.registry.generic_form.folder import Folder, read_folder
from tinhgon.registry.generic_form.known import known
from tinhgon.registry.generic_form.tables import Problem, TooManyProblems
from tinhgon.registry.generic_form.writing import write_folder
from tinhgon.registry.models import Contact, Register, Unit, Version
from tinhgon.registry.queries import jurisdiction
from tinhgon.registry.revision import changed
from tinhgon.registry.seals import rows_recorded_at
from tinhgon.registry.seen import contacts_seen
from tinhgon.temporal.bulk import collecting_later

Progress = Callable[[str, int], None]

CHANGED = gettext_lazy(
    "Somebody else has changed this contact since you looked at it. Look again: what they wrote is "
    "not overwritten."
)


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


class KindsMissing(Exception):
    """A jurisdiction file without kinds that units of the register have, as (level, kind)."""

    def __init__(self, missing: list[tuple[str, str]]) -> None:
        super().__init__(f"{len(missing)} kinds")
        self.missing = missing


@dataclass(frozen=True)
class Loaded:
    """What a load wrote (or, as a rehearsal, would write): how many of each.

    `unread` are the columns, as (file, column), that the generic form does not know.
    """

    counts: Mapping[str, int]
    dry_run: bool
    unread: tuple[tuple[str, str], ...] = ()


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

    `file` is the parsed jurisdiction file; it takes the place of the one held. With `until`, rows
    that begin on that day or later are left out and ends on that day or later are not yet known.
    Raises `Unreadable` for the jurisdiction file, `Refused` with every problem of the folder, and
    `OtherJurisdiction` or `KindsMissing` where the register already keeps something else.
    """
    wanted = read_jurisdiction(file)
    Index((), wanted)  # its members spelling and addresses are read there
    read_staffing(file)
    read_working(file)
    held = Register.objects.first()
    if held:
        _check_jurisdiction(held, wanted)
    with collecting_later():
        folder = _read(path, wanted.root, until, progress)
        _check(folder, wanted, known() if held else NOTHING, progress)
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
    return Loaded(counts, dry_run, tuple(folder.problems.unread))


@act
def serve_place(unit: Unit | None, *, by: Actor) -> None:
    """Make this unit the place that the installation serves; None serves the whole."""
    Register.objects.update(place=unit)
    changed()
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
    seen: str | datetime | None = None,
) -> Mapping[str, int]:
    """Correct what is registered of a unit over a period (đính chính), keeping what was known.

    `facts` are name, kind, code, parent (key), latitude, longitude, area_km2, those that were
    wrong; `under` is the instrument that says what is right. With `seen`, what `by` saw of the unit
    (`seen.facts_seen`) or, of a program, when it read it, what somebody else has changed since is
    not overwritten. Raises `Uncorrectable`.
    """
    _hold(unit)
    correction = Correction(
        unit=unit, facts=facts, period=period, reason=reason, instrument=under, seen=seen
    )
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
def rehearse(unit: Unit, *, by: Actor, **right: Any) -> list[Difference]:
    """What the register would say differently after a correction (thử trước); nothing is kept.

    The correction is made and undone. Takes what `correct` takes, and raises what it raises.
    """
    before = facts_known(unit.key, None)
    correct(unit, by=by, **right)
    after = facts_known(unit.key, None)
    transaction.set_rollback(True)
    return differences(before, after)


@act
def set_contact(
    unit: Unit, *, by: Actor, on: date, contact: Mapping[str, str], seen: str | None = None
) -> Contact | None:
    """Say how a unit is reached from a day on (cập nhật liên hệ); an empty contact ends the last.

    What was said before stays for the days before. A contact that begins on the same day is
    replaced; where it ended, there the new one ends. `contact` holds address, telephone, email,
    website, hours and source. With `seen`, what `by` saw (`seen.contacts_seen`), what somebody else
    has changed since is not overwritten. Raises `ValidationError` by the name of what is wrong.
    """
    _hold(unit)
    if seen is not None and seen != contacts_seen(contacts_of(unit.key)):
        raise ValidationError({NON_FIELD_ERRORS: ValidationError(CHANGED, code="changed-since")})
    stood = Version.objects.known_at().filter(unit=unit).in_order()
    if not stood.on(on).exists():
        raise ValidationError({"valid_from": _("The unit does not stand on that day.")})
    given = {name: normalize("NFC", value or "").strip() for name, value in contact.items()}
    said = {name: value for name, value in given.items() if value}
    own = Contact.objects.filter(unit=unit)
    held = own.on(on).first()
    later = own.filter(valid_from__gt=on).in_order().first()
    end = held.valid_to if held else later and later.valid_from
    own.filter(valid_from=on).delete()
    own.on(on).update(valid_to=on)
    new = Contact(unit=unit, valid_from=on, **said) if said else None
    if new:
        new.valid_to = end or stood.last().valid_to
        new.full_clean()
        new.save()
    changed()
    record("registry.contact-set", by=by, target=f"unit:{unit.key}", on=on.isoformat(), **said)
    return new


def _hold(unit: Unit) -> None:
    """Let one person at a time change a unit; SQLite has one writer anyway."""
    Unit.objects.select_for_update().get(pk=unit.pk)


def _check_jurisdiction(held: Register, wanted: Jurisdiction) -> None:
    code = held.jurisdiction["jurisdiction"]
    if code != wanted.code:
        raise OtherJurisdiction(code, wanted.code)
    used = Version.objects.order_by("level", "kind").values_list("level", "kind").distinct()
    levels = wanted.levels
    missing = [use for use in used if use[0] not in levels or use[1] not in levels[use[0]].kinds]
    if missing:
        raise KindsMissing(missing)


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


def _keep_register(held: Register | None, file: Mapping[str, Any], folder: Folder) -> None:
    kept = held or Register(id=1)
    said = {row.key: row for row in folder.coverage}
    kept.file = json.dumps(_plain(file))
    kept.coverage = [
        *(one for one in kept.coverage if one["unit"] not in said),
        *({"unit": key, "from": row.since.isoformat()} for key, row in said.items()),
    ]
    kept.save()
    changed()


def _plain(value: Any) -> Any:
    """A parsed file as JSON can hold it: days as ISO text."""
    if isinstance(value, Mapping):
        return {str(name): _plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_plain(member) for member in value]
    return value.isoformat() if isinstance(value, date) else value
