"""The command line. Each module brings its commands; they are imported when asked for."""

import gettext
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

COMMANDS = {
    "registry": (
        "tinhgon.registry.cli:registry",
        "Units over time: load, count, look up, compare.",
    ),
    "plan": ("tinhgon.reorganisation.cli:plan", "Reorganisation plans: draft, check, enact."),
    "staff": ("tinhgon.staff.cli:staff", "Posts and people: the ledger, officers, targets."),
    "work": ("tinhgon.work.cli:work", "Work: who has what to do, by when, and what becomes of it."),
    "directives": (
        "tinhgon.directives.cli:directives",
        "Directives: draft a conclusion, make it clear, issue it; steering committees.",
    ),
    "correspondence": (
        "tinhgon.directives.correspondence.cli:correspondence",
        "Books of documents that come to a unit and go out from it.",
    ),
    "norms": ("tinhgon.norms.cli:norms", "Rules run over the register, findings, waivers."),
    "accounts": ("tinhgon.accounts.cli:accounts", "People who sign in, their roles and tokens."),
    "law": ("tinhgon.law.cli:law", "Figures of law: explain, compare two days, check."),
    "documents": (
        "tinhgon.documents.cli:documents",
        "Documents: numbers, what a text cites, drafts of tasks.",
    ),
    "audit": ("tinhgon.audit.cli:audit", "The record of acts: verify it, publish its heads."),
    "invent": (
        "tinhgon.invented.cli:invent",
        "Invent divisions, posts and people of a place, for showing.",
    ),
    "demo": ("tinhgon.demo:demo", "Load Vietnam and carry out the reform of 2025."),
    "migrate": ("tinhgon.config.operate:migrate", "Create or upgrade the database."),
    "serve": ("tinhgon.config.operate:serve", "Serve the site."),
    "doctor": ("tinhgon.config.doctor:doctor", "Look for what is wrong with the installation."),
    "backup": ("tinhgon.config.backup:backup", "Write the whole database into one file."),
    "restore": ("tinhgon.config.backup:restore", "Read a database back from such a file."),
    "django": ("tinhgon.config.operate:django", "Any command of Django's own."),
}

LOCALE = Path(__file__).resolve().parent.parent / "locale"


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


def _chosen(ctx: click.Context, option: click.Parameter, given: str | None) -> str:
    """The language of messages, in which Click too speaks from here on."""
    preferred = os.environ.get("TINHGON_LANGUAGE") or os.environ.get("LANG", "")
    language = given or ("en" if preferred.startswith("en") else "vi")
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("django", LOCALE)
    gettext.textdomain("django")
    return language


@click.command(cls=Lazy)
@click.option("--as", "email", help="Act as this person, with this person's rights.")
@click.option(
    "--language",
    type=click.Choice(["vi", "en"]),
    callback=_chosen,
    is_eager=True,
    help="Language of messages.",
)
@click.version_option(package_name=None, version="0.1.0")
@click.pass_context
def main(ctx: click.Context, email: str | None, language: str) -> None:
    """Tinh Gọn: the apparatus as a register over time, rearranged by checked, atomic acts."""
    _set_up()
    from django.utils import translation

    translation.activate(language)
    ctx.obj = {"actor": _person(email)} if email else {}


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from environs.exceptions import EnvError

    try:
        django.setup()
    except (EnvError, ImproperlyConfigured) as wrong:
        click.echo(f"Cài đặt, settings: {wrong}", err=True)
        sys.exit(2)


def _person(email: str) -> Any:
    from django.utils.translation import gettext

    from tinhgon.accounts.models import User
    from tinhgon.ui.commands import REFUSED, fail, in_words

    with in_words():
        found = User.objects.filter(email__iexact=email).first()
    if found is None:
        fail(gettext("Nobody signs in with %s.") % email, REFUSED)
    return found


if __name__ == "__main__":
    main(prog_name="tinhgon")
