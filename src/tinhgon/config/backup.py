"""The whole database and the files of works in one file, and back: alike on both engines.

It is an archive (tar): the database first, as of one moment, then what its rows name. As content
is there before the row that names it, nothing is missing then. A database alone, as versions before
wrote it, is read as well.

The secret and the settings are not in it; docs/how-to/run-in-public.md says what else to keep.
"""

import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, cast

import click
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from django.utils.translation import gettext as _

from tinhgon.temporal.database import is_prepared
from tinhgon.ui.commands import REFUSED, fail
from tinhgon.ui.doors import PUBLIC
from tinhgon.work.files import keeping

BEGINNINGS = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}
"""How a database begins that each engine wrote."""

DATABASE, FILES = "database", "files"
"""What stands in the archive: the database, and a folder with the content of files."""


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write the database and the files of works into one file, while the site goes on."""
    if not is_prepared():
        fail(_("There is no database yet: nothing to write."), REFUSED)
    if file.exists():
        fail(_("%s is there already. Choose another name.") % file, REFUSED)
    if not os.access(file.parent, os.W_OK):
        fail(_("Nothing can be written to the folder %s.") % file.parent, REFUSED)
    os.umask(0o077)  # accounts are in it
    database, begun = _beside(file, "database"), _beside(file, "part")
    with _gone_afterwards(database, begun):
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(database)])
        else:
            _run("pg_dump", "--format=custom", "--no-owner", f"--file={database}")
        with tarfile.open(begun, "w") as archive:
            archive.add(database, DATABASE)
            for content in keeping.kept():
                with suppress(FileNotFoundError):  # removed meanwhile: then no row names it
                    archive.add(content, f"{FILES}/{content.name}")
        begun.rename(file)
    click.echo(_("Written: %s. Whoever has it has the register and the accounts.") % file)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Read all back from such a file, where there is no database; stop the site first."""
    is_archive = _is_archive(file)
    _refuse_other_engine(file, is_archive)
    if is_prepared() or _leftovers():
        fail(
            _(
                "There is a database already, and it is not written over. Move it away (with "
                "-wal and -shm, if they are there), or name another in DATABASE_URL."
            ),
            REFUSED,
        )
    os.umask(0o077)
    if not is_archive:
        _restore_database(file)
    else:
        database = keeping.incoming() / "database"
        with _gone_afterwards(database):
            _unpack(file, database)
            _restore_database(database)
    click.echo(_("Restored. Run `tinhgon doctor` to see whether all is well."))


def _is_archive(file: Path) -> bool:
    """Whether files of works may be in it, and not the database alone."""
    with file.open("rb") as opened:
        beginning = opened.read(16)
    is_database = any(beginning.startswith(one) for one in BEGINNINGS.values())
    return not is_database and tarfile.is_tarfile(file)


def _refuse_other_engine(file: Path, is_archive: bool) -> None:
    wanted = BEGINNINGS[connection.vendor]
    if is_archive:
        with tarfile.open(file) as archive:
            first = archive.next()
            is_ours = first is not None and first.name == DATABASE and first.isfile()
            beginning = _read(archive, first).read(len(wanted)) if first and is_ours else b""
    else:
        with file.open("rb") as opened:
            beginning = opened.read(len(wanted))
    if beginning != wanted:
        fail(
            _("%(file)s is not a backup of %(engine)s.")
            % {"file": file, "engine": connection.display_name},
            REFUSED,
        )


def _restore_database(file: Path) -> None:
    if connection.vendor == "sqlite":
        shutil.copyfile(file, str(connection.settings_dict["NAME"]))
    else:
        _run("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", str(file))


def _unpack(file: Path, database: Path) -> None:
    """Bring all files back, and write the database where it waits to be read."""
    try:
        with tarfile.open(file) as archive:
            _restore_files(archive)
            with _read(archive, archive.getmember(DATABASE)) as packed, database.open("wb") as out:
                shutil.copyfileobj(packed, out)
    except tarfile.TarError:
        fail(_("%s is broken: it ends too early. No database was written.") % file, REFUSED)


def _restore_files(archive: tarfile.TarFile) -> None:
    """Give every content its place by its own digest; nothing else of the archive is written."""
    for member in archive:
        place = PurePosixPath(member.name)
        if member.isfile() and place.parent.name == FILES:
            with _read(archive, member) as content:
                if not keeping.bring_back(content, place.name):
                    click.echo(_("Altered, and not brought back: %s.") % place.name, err=True)


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    return cast(IO[bytes], archive.extractfile(member))


def _beside(file: Path, ending: str) -> Path:
    """A name for what is there only while the backup is written."""
    return file.with_name(f".{file.name}.{os.getpid()}.{ending}")


@contextmanager
def _gone_afterwards(*files: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for file in files:
            file.unlink(missing_ok=True)


def _leftovers() -> bool:
    """Whether a journal lies where the database would be: it would be played into it."""
    connection.close()
    name = str(connection.settings_dict["NAME"])
    return any(Path(name + ending).exists() for ending in ("-wal", "-shm"))


def _run(program: str, *options: str) -> None:
    """Run a program of PostgreSQL's own on our database."""
    database, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    place = [*database[1:-1], f"--dbname={database[-1]}"]
    try:
        subprocess.run(
            [program, *place, *options], env=os.environ | (environment or {}), check=True
        )
    except FileNotFoundError:
        fail(_("%s is not installed; it comes with PostgreSQL's client programs.") % program)
    except subprocess.CalledProcessError as wrong:
        fail(_("%(program)s failed (%(code)s).") % {"program": program, "code": wrong.returncode})


for door in (backup, restore):
    door.permission = PUBLIC  # type: ignore[attr-defined]
