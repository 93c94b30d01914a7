"""`tinhgon doctor`: what is right and wrong with an installation, and what to do about it.

One function a thing; `MACHINE` and `DATABASE` name them in the order they are told. What needs a
database of this version is looked at only where there is one.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import Tags, run_checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, override

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.registry.models import Register
from tinhgon.temporal.database import is_prepared, left_to_migrate
from tinhgon.temporal.guards import missing
from tinhgon.ui.commands import FAILED, json_option, say
from tinhgon.ui.doors import PUBLIC

OLDEST_PYTHON = (3, 11)
ROOM_MB = 500
"""Below this much free space a reform, which writes much at once, may find no room."""


@dataclass(frozen=True)
class Seen:
    """One thing as it was found: what it is like, and what to do where it is not well."""

    thing: str
    says: Promise
    do: Promise | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_well(self) -> bool:
        return self.do is None

    def words(self) -> str:
        """The finding in the reader's language, and what to do."""
        sentences = [str(self.says) % self.facts]
        return " ".join(sentences if self.do is None else [*sentences, str(self.do)])

    def document(self) -> dict[str, Any]:
        """The finding for programs, with its words in both languages."""
        words = {}
        for language in ("vi", "en"):
            with override(language):
                words[language] = self.words()
        return {"thing": self.thing, "ok": self.is_well, "says": words}


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """Look at every part of the installation and say what to do; leaves with 1 if need be."""
    found = list(examine())
    if as_json:
        say({"ok": all(seen.is_well for seen in found), "things": [s.document() for s in found]})
    for seen in found if not as_json else ():
        click.echo(f"{'✓' if seen.is_well else '✗'} {seen.words()}")
    if not all(seen.is_well for seen in found):
        sys.exit(FAILED)


doctor.permission = PUBLIC  # type: ignore[attr-defined]


def examine() -> Iterator[Seen]:
    """Everything that is looked at."""
    for look in MACHINE:
        yield look()
    reached = database()
    yield reached
    if reached.is_well:
        yield (tables := migrations())
        for look in DATABASE if tables.is_well else ():
            yield look()


def python() -> Seen:
    """The version of Python."""
    facts = {"version": ".".join(str(part) for part in sys.version_info[:3])}
    do = gettext_lazy("Install Python 3.11 or later, remove .venv and run `make demo`.")
    old = sys.version_info < OLDEST_PYTHON
    return Seen("python", gettext_lazy("Python %(version)s."), do if old else None, facts)


def assets() -> Seen:
    """The front-end packages, without which pages are plain."""
    if finders.find("vendor/govuk-frontend.css"):
        return Seen("assets", gettext_lazy("Styles and fonts are built."))
    return Seen(
        "assets",
        gettext_lazy("Styles and fonts are not built; pages are plain."),
        gettext_lazy("Run `make assets`."),
    )


def catalogues() -> Seen:
    """The compiled sentences of each language."""
    written = [po for folder in settings.LOCALE_PATHS for po in Path(folder).rglob("*.po")]
    if all(_is_compiled(po) for po in written):
        return Seen("catalogues", gettext_lazy("Both languages are compiled."))
    return Seen(
        "catalogues",
        gettext_lazy("A language is not compiled, or older than its sentences."),
        gettext_lazy("Run `.venv/bin/python -m tools.messages compile`."),
    )


def disk() -> Seen:
    """Room where the data is kept."""
    free = shutil.disk_usage(_existing(Path(settings.HOME))).free // 1_000_000
    do = gettext_lazy("Make room there before the next reform or backup.")
    says = gettext_lazy("%(free)s MB are free where data is kept.")
    return Seen("disk", says, do if free < ROOM_MB else None, {"free": free})


def public() -> Seen:
    """What a site that is served to the world must have."""
    if not settings.PUBLIC:
        return Seen("public", gettext_lazy("Served to this machine only (TINHGON_PUBLIC is off)."))
    found = run_checks(tags=[Tags.security], include_deployment_checks=True)
    wrongs = [str(wrong.msg) for wrong in found]
    if "console" in settings.EMAIL_BACKEND:
        wrongs.append("EMAIL_URL")
    if wrongs:
        return Seen(
            "public",
            gettext_lazy("Served to the world, and not safely: %(wrongs)s."),
            gettext_lazy("See docs/how-to/run-in-public.md."),
            {"wrongs": "; ".join(wrongs)},
        )
    return Seen("public", gettext_lazy("Served to the world, over HTTPS only."))


def database() -> Seen:
    """The database: reachable, there, and writable."""
    facts = {"engine": connection.display_name}
    try:
        if not is_prepared():
            return Seen(
                "database",
                gettext_lazy("There is no database yet."),
                gettext_lazy("Run `tinhgon demo`, or `tinhgon migrate` for an empty register."),
            )
        _write_and_forget()
    except DatabaseError as wrong:
        return Seen(
            "database",
            gettext_lazy("%(engine)s cannot be read or written: %(why)s."),
            gettext_lazy("Look at DATABASE_URL, at the server and at who may write."),
            facts | {"why": str(wrong).strip().splitlines()[0]},
        )
    return Seen("database", gettext_lazy("%(engine)s is reachable and writable."), facts=facts)


def migrations() -> Seen:
    """The tables are those of this version."""
    left = left_to_migrate()
    if left:
        says = gettext_lazy("The database is older than the program: %(left)s steps are left.")
        return Seen("migrations", says, gettext_lazy("Run `tinhgon migrate`."), {"left": left})
    return Seen("migrations", gettext_lazy("The tables are those of this version."))


def guards() -> Seen:
    """The constraints of our own."""
    gone = ", ".join(guard.name for _model, guard in missing(DEFAULT_DB_ALIAS))
    if gone:
        says = gettext_lazy("The database has lost constraints: %(gone)s.")
        do = gettext_lazy("Run `tinhgon migrate`, which makes them anew.")
        return Seen("guards", says, do, {"gone": gone})
    return Seen("guards", gettext_lazy("All constraints are in the database."))


def register() -> Seen:
    """The register that is kept here."""
    kept = Register.objects.first()
    if kept is None:
        do = gettext_lazy("Run `tinhgon demo`, or `tinhgon registry load` with your own.")
        return Seen("register", gettext_lazy("Nothing is registered yet."), do)
    says = gettext_lazy("The register of %(name)s stands at revision %(revision)s.")
    return Seen("register", says, facts={"name": str(kept), "revision": kept.revision})


def record() -> Seen:
    """The record of acts: its chains, without the rows behind them."""
    broken = sum(1 for _fault in verify(rows=False))
    if broken:
        says = gettext_lazy("The record of acts does not hold: %(broken)s faults.")
        do = gettext_lazy("Run `tinhgon audit verify` and keep a copy of the database as it is.")
        return Seen("record", says, do, {"broken": broken})
    says = gettext_lazy("The record of acts holds: %(count)s entries.")
    return Seen("record", says, facts={"count": Entry.objects.count()})


MACHINE: tuple[Callable[[], Seen], ...] = (python, assets, catalogues, disk, public)
DATABASE: tuple[Callable[[], Seen], ...] = (guards, register, record)


def _is_compiled(written: Path) -> bool:
    compiled = written.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime >= written.stat().st_mtime


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def _write_and_forget() -> None:
    """Write something and take it back: whether a transaction may write is known only so."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute('CREATE TABLE "doctor_was_here" (id integer)')
        transaction.set_rollback(True)
