"""Mandates of bodies: shown as a matrix, assigned, withdrawn."""

from datetime import date

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.registry.cli.group import registry
from tinhgon.registry.cli.named import instrument_named
from tinhgon.registry.directory import directory
from tinhgon.registry.mandate import actions
from tinhgon.registry.mandate.asked import matrix_of
from tinhgon.registry.mandate.held import mandates as held_mandates
from tinhgon.registry.mandate.matrix import State
from tinhgon.registry.mandate.refusals import refusal_words
from tinhgon.registry.mandate.words import Telling, held_document, state_words
from tinhgon.registry.models import Mandate
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui.asked import Asked
from tinhgon.ui.commands import (
    REFUSED,
    Day,
    acting,
    command,
    fail,
    json_option,
    on_option,
    require,
    say,
)
from tinhgon.ui.doors import PUBLIC


@command(registry, "mandates", PUBLIC)
@on_option
@click.option("--under", help="The area (key, or code on that day); by default the place served.")
@click.option("--function", help="Only this function, by its key.")
@click.option("--gaps", is_flag=True, help="Only what nobody leads, or several lead.")
@json_option
def mandates(
    on: date | None, under: str | None, function: str | None, gaps: bool, as_json: bool
) -> None:
    """Which body leads which function over an area on a day, what is left and what is doubled."""
    on, register = on or timezone.localdate(), directory()
    area = queries.unit(under, on).key if under else register.place
    if area is None:
        fail(_("Name an area with --under."), REFUSED)
    telling = Telling(matrix_of(register, area, on), register, Asked(on))
    rows = [
        row
        for row in telling.matrix.rows
        if function in (None, row.function.key) and not (gaps and row.state is State.LED)
    ]
    if as_json:
        held = [one for one in held_mandates(on) if one.function in {r.function.key for r in rows}]
        states = {row.function.key: row.state.value for row in rows}
        say({"area": area, "on": on, "states": states, "mandates": [*map(held_document, held)]})
        return
    for row in rows:
        leads = "; ".join(telling.name(one.unit) for one in (*row.leads, *row.within)) or "–"
        line = f"{row.function.key:<28} {leads}"
        click.echo(line if row.state is State.LED else f"{line}  [{state_words()[row.state]}]")


@command(registry, "assign-mandate", RegistryPermission.MANDATE)
@click.argument("unit")
@click.argument("function")
@click.option("--area", required=True, help="The area (key, or code on the day).")
@on_option
@click.option("--until", type=Day(), help="First day after; by default it goes on.")
@click.option("--takes-part", is_flag=True, help="Take part, do not lead.")
@click.option("--instead", is_flag=True, help="Take the lead from whoever has it that day.")
@click.option("--under", help="Number of the instrument.")
@json_option
def assign_mandate(
    unit: str,
    function: str,
    area: str,
    on: date | None,
    until: date | None,
    takes_part: bool,
    instead: bool,
    under: str | None,
    as_json: bool,
) -> None:
    """Charge a body (key) with a function over an area from a day on."""
    on = on or timezone.localdate()
    body, over = queries.unit(unit, on), queries.unit(area, on)
    for one in (body, over):
        require(RegistryPermission.MANDATE, one.key)
    try:
        made = actions.assign(
            body,
            by=acting(),
            function=function,
            area=over,
            on=on,
            until=until,
            role=Mandate.PART if takes_part else Mandate.LEAD,
            under=instrument_named(under),
            instead=instead,
        )
    except actions.Unassignable as wrong:
        fail(refusal_words(wrong), REFUSED)
    if as_json:
        say({"id": made.pk, "unit": body.key, "function": function, "area": over.key, "on": on})
    else:
        click.echo(_("Assigned: %(id)s.") % {"id": made.pk})


@command(registry, "withdraw-mandate", RegistryPermission.MANDATE)
@click.argument("id", type=int)
@on_option
@click.option("--under", help="Number of the instrument.")
@json_option
def withdraw_mandate(id: int, on: date | None, under: str | None, as_json: bool) -> None:
    """End a mandate (its number) on a day."""
    on = on or timezone.localdate()
    held = Mandate.objects.select_related("unit", "area").filter(pk=id).first()
    if held is None:
        fail(_("There is no such mandate."), REFUSED)
    for one in (held.unit, held.area):
        require(RegistryPermission.MANDATE, one.key)
    try:
        actions.withdraw(held, by=acting(), on=on, under=instrument_named(under))
    except actions.Unassignable as wrong:
        fail(refusal_words(wrong), REFUSED)
    if as_json:
        say({"id": id, "end": on})
    else:
        click.echo(_("Withdrawn: %(id)s.") % {"id": id})
