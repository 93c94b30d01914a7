"""One act with many works on the command line."""

import sys
from datetime import date
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.ui import writing
from tinhgon.ui.commands import REFUSED, Day, acting, command, json_option, say
from tinhgon.work.bulk.actions import Outcome, act_on
from tinhgon.work.bulk.acts import CHANGES
from tinhgon.work.bulk.words import code, reasons
from tinhgon.work.carrying_out import Given
from tinhgon.work.cli import officer_named, refusals, work
from tinhgon.work.permissions import WorkPermission


@command(work, "act", WorkPermission.SEE)
@click.argument("act", type=click.Choice([*CHANGES]))
@click.argument("keys", nargs=-1, required=True)
@click.option("--words", default="", help="Why, or a remark; the same for all of them.")
@click.option("--unit", help="The unit to hand over to, or that contributes.")
@click.option("--officer", help="Number of whoever does it.")
@click.option("--until", type=Day(), help="Until which day there is more time.")
@click.option("--grant/--refuse", "granted", default=None, help="Whether more time is granted.")
@click.option("--whole", is_flag=True, help="Nothing, when it cannot be done with all.")
@json_option
def done(
    act: str,
    keys: tuple[str, ...],
    words: str,
    unit: str | None,
    officer: str | None,
    until: date | None,
    granted: bool | None,
    whole: bool,
    as_json: bool,
) -> None:
    """Do one act with several works; what cannot be done is told, with the reason."""
    given = Given(
        words=words,
        until=until,
        unit=queries.unit(unit, timezone.localdate()) if unit else None,
        officer=officer_named(officer),
        granted=granted,
    )
    alike: dict[str, Any] = {"act": act, "given": given, "whole": whole}
    with refusals():
        found = act_on(keys, by=acting(), at=timezone.now(), **alike)
    _tell(found, as_json)
    if found.not_done:
        sys.exit(REFUSED)


def _tell(found: Outcome, as_json: bool) -> None:
    why = reasons(found.not_done)
    if as_json:
        not_done = [{"work": one.key, "code": code(one), "detail": said} for one, said in why]
        done_with = [work.key for work in found.done]
        say({"done": done_with, "not_done": not_done, "kept_back": found.kept_back})
        return
    for one in found.done:
        click.echo(f"{one.key}  {one.title}")
    for refused, said in why:
        click.echo(f"{refused.key}  {said}", err=True)
    counts = {"done": writing.count(len(found.done)), "refused": writing.count(len(why))}
    click.echo(_("Done: %(done)s. Not done: %(refused)s.") % counts)
