"""Facts that the law wants before a seal, on the command line."""

from datetime import date

import click
from django.utils.translation import gettext as _

from tinhgon.reorganisation.evidence.actions import note
from tinhgon.reorganisation.evidence.required import wanted
from tinhgon.reorganisation.evidence.words import shown, told
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import carried_out, seen_package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.commands import command, json_option, on_option, say
from tinhgon.ui.doors import PUBLIC

group = click.Group()


@command(group, "evidence", PUBLIC)
@click.argument("code")
@json_option
def evidence(code: str, as_json: bool) -> None:
    """What the law asks for before the seal, and what is recorded of it."""
    package = seen_package(code)
    done = rearrangement(package)
    facts = wanted(package, done)
    if as_json:
        say({"facts": [shown(one) for one in facts]})
        return
    names = names_of(package, done)
    for fact in (told(one, names) for one in facts):
        met = _("there") if fact["is_met"] else _("missing")
        of = f" ({fact['of']})" if fact["of"] else ""
        click.echo(f"[{met}] {fact['title']}{of}: {fact['there']}")


@command(group, "note", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("fact")
@click.option("--of", "subject", default="", help="Key of the unit it is asked of, if any.")
@click.option("--agreeing", type=click.IntRange(0), help="How many agree.")
@click.option("--asked", type=click.IntRange(1), help="How many were asked.")
@click.option("--document", default="", help="Number of the report or minutes.")
@on_option
def note_fact(
    code: str,
    fact: str,
    subject: str,
    agreeing: int | None,
    asked: int | None,
    document: str,
    on: date | None,
) -> None:
    """Record an opinion, a vote or a report; a later one takes its place."""
    package = seen_package(code)
    said = {"agreeing": agreeing, "asked": asked, "document": document}
    carried_out(note, package, PlanPermission.DRAFT, on=on, fact=fact, subject=subject, **said)
    click.echo(_("Recorded."))
