"""The group that the commands of the register belong to."""

from importlib import import_module

import click

MODULES = {
    "load": "keeping",
    "export": "keeping",
    "place": "keeping",
    "standard-bodies": "standing",
    "boundaries": "mapping",
    "mandates": "charging",
    "assign-mandate": "charging",
    "withdraw-mandate": "charging",
    "count": "asking",
    "lookup": "asking",
    "compare": "asking",
    "instruments": "asking",
    "add-instrument": "registering",
    "show": "showing",
    "correct": "changing",
    "contact": "changing",
}


class Lazy(click.Group):
    """A group that reads only the module of the command that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*MODULES]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in MODULES:
            import_module(f"tinhgon.registry.cli.{MODULES[name]}")
        return super().get_command(ctx, name)


@click.group(cls=Lazy)
def registry() -> None:
    """Units over time: load, count, look up, show, compare, correct, export."""
