"""Directives on the command line: drafting one, what it still wants, issuing it, what became."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import Heading
from tinhgon.directives.drafting.each import meant_by
from tinhgon.directives.drafting.following import told, works_of
from tinhgon.directives.drafting.gate import looked_at
from tinhgon.directives.drafting.json_documents import line_document, refused_document
from tinhgon.directives.drafting.numbering import number_given
from tinhgon.directives.entitlement import ISSUE
from tinhgon.directives.group import directives
from tinhgon.directives.listing import counts, directives_of
from tinhgon.directives.models import Directive, Kind
from tinhgon.directives.naming import directive_known, task_known
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.refusals import Refused, refusal_words
from tinhgon.documents.files import read_text
from tinhgon.documents.refusals import Refused as Unread
from tinhgon.documents.refusals import refusal_words as unread_words
from tinhgon.documents.words import UNCLEAR
from tinhgon.registry import queries
from tinhgon.registry.cli.named import instrument_named
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
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
from tinhgon.work.cascade.cli import chosen, units_options
from tinhgon.work.refusals import Refused as WorkRefused
from tinhgon.work.refusals import refusal_words as work_words
from tinhgon.work.words import status_words

DRAFT = DirectivesPermission.DRAFT
MOST = 1000


@command(directives, "list", DRAFT)
@click.argument("unit")
@click.option("--deep", is_flag=True, help="Those of all units below as well.")
@click.option("--most", type=click.IntRange(1, MOST), default=50, help="At most so many.")
@on_option
@json_option
def listed(unit: str, deep: bool, most: int, on: date | None, as_json: bool) -> None:
    """The directives of a unit (key, or code), drafts among them, the newest first."""
    on = on or timezone.localdate()
    asked = queries.unit(unit, on)
    require(DRAFT, asked.key)
    found = [*directives_of(asked, on, deep=deep, drafts=True)[:most]]
    done = counts(found)
    if as_json:
        lines = [line_document(one, *done.get(one.pk, (0, 0))) for one in found]
        say({"on": on, "directives": lines})
        return
    for one in found:
        tasks, closed = done.get(one.pk, (0, 0))
        state = f"{closed}/{tasks}" if one.is_issued else _("draft")
        click.echo(f"{one.key}  {writing.day(one.day)}  {state}  {one.title}")


@command(directives, "show", DRAFT)
@click.argument("key")
@json_option
def show(key: str, as_json: bool) -> None:
    """One directive: its tasks with what they still want, or its works."""
    _tell(_known(key), as_json)


@command(directives, "draft", DRAFT)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--unit", required=True, help="The unit in whose name it is issued.")
@click.option("--title", required=True, help="What it is called.")
@click.option(
    "--kind",
    type=click.Choice(Kind.values),
    default=Kind.CONCLUSION.value,
    help="What it is; a conclusion without it.",
)
@click.option("--day", type=Day(), help="Of which day it is; today without it.")
@click.option("--under", help="Its own number; entered as it is issued.")
@click.option("--carries-out", help="Number of the resolution that it carries out.")
@click.option("--template", default="", help="Which set of clarities; the first without it.")
@click.option("--clear", nargs=2, multiple=True, help="A clarity for all tasks, and its words.")
@json_option
def draft(file: Path, unit: str, as_json: bool, **given: Any) -> None:
    """Keep FILE (text, DOCX, PDF) as the draft of a directive, with the tasks read in it."""
    today = timezone.localdate()
    of = queries.unit(unit, today)
    require(DRAFT, of.key)
    with _refused(as_json):
        own = number_given(given["under"])
    heading = Heading(
        **own,
        day=given["day"] or today,
        carries_out=instrument_named(given["carries_out"]),
        clarities=dict(given["clear"]),
        **{name: given[name] for name in ("title", "kind", "template")},
    )
    with _refused(as_json):
        text = read_text(file)
        made = actions.draft(of, heading=heading, by=acting(), at=timezone.now(), text=text)
    _tell(made, as_json)


@command(directives, "each", DRAFT)
@click.argument("key")
@click.argument("task", type=int)
@units_options
@json_option
def each(key: str, task: int, as_json: bool, **given: Any) -> None:
    """Make one task for each of the units below of TASK; without any, those that the text means."""
    directive, today = _known(key), timezone.localdate()
    unit = directive.unit.key
    require(DRAFT, unit)
    subject = task_known(directive, task)
    if not given["units"] and not given["kind"]:
        given["units"] = meant_by(subject, directive, today).keys
    units = chosen(unit, today, given)
    with _refused(as_json):
        actions.each(subject, by=acting(), units=units)
    _tell(_known(key), as_json)


@command(directives, "issue", ISSUE)
@click.argument("key")
@json_option
def issue(key: str, as_json: bool) -> None:
    """Issue a directive: each of its tasks is a work then, or none is."""
    directive = _known(key)
    require(ISSUE, directive.unit.key)
    with _refused(as_json):
        actions.issue(directive, by=acting(), at=timezone.now())
    _tell(_known(key), as_json)


@command(directives, "discard", DRAFT)
@click.argument("key")
def discard(key: str) -> None:
    """Throw a draft away; the record keeps that there was one."""
    directive = _known(key)
    require(DRAFT, directive.unit.key)
    with _refused(False):
        actions.discard(directive, by=acting())


def _known(key: str) -> Directive:
    return directive_known(key, acting(), on=timezone.localdate())


def _tell(directive: Directive, as_json: bool) -> None:
    now = timezone.now()
    if as_json:
        say(told(directive, acting(), now))
        return
    click.echo(f"{directive.key}  {directive.title}")
    today = timezone.localdate(now)
    if directive.is_issued:
        for one in works_of(directive, acting(), on=today):
            click.echo(f"  {one.work.key}  {status_words(one.status(today))}  {one.work.title}")
        return
    names = Names()
    for number, looked in enumerate(looked_at(directive, now), 1):
        click.echo(f"  {number}. {looked.task.title}")
        for code in looked.doubts:
            click.echo(f"     - {UNCLEAR[code]}")
        for refused in looked.refused:
            click.echo(f"     - {work_words(refused, names=names)}")


@contextmanager
def _refused(as_json: bool) -> Iterator[None]:
    """What refuses an act ends the command with its sentence."""
    try:
        yield
    except Refused as refused:
        if as_json:
            say(refused_document(refused))
        fail(refusal_words(refused), REFUSED)
    except WorkRefused as refused:
        fail(work_words(refused), REFUSED)
    except Unread as refused:
        fail(unread_words(refused), REFUSED)
