"""The whole database in one file, and back: the same two commands on both engines.

The secret and the settings are not in it; docs/how-to/run-in-public.md says what else to keep.
"""

import os
import shutil
import subprocess
from pathlib import Path

import click
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from django.utils.translation import gettext as _

from tinhgon.temporal.database import is_prepared
from tinhgon.ui.commands import REFUSED, fail
from tinhgon.ui.doors import PUBLIC

BEGINNINGS = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}
"""How a backup of each engine begins."""


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write the whole database into one file, as of one moment, while the site goes on."""
    if not is_prepared():
        fail(_("There is no database yet: nothing to write."), REFUSED)
    if file.exists():
        fail(_("%s is there already. Choose another name.") % file, REFUSED)
    if not os.access(file.parent, os.W_OK):
        fail(_("Nothing can be written to the folder %s.") % file.parent, REFUSED)
    os.umask(0o077)  # accounts are in it
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(file)])
    else:
        _run("pg_dump", "--format=custom", "--no-owner", f"--file={file}")
    click.echo(_("Written: %s. Whoever has it has the register and the accounts.") % file)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Read a database back from such a file, where there is none; stop the site first."""
    _refuse_other_engine(file)
    if is_prepared() or _leftovers():
        fail(
            _(
                "There is a database already, and it is not written over. Move it away (with "
                "-wal and -shm, if they are there), or name another in DATABASE_URL."
            ),
            REFUSED,
        )
    os.umask(0o077)
    if connection.vendor == "sqlite":
        shutil.copyfile(file, str(connection.settings_dict["NAME"]))
    else:
        _run("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", str(file))
    click.echo(_("Restored. Run `tinhgon doctor` to see whether all is well."))


def _refuse_other_engine(file: Path) -> None:
    beginning = BEGINNINGS[connection.vendor]
    with file.open("rb") as opened:
        if opened.read(len(beginning)) != beginning:
            fail(
                _("%(file)s is not a backup of %(engine)s.")
                % {"file": file, "engine": connection.display_name},
                REFUSED,
            )


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
