"""Recording what rules ask of a unit: working regulations, classes."""

from datetime import date
from pathlib import Path

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.norms.classes.actions import classify as record_class
from tinhgon.norms.cli.group import norms
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.norms.regulations import actions
from tinhgon.registry import queries
from tinhgon.ui.commands import REFUSED, acting, command, fail, on_option, require

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(norms, "adopt", NormsPermission.KEEP)
@click.argument("unit")
@click.option("--number", required=True, help="Number of the decision that adopts them.")
@click.option("--text", "file", type=FILE, help="A file with their text, in UTF-8.")
@on_option
def adopt(unit: str, number: str, file: Path | None, on: date | None) -> None:
    """Record the working regulations of a body, in force from a day."""
    on = on or timezone.localdate()
    subject = queries.unit(unit, on)
    require(NormsPermission.KEEP, subject.key)
    text = file.read_text(encoding="utf-8", errors="replace") if file else ""
    try:
        actions.adopt(subject, by=acting(), number=number, on=on, text=text)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    click.echo(_("It is recorded."))


@command(norms, "end", NormsPermission.KEEP)
@click.argument("unit")
@click.option("--reason", required=True, help="Why; it stands in the record.")
@on_option
def end(unit: str, reason: str, on: date | None) -> None:
    """Let the working regulations of a body end, without others in their place."""
    on = on or timezone.localdate()
    subject = queries.unit(unit, on)
    require(NormsPermission.KEEP, subject.key)
    try:
        actions.end(subject, by=acting(), on=on, reason=reason)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    click.echo(_("It is recorded."))


@command(norms, "classify", NormsPermission.KEEP)
@click.argument("unit")
@click.argument("aspect")
@click.argument("value")
@click.option("--reason", required=True, help="Why; it stands in the record.")
@on_option
def classify(unit: str, aspect: str, value: str, reason: str, on: date | None) -> None:
    """Record what the law asks about a unit: province_class special, autonomy_group group_3."""
    on = on or timezone.localdate()
    subject = queries.unit(unit, on)
    require(NormsPermission.KEEP, subject.key)
    try:
        record_class(subject, by=acting(), aspect=aspect, value=value, on=on, reason=reason)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    click.echo(_("It is recorded."))
