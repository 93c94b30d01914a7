"""Drafting and editing on the command line."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import click
from django.utils.translation import gettext as _

from tinhgon.domain.structure.documents import read_operation
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.reorganisation.actions import draft
from tinhgon.reorganisation.drafting import plan_code
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.editing.drafted import drafted
from tinhgon.reorganisation.editing.history import edit_words
from tinhgon.reorganisation.models import Edit, Plan
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import begun, edited, package_to_edit, plan_in, told
from tinhgon.ui.commands import REFUSED, Day, command, fail, json_option, say

group = click.Group()

edition_option = click.option(
    "--edition", type=int, help="The edition that was seen; by default the one that stands."
)


@command(group, "new", PlanPermission.DRAFT)
@click.argument("code")
@click.option("--day", type=Day(), required=True, help="The day of effect.")
@click.option("--title", required=True, help="Title of the package.")
@click.option("--instrument", help="Number of the instrument of its plan, if it was issued.")
@click.option("--plan", "plan", help="Code of its plan; by default made from the instrument.")
@json_option
def new(
    code: str, day: date, title: str, instrument: str | None, plan: str | None, as_json: bool
) -> None:
    """Begin a draft: a package with one plan that says nothing yet."""
    value = PlanValue(
        code=plan or plan_code(instrument, day), day=day, operations=(), instrument=instrument
    )
    made = begun(draft, code, on=day, plans=[value], titles={"vi": title})
    if as_json:
        say({"package": made.code, "plan": value.code, "edition": made.edition})
    else:
        click.echo(f"{made.code} {value.code}")


@command(group, "add", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("plan")
@click.option("--operation", "said", required=True, help="The operation in the documented JSON.")
@click.option("--number", type=click.IntRange(1), help="Its place, from 1; by default the last.")
@edition_option
@json_option
def add(
    code: str, plan: str, said: str, number: int | None, edition: int | None, as_json: bool
) -> None:
    """Put an operation into a plan of a draft."""
    subject = plan_in(package_to_edit(code), plan)
    with told():
        operation = read_operation(_document(said))
    place = None if number is None else number - 1
    _edit(actions.add, subject, edition, as_json, operation=operation, place=place)


@command(group, "take-out", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("plan")
@click.argument("number", type=click.IntRange(1))
@edition_option
@json_option
def take_out(code: str, plan: str, number: int, edition: int | None, as_json: bool) -> None:
    """Take an operation out of a plan of a draft."""
    _edit(actions.remove, plan_in(package_to_edit(code), plan), edition, as_json, place=number - 1)


@command(group, "undo", PlanPermission.DRAFT)
@click.argument("code")
@edition_option
@json_option
def undo(code: str, edition: int | None, as_json: bool) -> None:
    """Take back the last edit of a draft that was not taken back yet."""
    package = package_to_edit(code)
    seen = package.edition if edition is None else edition
    _tell(edited(actions.undo, package, edition=seen), as_json)


def _edit(
    act: Callable[..., Edit], plan: Plan, edition: int | None, as_json: bool, **said: Any
) -> None:
    seen = plan.package.edition if edition is None else edition
    _tell(edited(act, plan, edition=seen, **said), as_json)


def _document(said: str) -> Any:
    try:
        return json.loads(said)
    except json.JSONDecodeError as wrong:
        fail(_("This is not JSON: %s") % wrong, REFUSED)


def _tell(edit: Edit, as_json: bool) -> None:
    """What was done, in words or for programs."""
    if as_json:
        document = {"package": edit.package.code, "plan": edit.plan.code, "edition": edit.edition}
        say({**document, "number": edit.place + 1, "before": edit.before, "after": edit.after})
        return
    click.echo(edit_words(edit, drafted(edit.package)))
