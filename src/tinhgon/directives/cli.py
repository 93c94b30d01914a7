"""Directives on the command line."""

import click

from tinhgon.directives.committees.cli import committees


@click.group()
def directives() -> None:
    """Directives: steering committees, their plans and sessions."""


directives.add_command(committees)
