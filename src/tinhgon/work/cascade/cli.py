"""A work goes down to units below, on the command line."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry.models import Unit
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.commands import REFUSED, Day, acting, command, fail, json_option, say
from tinhgon.work.carrying_out import entitled
from tinhgon.work.cascade.words import fault_documents, fault_words
from tinhgon.work.cli import refusals, work
from tinhgon.work.custody.actions import cascade
from tinhgon.work.custody.below import Sort, picked
from tinhgon.work.custody.planning import Fault, NotAll, Part, planned
from tinhgon.work.naming import work_known
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.refusals import refusal_words
from tinhgon.work.standing import check_now

Function = Callable[..., Any]


def units_options(function: Function) -> Function:
    """Options that say which units below are meant."""
    for option in (
        click.option("--without", multiple=True, help="A unit that is left out."),
        click.option("--area", default="", help="Of bodies: only in areas of this kind (phường)."),
        click.option("--kind", default="", help="All units below of a kind (ủy ban nhân dân)."),
        click.option("--unit", "units", multiple=True, help="A unit: key, or code on the day."),
    ):
        function = option(function)
    return function


def chosen(key: str, on: date, given: dict[str, Any]) -> list[Unit]:
    """The units below one that the options name."""
    sort = Sort(given["kind"], given["area"]) if given["kind"] else None
    return picked(key, on, sort=sort, named=given["units"], without=given["without"])


@command(work, "cascade", WorkPermission.SEE)
@click.argument("key")
@units_options
@click.option("--title", default="", help="What each is to do; as the whole without it.")
@click.option("--product", default="", help="What comes of each; as of the whole without it.")
@click.option("--due", type=Day(), help="Due on; as the whole without it.")
@click.option("--clear", nargs=2, multiple=True, help="A clarity by key, and its words.")
@click.option("--dry-run", is_flag=True, help="Only say who is meant, and what is wrong.")
@json_option
def cascaded(key: str, dry_run: bool, as_json: bool, **given: Any) -> None:
    """Give each of several units below a part of a work, all of them or none."""
    now, by = timezone.now(), acting()
    today = timezone.localdate(now)
    standing = work_known(key, by, on=today)
    said = {name: given[name] for name in ("title", "product", "due")}
    part = Part(clarities=dict(given["clear"]), **said)
    units = chosen(standing.held.unit.key, today, given)
    with refusals(), entitled("cascade", standing.work, by=by, at=now) as held:
        if dry_run:
            check_now(held, "cascade", now)
            _tell(units, [], planned(held, units, part, now).faults, as_json)
            return
        try:
            made = cascade(held.work, by=by, at=now, units=units, part=part)
        except NotAll as wrong:
            _tell([], [], wrong.faults, as_json)
            fail(refusal_words(wrong), REFUSED)
    _tell(units, [one.key for one in made], [], as_json)


def _tell(units: list[Unit], parts: list[str], faults: Any, as_json: bool) -> None:
    keys = [unit.key for unit in units]
    if as_json:
        say({"units": keys, "parts": parts, "faults": fault_documents(faults)})
        return
    names = Names()
    for key in keys:
        click.echo(f"{key}  {names.unit(key)}")
    _tell_faults(faults, len(keys), names)
    click.echo(
        _("Units: %(units)s. Parts: %(parts)s.")
        % {"units": writing.count(len(keys)), "parts": writing.count(len(parts))}
    )


def _tell_faults(faults: list[Fault], every: int, names: Names) -> None:
    for words, of in fault_words(faults, every, names):
        click.echo(f"{words} {'; '.join(of)}".rstrip(), err=True)
