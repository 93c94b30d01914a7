"""The command line. Each module brings its commands; they are imported when asked for."""

import os
import sys
from importlib import import_module
from typing import Any

import click

COMMANDS = {
    "registry": (
        "tinhgon.registry.cli:registry",
        "Units over time: load, count, look up, compare.",
    ),
    "plan": ("tinhgon.reorganisation.cli:plan", "Reorganisation plans: draft, check, enact."),
    "accounts": ("tinhgon.accounts.cli:accounts", "People who sign in, their roles and tokens."),
    "audit": ("tinhgon.audit.cli:audit", "The record of acts: verify it, publish its heads."),
    "demo": ("tinhgon.reorganisation.demo:demo", "Load Vietnam and carry out the reform of 2025."),
    "migrate": ("tinhgon.config.operate:migrate", "Create or upgrade the database."),
    "serve": ("tinhgon.config.operate:serve", "Serve the site."),
    "doctor": ("tinhgon.config.operate:doctor", "Look for what is wrong with the installation."),
    "django": ("tinhgon.config.operate:django", "Any command of Django's own."),
}


class Lazy(click.Group):
    """A group that imports a command, and sets Django up, only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name][0].partition(":")
        _set_up()
        found: click.Command = getattr(import_module(module), attribute)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.command(cls=Lazy)
@click.option("--as", "email", help="Act as this person, with this person's rights.")
@click.option("--language", type=click.Choice(["vi", "en"]), help="Language of messages.")
@click.version_option(package_name=None, version="0.1.0")
@click.pass_context
def main(ctx: click.Context, email: str | None, language: str | None) -> None:
    """Tinh Gọn: the apparatus as a register over time, rearranged by checked, atomic acts."""
    _set_up()
    _speak(language)
    ctx.obj = {"actor": _person(email)} if email else {}


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    import django

    django.setup()


def _speak(language: str | None) -> None:
    from django.utils import translation

    preferred = os.environ.get("TINHGON_LANGUAGE") or os.environ.get("LANG", "")
    translation.activate(language or ("en" if preferred.startswith("en") else "vi"))


def _person(email: str) -> Any:
    from tinhgon.accounts.models import User

    found = User.objects.filter(email__iexact=email).first()
    if found is None:
        click.echo(f"{email}: ?", err=True)
        sys.exit(2)
    return found
