"""Impact and allotments on the command line."""

from datetime import date

import click
from django.utils.translation import gettext as _

from tinhgon.reorganisation.allotting.actions import allot
from tinhgon.reorganisation.continuity.impact import By, impact
from tinhgon.reorganisation.continuity.words import BECOMES
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import carried_out, seen_package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.words import RELATIONS
from tinhgon.ui import writing
from tinhgon.ui.commands import command, json_option, on_option, say
from tinhgon.ui.doors import PUBLIC

group = click.Group()


@command(group, "impact", PUBLIC)
@click.argument("code")
@click.option("--open", "only_open", is_flag=True, help="Only what waits for a decision.")
@json_option
def show_impact(code: str, only_open: bool, as_json: bool) -> None:
    """What hangs on the units that end, and what becomes of it, as counted now."""
    package = seen_package(code)
    done = rearrangement(package)
    lines = [one for one in impact(package, done) if one.by is By.OPEN or not only_open]
    if as_json:
        say({"impact": [vars(one) for one in lines]})
        return
    names = names_of(package, done)
    for one in lines:
        heir = f": {names(one.heir)}" if one.heir else ""
        what = f"{names(one.unit)}, {RELATIONS[one.relation]}"
        click.echo(f"{writing.count(one.count):>8}  {what} – {BECOMES[one.by]}{heir}")


@command(group, "allot", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("relation")
@click.argument("unit")
@click.option("--to", "heir", required=True, help="Key of the unit that answers afterwards.")
@click.option("--reason", required=True, help="Why; it is sealed with the package.")
@on_option
def allot_to(code: str, relation: str, unit: str, heir: str, reason: str, on: date | None) -> None:
    """Decide who answers afterwards for what hangs on a unit that ends."""
    package = seen_package(code)
    said = {"relation": relation, "unit": unit, "heir": heir, "reason": reason}
    carried_out(allot, package, PlanPermission.DRAFT, on=on, **said)
    click.echo(_("Decided. It is carried out on the day of effect."))
