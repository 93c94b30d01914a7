"""The group that the commands of staff belong to."""

from importlib import import_module

import click

MODULES = {
    "balance": "asking",
    "movements": "asking",
    "allocate": "moving",
    "give-back": "moving",
    "lapse": "moving",
    "transfer": "moving",
    "freeze": "moving",
    "thaw": "moving",
    "reverse": "moving",
    "targets": "targets",
    "import": "exchange",
    "export": "exchange",
}


class Lazy(click.Group):
    """A group that reads only the module of the command that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*MODULES]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in MODULES:
            import_module(f"tinhgon.staff.cli.{MODULES[name]}")
        return super().get_command(ctx, name)


@click.group(cls=Lazy)
def staff() -> None:
    """Posts and people: the ledger of posts, officers, who is assigned to what, targets."""
