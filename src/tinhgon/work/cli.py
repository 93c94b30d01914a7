"""Work on the command line: lists, one work, giving one, what can be done with it, the calendar."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.domain.work.life import NotNow, Objecting
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.registry import queries
from tinhgon.registry.cli.named import instrument_named
from tinhgon.staff.models import Officer
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.actors import EVERYWHERE
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
from tinhgon.work.calendar import actions as calendar
from tinhgon.work.carrying_out import Given, carry_out
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.issuing import Order
from tinhgon.work.entitlement import NotEntitled, ask_to_delegate
from tinhgon.work.files.cli import files
from tinhgon.work.json_documents import row_document, work_document
from tinhgon.work.listing.inbox import Desk, Question, Show, inbox
from tinhgon.work.models.happening import MEASURES
from tinhgon.work.naming import work_known
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.reminding.cli import group as reminding
from tinhgon.work.standing import Standing
from tinhgon.work.words import HAPPENED, STATES, how_it_stands, status_words

MOST = 1000


LATER = {
    "act": "bulk.cli",
    "cascade": "cascade.cli",
    "import": "exchange.cli",
    "export": "exchange.cli",
}


class Lazy(click.Group):
    """A group of which some commands are read only when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *LATER})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in LATER:
            import_module(f"tinhgon.work.{LATER[name]}")
        return super().get_command(ctx, name)


@click.group(cls=Lazy)
def work() -> None:
    """Work: who has what to do, by when, and what becomes of it."""


for _name, _command in reminding.commands.items():
    work.add_command(_command, _name)


DESK = click.option(
    "--desk",
    type=click.Choice(["held", "given", "helped"]),
    default="held",
    help="What the unit has, gave, or helps with.",
)
SHOW = click.option(
    "--show",
    type=click.Choice([one.value for one in Show]),
    default="open",
    help="Which of them.",
)
DEEP = click.option("--deep", is_flag=True, help="Those of all units below as well.")


@command(work, "list", WorkPermission.SEE)
@click.argument("unit")
@DESK
@SHOW
@DEEP
@click.option("--most", type=click.IntRange(1, MOST), default=50, help="At most so many.")
@on_option
@json_option
def listed(
    unit: str, desk: str, show: str, deep: bool, most: int, on: date | None, as_json: bool
) -> None:
    """The works that a unit (key, or code) has, gave or helps with, the first due first."""
    on = on or timezone.localdate()
    asked = queries.unit(unit, on)
    require(WorkPermission.SEE, asked.key)
    question = Question(desk=Desk(desk), show=Show(show), unit=asked, deep=deep, on=on)
    found = inbox(question, most=most)
    if as_json:
        counts = {"every": found.every, "late": found.late, "at_risk": found.at_risk}
        say({"on": on, **counts, "works": [row_document(row) for row in found.rows]})
        return
    for row in found.rows:
        due = writing.day(row.status.due) if row.status.due else "–"
        status = status_words(row.status, excused=row.excused)
        click.echo(f"{row.work.key}  {due:>10}  {status}  {row.work.title}")


@command(work, "show", WorkPermission.SEE)
@click.argument("key")
@json_option
def show(key: str, as_json: bool) -> None:
    """One work: who has it and had it, by when it is due, what happened."""
    today = timezone.localdate()
    _tell(work_known(key, acting(), on=today), as_json)


@command(work, "issue", WorkPermission.DIRECT)
@click.argument("title")
@click.option("--for", "giver", required=True, help="The unit that gives it.")
@click.option("--to", "leads", required=True, multiple=True, help="The one unit that leads it.")
@click.option("--with", "contributors", multiple=True, help="A unit that contributes.")
@click.option("--officer", help="Number of whoever does it; without it, whoever leads the unit.")
@click.option("--product", default="", help="What comes of it.")
@click.option("--under", help="Number of the instrument by which it is given.")
@click.option("--origin", default="", help="Where it comes from, if by no instrument.")
@click.option("--due", type=Day(), help="The day on which it is due.")
@click.option("--term", nargs=2, help="Or a number and working-days, days or months.")
@click.option("--kind", default="task", help="Kind of work, as the jurisdiction file has it.")
@click.option("--template", default="", help="Which set of clarities; the first without it.")
@click.option("--clear", nargs=2, multiple=True, help="A clarity by key, and its words.")
@json_option
def issue(title: str, as_json: bool, **given: Any) -> None:
    """Give a work: everything must be clear before."""
    today = timezone.localdate()
    giver = queries.unit(given["giver"], today)
    require(WorkPermission.DIRECT, giver.key)
    order = Order(
        title=title,
        leads=[queries.unit(one, today) for one in given["leads"]],
        contributors=[queries.unit(one, today) for one in given["contributors"]],
        officer=officer_named(given["officer"]),
        instrument=instrument_named(given["under"]),
        clarities=dict(given["clear"]),
        term=_term(given["term"]),
        **{name: given[name] for name in ("product", "origin", "due", "kind", "template")},
    )
    with refusals():
        made = custody.issue(order, by=acting(), at=timezone.now(), giver=giver)
    _tell(Standing(made), as_json)


def _act(act: str, help: str, *options: Callable[..., Any]) -> None:
    """A command for an act: the work by its key, and what the act takes."""

    def done(key: str, as_json: bool, **given: Any) -> None:
        today = timezone.localdate()
        standing = work_known(key, acting(), on=today)
        typed = {name: value for name, value in given.items() if value is not None}
        for name, found in (("officer", officer_named), ("evidence", instrument_named)):
            if name in typed:
                typed[name] = found(typed[name])
        if "unit" in typed:
            typed["unit"] = queries.unit(typed["unit"], today)
        with refusals():
            carry_out(act, standing, by=acting(), at=timezone.now(), given=Given(**typed))
        _tell(work_known(key, acting(), on=today), as_json)

    done.__doc__ = help
    for option in reversed((click.argument("key"), *options)):
        done = option(done)
    command(work, act, WorkPermission.SEE)(json_option(done))


WHY = click.option("--words", required=True, help="Why; it stays with the work.")
WORDS = click.option("--words", default="", help="A remark.")
UNTIL = click.option("--until", type=Day(), help="The day.")
UNIT = click.option("--unit", required=True, help="The unit (key, or code on the day).")
OFFICER = click.option("--officer", help="Number of whoever does it.")

_act("accept", "Accept a work.")
_act(
    "report",
    "Report a work as done.",
    click.option("--words", required=True, help="What was done, and what came of it."),
    click.option("--evidence", help="Number of an instrument that shows it."),
    click.option("--evidence-on", type=Day(), help="The day of the evidence."),
)
_act("confirm", "Confirm that a work is done.", WORDS)
_act("send-back", "Send a report back.", WHY)
_act("assign", "Name who in the unit does a work.", OFFICER, WHY)
_act("ask-extension", "Ask for more time.", UNTIL, WHY)
_act(
    "decide-extension",
    "Grant more time or refuse it.",
    click.option("--grant/--refuse", "granted", required=True, help="Which of them."),
    WORDS,
)
_act(
    "object",
    "Object to a work, with reasons.",
    click.option(
        "--kind",
        "objection",
        type=click.Choice([one.value for one in Objecting]),
        required=True,
        help="It is not ours, cannot be done so, or is unjustly judged as late.",
    ),
    WHY,
)
_act(
    "decide-objection",
    "Uphold an objection or reject it.",
    click.option("--uphold/--reject", "upheld", required=True, help="Which of them."),
    WHY,
)
_act("ask-to-contribute", "Ask another unit to contribute.", UNIT, WORDS)
_act("hand-over", "Hand a work over to another unit.", UNIT, OFFICER, WHY)
_act("suspend", "Suspend a work: its clock stands still.", WHY)
_act("resume", "Take a suspended work up again.", UNTIL)
_act("withdraw", "Withdraw a work: nobody has to do it any more.", WHY)
_act("comment", "Say something about a work.", WHY)


@command(work, "attach", WorkPermission.SEE)
@click.argument("key")
@click.argument(
    "paths",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--day", type=Day(), help="The day that they are of.")
@json_option
def attach(key: str, paths: tuple[Path, ...], day: date | None, as_json: bool) -> None:
    """Put files to a work: evidence, a draft of what comes of it, a scan."""
    today = timezone.localdate()
    standing = work_known(key, acting(), on=today)
    with ExitStack() as opened, refusals():
        sent = [File(opened.enter_context(path.open("rb")), path.name) for path in paths]
        given = Given(files=sent, evidence_on=day)
        carry_out("attach", standing, by=acting(), at=timezone.now(), given=given)
    _tell(work_known(key, acting(), on=today), as_json)


work.add_command(files)


@command(work, "delegate", WorkPermission.HANDLE)
@click.argument("officer")
@click.argument("deputy")
@click.option("--until", type=Day(), required=True, help="The first day on which they are back.")
@click.option("--reason", required=True, help="Why they are away.")
@on_option
def delegate(officer: str, deputy: str, until: date, reason: str, on: date | None) -> None:
    """Let DEPUTY do all that OFFICER has to do while away; both by their number."""
    on = on or timezone.localdate()
    away, deputising = officer_named(officer), officer_named(deputy)
    assert away
    assert deputising
    with refusals():
        ask_to_delegate(away, acting(), on=timezone.localdate())
        custody.delegate(away, by=acting(), deputy=deputising, on=on, until=until, reason=reason)
    words = _("%(deputy)s stands in for %(officer)s: %(period)s.")
    period = writing.period(on, until)
    click.echo(words % {"deputy": deputy, "officer": officer, "period": period})


@command(work, "calendar", WorkPermission.CALENDAR)
@click.argument("days", nargs=-1, required=True, type=Day())
@click.option("--off/--worked", "off", required=True, help="Whether they are off or worked.")
@click.option("--number", required=True, help="Number of the notice that says so.")
@click.option("--reason", required=True, help="For what.")
@on_option
@json_option
def announce(
    days: tuple[date, ...], off: bool, number: str, reason: str, on: date | None, as_json: bool
) -> None:
    """Announce days off, or worked after all; --on is the day on which it became known."""
    require(WorkPermission.CALENDAR, EVERYWHERE)
    given = {"works": not off, "number": number, "reason": reason}
    with refusals():
        changed = calendar.announce([*days], by=acting(), on=on or timezone.localdate(), **given)
    if as_json:
        say({"changed": changed})
    else:
        said = [writing.day(date.fromisoformat(day)) for day in changed]
        click.echo(_("Changed: %s.") % (", ".join(said) or _("no day")))


def _tell(standing: Standing, as_json: bool) -> None:
    today = timezone.localdate()
    if as_json:
        say(work_document(standing, today))
        return
    work, names = standing.work, Names()
    click.echo(f"{work.key}  {work.title}")
    state = str(STATES[standing.state.value])
    words, _look = how_it_stands(standing, today)
    click.echo(f"  {state}; {words}" if words != state else f"  {state}")
    if standing.due:
        click.echo("  " + _("due on %(day)s") % {"day": writing.day(standing.due)})
    for stay in standing.custody:
        click.echo(f"  {writing.moment(stay.start)}  {names.unit(stay.unit.key)}")
    for event in standing.events:
        words = str(HAPPENED[event.what]) % {"unit": names.unit(event.unit.key)}
        click.echo(f"  {writing.moment(event.at)}  {words}")
    for one in standing.files:
        closed = " " + _("(withdrawn)") if hasattr(one, "withdrawal") else ""
        click.echo(f"  {one.pk:>6}  {one.name}{closed}")


def _term(given: tuple[str, str] | None) -> Term | None:
    if given is None:
        return None
    number, measure = given
    if measure not in MEASURES or not number.isdecimal() or not 1 <= int(number) <= MOST:
        fail(_("A term is a number from 1 to 1000 and one of: %s.") % ", ".join(MEASURES), REFUSED)
    return Term(int(number), Measure(measure))


def officer_named(key: str | None) -> Officer | None:
    """The officer of a number; None where none is named. Ends the command if there is none."""
    found = Officer.objects.filter(key=key).first() if key else None
    if key and found is None:
        fail(_("Nobody was entered under the number “%s”.") % key, REFUSED)
    return found


@contextmanager
def refusals() -> Iterator[None]:
    """What refuses an act ends the command with its sentence."""
    try:
        yield
    except (Refused, NotNow) as refused:
        fail(refusal_words(refused), REFUSED)
    except NotEntitled as wrong:
        require(wrong.permission, wrong.unit)
    except ValidationError as wrong:
        fail(" ".join(wrong.messages), REFUSED)
