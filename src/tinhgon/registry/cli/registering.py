"""Entering instruments that the register does not know."""

from datetime import date

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.documents.models import Mark
from tinhgon.registry.cli.group import registry
from tinhgon.registry.instrument import actions
from tinhgon.registry.instrument.refusals import refusal_words
from tinhgon.registry.json_documents import instrument_document
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui.commands import REFUSED, Day, acting, command, fail, json_option, say


@command(registry, "add-instrument", RegistryPermission.INSTRUMENT)
@click.argument("number")
@click.option("--title", "vi", help="What it is about, in Vietnamese.")
@click.option("--title-en", "en", help="What it is about, in English.")
@click.option("--issued", type=Day(), help="Day of issue; without it no other has the number.")
@click.option("--in-force", type=Day(), help="The day from which it binds.")
@click.option("--operative", type=Day(), help="The day from which the new apparatus works.")
@click.option(
    "--mark",
    type=click.Choice(Mark.values),
    default=Mark.KNOWLEDGE.value,
    show_default=True,
    help="Checked against the text, official page, secondary source, or not checked.",
)
@click.option("--source", default="", help="Where its text can be read.")
@json_option
def add_instrument(
    number: str,
    vi: str | None,
    en: str | None,
    issued: date | None,
    in_force: date | None,
    operative: date | None,
    mark: str,
    source: str,
    as_json: bool,
) -> None:
    """Enter an instrument that the register does not know."""
    try:
        made = actions.register_instrument(
            number,
            by=acting(),
            on=timezone.localdate(),
            titles={"vi": vi or "", "en": en or ""},
            issued=issued,
            in_force=in_force,
            operative=operative,
            mark=mark,
            source=source,
        )
    except actions.Unregistrable as wrong:
        fail(f"{wrong.fact}: {refusal_words(wrong)}", REFUSED)
    if as_json:
        say(instrument_document(made))
    else:
        click.echo(_("Registered: %(number)s, id %(id)s.") % {"number": made.number, "id": made.pk})
