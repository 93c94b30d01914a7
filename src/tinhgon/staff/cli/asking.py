"""What units hold, and how it came about."""

from datetime import date, datetime

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.staff.cli.group import staff
from tinhgon.staff.json_documents import balance_document, movement_document
from tinhgon.staff.ledger.balances import balances
from tinhgon.staff.ledger.movements import movements_of
from tinhgon.staff.ledger.words import held_words, movement_words
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.commands import command, json_option, known_at_option, on_option, say
from tinhgon.ui.doors import PUBLIC


@command(staff, "balance", PUBLIC)
@click.argument("unit")
@on_option
@known_at_option
@click.option("--deep", is_flag=True, help="Every unit below as well.")
@json_option
def balance(
    unit: str, on: date | None, known_at: datetime | None, deep: bool, as_json: bool
) -> None:
    """What a unit (key, or code on the day) holds itself, and with everything below it."""
    on = on or timezone.localdate()
    key = queries.unit(unit, on, known_at).key
    found = balances(on, key, known_at)
    shown = found if deep else {key: found[key]}
    if as_json:
        say({"on": on, "balances": [balance_document(*pair) for pair in shown.items()]})
        return
    names = Names()
    for one, balance in shown.items():
        click.echo(names.unit(one))
        click.echo("  " + _("own: %s") % held_words(balance.own, names))
        click.echo("  " + _("with all below: %s") % held_words(balance.whole, names))


@command(staff, "movements", PUBLIC)
@click.argument("unit")
@on_option
@json_option
def movements(unit: str, on: date | None, as_json: bool) -> None:
    """What came to a unit (key, or code on the day) and went from it until a day."""
    on = on or timezone.localdate()
    found = movements_of(queries.unit(unit, on), until=on)
    if as_json:
        say({"on": on, "movements": [movement_document(one) for one in found]})
        return
    names = Names()
    for one in found:
        click.echo(f"{one.pk:>7}  {writing.day(one.day)}  {movement_words(one, names)}")
