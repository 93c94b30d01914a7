"""Commands for whoever runs the installation."""

import os
import sys

import click
from django.core.management import call_command

from tinhgon.ui.commands import fail
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
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """Serve the site."""
    call_command("collectstatic", verbosity=0, interactive=False)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    os.execv(
        sys.executable,
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi"),
            *("--host", host, "--port", str(port), "--workers", str(workers)),
            *("--blocking-threads", "4", "--no-access-log", "tinhgon.config.wsgi:application"),
        ],
    )


@click.command()
def doctor() -> None:
    """Look for what is wrong with the installation and say what to do."""
    try:
        call_command("check", databases=["default"])
    except SystemExit:
        fail("")


for door in (migrate, django, serve, doctor):
    door.permission = PUBLIC  # type: ignore[attr-defined]
