"""Entering the standard bodies of areas (lập cơ quan theo mô hình chuẩn), all of them or none."""

from contextlib import suppress
from datetime import date

from django.db import transaction
from django.utils import timezone

from tinhgon.audit.acts import act_alone
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.registry.actions import Loaded, Refused
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.generic_form.checks import check_folder
from tinhgon.registry.generic_form.known import known
from tinhgon.registry.generic_form.tables import TooManyProblems
from tinhgon.registry.generic_form.writing import write_folder
from tinhgon.registry.models import Unit
from tinhgon.registry.revision import changed
from tinhgon.registry.seals import rows_recorded_at
from tinhgon.registry.standard.generating import Generated
from tinhgon.temporal.bulk import collecting_later


@act_alone
def add_standard_bodies(
    under: Unit | None = None, *, by: Actor, until: date | None = None, dry_run: bool = False
) -> Loaded:
    """Enter the bodies that the law's standards give to an area and all below it, at all times.

    With `until`, only those that stand before that day, as before a reform that brings them along.
    Bodies that are registered already stay as they are; where nothing is new, nothing is written.
    Raises `Refused` with every problem, and then nothing is written either.
    """
    register = directory()
    with collecting_later():
        made = _made(register, under.key if under else None, until)
    at = timezone.now()
    if not made.folder.units:
        return Loaded({"units": 0}, dry_run)
    with transaction.atomic():
        counts = write_folder(made.folder, register.jurisdiction, at)
        changed()
        if dry_run:
            transaction.set_rollback(True)
    if not dry_run:
        record(
            "registry.standard-bodies-added",
            by=by,
            target=f"unit:{under.key}" if under else "register",
            at=at,
            rows=rows_recorded_at(at),
            counts=counts,
        )
    return Loaded(counts, dry_run)


def _made(register: Directory, under: str | None, until: date | None) -> Generated:
    numbers = frozenset(Instrument.objects.values_list("number", flat=True))
    made = Generated(register, numbers, until)
    made.add(key for key in register.areas if under is None or _is_below(register, key, under))
    if made.folder.units:
        with suppress(TooManyProblems):
            check_folder(made.folder, register.jurisdiction, known())
    if made.folder.problems:
        raise Refused(made.folder.problems)
    return made


def _is_below(register: Directory, key: str, under: str) -> bool:
    """Whether an area is another, or ever stood below it."""
    return any(
        under in {above.unit for above in register.path(entry)} for entry in register.entries[key]
    )
