"""The group that the commands of norms belong to."""

from importlib import import_module

import click

MODULES = {
    "run": "running",
    "list": "asking",
    "show": "asking",
    "rules": "asking",
    "waivers": "asking",
    "waive": "waiving",
    "revoke": "waiving",
    "adopt": "keeping",
    "end": "keeping",
    "classify": "keeping",
}


class Lazy(click.Group):
    """A group that reads only the module of the command that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*MODULES]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in MODULES:
            import_module(f"tinhgon.norms.cli.{MODULES[name]}")
        return super().get_command(ctx, name)


@click.group(cls=Lazy)
def norms() -> None:
    """Norms: the rules run over the register, what was found, waivers, working regulations."""
