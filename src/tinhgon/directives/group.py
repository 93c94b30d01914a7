"""The group of commands of directives; those of a capability stand with it or beside it."""

import click


@click.group()
def directives() -> None:
    """Directives: conclusions, programmes of resolutions, instructions, and what they give."""
