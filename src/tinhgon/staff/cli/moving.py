"""Moving posts: each command is one act upon the ledger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.registry.cli.named import instrument_named
from tinhgon.registry.models import Unit
from tinhgon.staff.cli.group import staff
from tinhgon.staff.json_documents import movement_document
from tinhgon.staff.ledger import actions
from tinhgon.staff.ledger.entitlement import NotEntitled, ask_to_move, ask_to_reverse
from tinhgon.staff.ledger.refusals import Refused, refusal_words
from tinhgon.staff.ledger.words import movement_words
from tinhgon.staff.models import Act, Movement, Purse
from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.commands import (
    REFUSED,
    acting,
    command,
    fail,
    json_option,
    on_option,
    require,
    say,
)

Function = Callable[..., Any]

KIND = click.option("--kind", required=True, help="Kind of staff, as the jurisdiction file has it.")
GROUNDS = (
    on_option,
    click.option("--under", help="Number of the instrument under which it is done."),
    click.option("--reason", default="", help="Why; needed where no instrument is named."),
)
YEAR = click.option("--year", type=click.IntRange(1945, 9999), help="Budget year.")


def _told(*options: Function) -> Callable[[Function], Function]:
    """The options of a command that moves posts."""

    def told(function: Function) -> Function:
        for option in reversed((click.argument("posts", type=int), KIND, *options, *GROUNDS)):
            function = option(function)
        return json_option(function)

    return told


def _unit(name: str, option: str, help: str, required: bool = True) -> Function:
    return click.option(option, name, required=required, help=f"{help} (key, or code on the day).")


@command(staff, "allocate", StaffPermission.MOVE)
@_told(
    _unit("source", "--from", "The unit above; none: the authority above grants.", required=False),
    _unit("target", "--to", "The unit that receives"),
    YEAR,
)
def allocate(**given: Any) -> None:
    """Allot posts to a unit below; without --from the authority above grants them."""
    _carry_out(Act.ALLOCATE, actions.allocate, given)


@command(staff, "give-back", StaffPermission.MOVE)
@_told(_unit("source", "--from", "The unit below"), _unit("target", "--to", "The one above"), YEAR)
def give_back(**given: Any) -> None:
    """Give posts back to a unit above."""
    _carry_out(Act.RETURN, actions.give_back, given)


@command(staff, "lapse", StaffPermission.MOVE)
@_told(
    _unit("source", "--from", "The unit that loses them"),
    click.option("--frozen", is_flag=True, help="Frozen posts lapse."),
    YEAR,
)
def lapse(frozen: bool, **given: Any) -> None:
    """Let posts lapse: nobody has them any more."""
    _carry_out(Act.LAPSE, actions.lapse, given, purse=Purse.FROZEN if frozen else Purse.OPEN)


@command(staff, "transfer", StaffPermission.MOVE)
@_told(
    _unit("source", "--from", "The unit that loses them"),
    _unit("target", "--to", "The unit that receives them"),
    YEAR,
)
def transfer(**given: Any) -> None:
    """Transfer posts from a unit to any other."""
    _carry_out(Act.TRANSFER, actions.transfer, given)


@command(staff, "freeze", StaffPermission.MOVE)
@_told(_unit("unit", "--unit", "The unit that has them"))
def freeze(**given: Any) -> None:
    """Freeze posts: the unit has them and may not fill them."""
    _carry_out(Act.FREEZE, actions.freeze, given)


@command(staff, "thaw", StaffPermission.MOVE)
@_told(_unit("unit", "--unit", "The unit that has them"))
def thaw(**given: Any) -> None:
    """Release frozen posts: the unit may fill them again."""
    _carry_out(Act.THAW, actions.thaw, given)


@command(staff, "reverse", StaffPermission.MOVE)
@click.argument("movement", type=int)
@click.option("--reason", required=True, help="Why; it stands in the record.")
@click.option("--under", help="Number of the instrument under which it is done.")
@on_option
@json_option
def reverse(movement: int, reason: str, under: str | None, on: date | None, as_json: bool) -> None:
    """Reverse a movement, by its number: the same posts the other way, as of its own day."""
    found = Movement.objects.select_related("source_unit", "target_unit").filter(pk=movement)
    held = found.first()
    if held is None:
        fail(_("There is no movement %s.") % movement, REFUSED)
    assert held
    with _refused():
        ask_to_reverse(acting(), held, on=timezone.localdate())
        made = actions.reverse(
            held, by=acting(), reason=reason, on=on, under=instrument_named(under)
        )
    _tell(made, as_json)


def _carry_out(act: Act, function: Function, given: dict[str, Any], **more: Any) -> None:
    """One act, if whoever runs the command may."""
    on, as_json = given.pop("on") or timezone.localdate(), given.pop("as_json")
    units = {name: _found(given.pop(name), on) for name in UNITS if name in given}
    given |= {"under": instrument_named(given.pop("under")), **units, **more}
    source, target = (units.get(name, units.get("unit")) for name in ("source", "target"))
    with _refused():
        ask_to_move(acting(), act, source, target, on=timezone.localdate())
        made = function(given.pop("posts"), by=acting(), on=on, **given)
    _tell(made, as_json)


UNITS = ("source", "target", "unit")


def _found(given: str | None, on: date) -> Unit | None:
    return queries.unit(given, on) if given else None


@contextmanager
def _refused() -> Iterator[None]:
    """What refuses an act ends the command with its sentence."""
    try:
        yield
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    except NotEntitled as wrong:
        require(StaffPermission.MOVE, wrong.unit)


def _tell(made: Movement, as_json: bool) -> None:
    if as_json:
        say(movement_document(made))
    else:
        click.echo(
            _("Movement %(number)s: %(words)s") % {"number": made.pk, "words": movement_words(made)}
        )
