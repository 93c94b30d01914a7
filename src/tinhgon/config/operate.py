"""Commands for whoever runs the installation."""

import os
import shutil
import socket
import sys
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from tinhgon.temporal.database import is_prepared, left_to_migrate
from tinhgon.ui.commands import REFUSED, fail
from tinhgon.ui.doors import PUBLIC


@click.command()
def migrate() -> None:
    """Create the database, or bring it to this version; makes constraints anew."""
    call_command("migrate", verbosity=1, interactive=False)
    call_command("createcachetable", verbosity=0)


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def django(arguments: tuple[str, ...]) -> None:
    """Any command of Django's own, as manage.py would run it."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["tinhgon django", *arguments])


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", default=2, show_default=True, help="Processes that answer.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the site."""
    if not is_prepared():
        fail(
            _(
                "There is no database yet. Run `tinhgon demo` for the demonstration, or "
                "`tinhgon migrate` for an empty register."
            ),
            REFUSED,
        )
    if left_to_migrate():
        fail(_("The database is older than the program. Run `tinhgon migrate`."), REFUSED)
    _refuse_if_taken(host, port)
    call_command("collectstatic", verbosity=0, interactive=False)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_empty(settings.HOME / "metrics"))
    click.echo(_("Open http://%(host)s:%(port)s/ in a browser.") % {"host": host, "port": port})
    os.execv(
        sys.executable,
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi"),
            *("--host", host, "--port", str(port), "--workers", str(workers)),
            *("--blocking-threads", "4", "--no-access-log", "tinhgon.config.wsgi:application"),
        ],
    )


def _refuse_if_taken(host: str, port: int) -> None:
    """Leave with a sentence where the server could not listen."""
    try:
        family, kind, *_rest, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(address)
    except OSError as wrong:
        fail(
            _(
                "Nothing can listen on %(host)s, port %(port)s: %(why)s. Stop what does, or "
                "choose another port: `tinhgon serve --port %(next)s`."
            )
            % {"host": host, "port": port, "why": wrong.strerror, "next": port + 1},
            REFUSED,
        )


def _empty(folder: Path) -> Path:
    """A folder with nothing in it: what the workers of another run counted is not ours."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


for door in (migrate, django, serve):
    door.permission = PUBLIC  # type: ignore[attr-defined]
