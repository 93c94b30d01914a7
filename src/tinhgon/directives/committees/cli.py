"""Committees on the command line: those of a day, one, its plan and sessions, what can be done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import click
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.directives.committees import actions
from tinhgon.directives.committees.carrying_out import Given, carry_out
from tinhgon.directives.committees.entitlement import Rights, ask_to_set_up, units_at
from tinhgon.directives.committees.json_documents import (
    committee_document,
    plan_document,
    row_document,
    sessions_document,
)
from tinhgon.directives.committees.listing import committees_seen, rows
from tinhgon.directives.committees.membership import members_on
from tinhgon.directives.committees.naming import committee_known
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.planning.lines import lines
from tinhgon.directives.committees.words import STATES, session_state, when
from tinhgon.directives.models import Capacity, Committee, Role
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.registry import queries
from tinhgon.registry.cli.named import instrument_named
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.commands import (
    REFUSED,
    Day,
    Instant,
    acting,
    command,
    fail,
    json_option,
    on_option,
    require,
    say,
)
from tinhgon.work.cli import officer_named
from tinhgon.work.entitlement import NotEntitled

MOST = 1000
SEE, KEEP = DirectivesPermission.SEE, DirectivesPermission.COMMITTEE


@click.group()
def committees() -> None:
    """Steering committees: members, plans of the year, sessions."""


@command(committees, "list", SEE)
@click.option("--past", is_flag=True, help="Those that had been dissolved by the day.")
@click.option("--most", type=click.IntRange(1, MOST), default=50, help="At most so many.")
@on_option
@json_option
def listed(past: bool, most: int, on: date | None, as_json: bool) -> None:
    """The committees of a day, by name."""
    today = timezone.localdate()
    found = committees_seen(Rights(acting(), today), on or today, past=past)
    told = rows(found[:most], on or today)
    if as_json:
        documents = [row_document(row) for row in told]
        say({"on": on or today, "every": len(found), "committees": documents})
        return
    for row in told:
        click.echo(f"{row.committee.key}  {row.committee.title}  {row.head or '–'}")


@command(committees, "show", SEE)
@click.argument("key")
@on_option
@json_option
def show(key: str, on: date | None, as_json: bool) -> None:
    """One committee: where it stands and who is a member on a day."""
    day = on or timezone.localdate()
    found = _known(key)
    if as_json:
        say(committee_document(found, day))
        return
    names, units = Names(), units_at(found, day)
    click.echo(f"{found.key}  {found.title}  {writing.period(found.valid_from, found.valid_to)}")
    for capacity in Capacity:
        if capacity in units:
            click.echo(f"  {capacity.label}: {names.unit(units[capacity].unit.key)}")
    for one in members_on(found, day):
        unsettled = f" ({_('To be settled')})" if one.left_post else ""
        role = one.member.get_role_display()
        click.echo(f"  {one.member.pk}  {role}: {one.name}{unsettled}")


@command(committees, "plan", SEE)
@click.argument("key")
@click.option("--year", type=click.IntRange(1900, 8999), help="The year; this one without it.")
@on_option
@json_option
def plan(key: str, year: int | None, on: date | None, as_json: bool) -> None:
    """The plan of a year as it stands on a day, what is due first first."""
    day = on or timezone.localdate()
    found, year = _known(key), year or day.year
    if as_json:
        say(plan_document(found, year, day))
        return
    told = lines(found, year, day)
    names = member_names([one.member for one in told if one.member], day)
    for line in told:
        due = when(year, line.month, line.day)
        who = names[line.member.pk] if line.member else "–"
        click.echo(f"{line.item.pk}  {due:>10}  {STATES[line.state]}  {line.item.what}  {who}")


@command(committees, "sessions", SEE)
@click.argument("key")
@click.option("--most", type=click.IntRange(1, MOST), default=50, help="At most so many.")
@json_option
def sessions(key: str, most: int, as_json: bool) -> None:
    """The sessions of a committee, the latest first."""
    asked = _known(key).sessions.prefetch_related("agenda", "invited").order_by("-at")
    found = [*asked[:most]]
    if as_json:
        say({"sessions": sessions_document(found)})
        return
    for one in found:
        click.echo(f"{one.pk}  {writing.moment(one.at)}  {session_state(one)[0]}  {one.place}")


@command(committees, "set-up", KEEP)
@click.argument("key")
@click.option("--title", "title_vi", required=True, help="What it is called in Vietnamese.")
@click.option("--title-en", default="", help="What it is called in English.")
@click.option("--unit", required=True, help="The unit in whose name it stands (key, or code).")
@click.option("--office", required=True, help="The unit that is its standing office.")
@click.option("--under", required=True, help="Number of the instrument that sets it up.")
@on_option
@json_option
def set_up(key: str, on: date | None, as_json: bool, **given: str) -> None:
    """Set up a committee under KEY, which never changes."""
    today = timezone.localdate()
    day = on or today
    unit, office = queries.unit(given["unit"], day), queries.unit(given["office"], day)
    titles = {"vi": given["title_vi"], "en": given["title_en"]}
    under = instrument_named(given["under"])
    assert under
    with _refused():
        ask_to_set_up(unit.key, acting(), on=today)
        named = {"unit": unit, "office": office, "under": under, "on": day}
        told = {language: words for language, words in titles.items() if words}
        actions.set_up(key, by=acting(), titles=told, **named)
    _tell(key, as_json)


def _act(name: str, act: str, help: str, *options: Callable[..., Any]) -> None:
    """A command for an act: the committee by its key, and what the act takes."""

    def done(key: str, as_json: bool, **given: Any) -> None:
        subject = _known(key)
        typed = {name: value for name, value in given.items() if value not in (None, ())}
        day = typed.get("on") or timezone.localdate()
        for box, found in (("officer", officer_named), ("under", instrument_named)):
            if box in typed:
                typed[box] = found(typed[box])
        if "unit" in typed:
            typed["unit"] = queries.unit(typed["unit"], day)
        if "units" in typed:
            typed["units"] = [queries.unit(one, day) for one in typed["units"]]
        if "stood_in" in typed:
            typed["stood_in"] = dict(typed["stood_in"])
        with _refused():
            carry_out(act, subject, by=acting(), at=timezone.now(), given=Given(**typed))
        _tell(key, as_json)

    done.__doc__ = help
    for option in reversed((click.argument("key"), *options)):
        done = option(done)
    command(committees, name, KEEP)(json_option(done))


WHY = click.option("--words", required=True, help="Why; it stays with the committee.")
ON = click.option("--on", type=Day(), help="The day; today without it.")
UNDER = click.option("--under", help="Number of the instrument.")
MEMBER = click.option("--member", type=int, help="Number of a member, as `show` tells it.")
ITEM = click.option("--item", type=int, required=True, help="Number of an item of a plan.")
YEAR = click.option("--year", type=click.IntRange(1900, 8999), help="The year; else this one.")
MONTH = click.option("--month", type=click.IntRange(1, 12), help="The month in which it is due.")
DAY = click.option("--day", type=Day(), help="Or the day on which it is due.")
UNIT = click.option("--unit", help="The unit (key, or code on the day).")
ITEMS = click.option("--item", "items", type=int, multiple=True, help="Items of a plan.")
SESSION = click.option("--session", type=int, required=True, help="Number of a session.")

_act(
    "attach",
    "attach",
    "Let it stand in another unit's name, or have another standing office.",
    click.option("--unit", required=True, help="The unit (key, or code on the day)."),
    click.option(
        "--capacity", type=click.Choice(Capacity.values), default="office", help="What it is then."
    ),
    ON,
    WHY,
)
_act(
    "dissolve",
    "dissolve",
    "Dissolve a committee: not while a session is to come.",
    ON,
    UNDER,
    click.option("--words", default="", help="Why, where there is no instrument."),
)
_act(
    "appoint",
    "appoint",
    "Make somebody a member: an officer, or a name and a position.",
    click.option("--role", type=click.Choice(Role.values), default="member", help="What they are."),
    click.option("--officer", help="Number of an officer."),
    click.option("--name", default="", help="Name of somebody who is not in the register."),
    click.option("--position", default="", help="Their position."),
    click.option("--looks-after", default="", help="The area they look after."),
    click.option("--unit", "units", multiple=True, help="A unit they look after."),
    ON,
    click.option("--until", type=Day(), help="The first day after."),
    UNDER,
)
_act("relieve", "relieve", "End a membership.", MEMBER, ON, WHY)
_act(
    "add-item",
    "add-item",
    "Add to the plan of a year.",
    click.option("--what", required=True, help="What is planned."),
    YEAR,
    MONTH,
    DAY,
    click.option("--product", default="", help="What comes of it."),
    MEMBER,
    UNIT,
    click.option("--recurring", is_flag=True, help="It recurs every year."),
)
_act("take-out-item", "take-out-item", "Take an item out of a draft.", ITEM)
_act("adopt-plan", "adopt-plan", "Adopt the plan of a year.", YEAR, ON, UNDER)
_act("carry-over", "carry-over", "Draft the next year's plan from items of this.", YEAR, ITEMS)
_act("move-item", "move-item", "Move an item to another month or day.", ITEM, MONTH, DAY, WHY)
_act("entrust-item", "entrust-item", "Let another member answer for it.", ITEM, MEMBER, WHY)
_act("item-done", "item-done", "Note that an item was done, and what came of it.", ITEM, ON, WHY)
_act("drop-item", "drop-item", "Drop an item.", ITEM, WHY)
_act(
    "call-session",
    "call-session",
    "Call a session: all who are members on its day are invited.",
    click.option("--when", type=Instant(), required=True, help="When: 2026-03-10T08:30."),
    click.option("--place", required=True, help="Where."),
    ITEMS,
    click.option("--point", "points", multiple=True, help="What else it is about."),
)
_act(
    "hold-session",
    "hold-session",
    "Record that a session was held, and what of its agenda is done.",
    SESSION,
    click.option("--came", "attended", type=int, multiple=True, help="Number of who came."),
    click.option(
        "--stood-in",
        type=(int, str),
        multiple=True,
        help="Number of a member, and who stood in for them.",
    ),
    ITEMS,
)
_act("cancel-session", "cancel-session", "Cancel a session.", SESSION, WHY)


def _known(key: str) -> Committee:
    return committee_known(key, acting(), on=timezone.localdate())


def _tell(key: str, as_json: bool) -> None:
    found = _known(key)
    if as_json:
        say(committee_document(found, timezone.localdate()))
    else:
        click.echo(_("Done: %s.") % f"{found.key} {found.title}")


@contextmanager
def _refused() -> Iterator[None]:
    """What refuses an act ends the command with its sentence."""
    try:
        yield
    except NotEntitled as wrong:
        require(wrong.permission, wrong.unit)
    except ValidationError as wrong:
        fail(" ".join(wrong.messages), REFUSED)
