"""Comments on a package and those who were invited to it, on the command line."""

from collections.abc import Callable
from typing import Any

import click
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.accounts.models import User
from tinhgon.reorganisation.consulting import actions
from tinhgon.reorganisation.consulting.forms import MOST, account_of
from tinhgon.reorganisation.consulting.listing import OPEN, Wish, comments_on, readers_of
from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.deciding.refusals import refusal_words
from tinhgon.reorganisation.models import Comment, Package
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import package_to_edit, plan_in, seen_package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.workflow import Refused
from tinhgon.ui import writing
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, say
from tinhgon.ui.doors import PUBLIC

group = click.Group()
"""Its commands are put into `tinhgon plan`."""


@command(group, "comments", PUBLIC)
@click.argument("code")
@click.option("--open", "only_open", is_flag=True, help="Only those that wait for an answer.")
@json_option
def comments(code: str, only_open: bool, as_json: bool) -> None:
    """What was said about a package, the open first; for those who plan and were invited."""
    found = comments_on(_consulted(code), Wish(state=OPEN if only_open else ""))
    if as_json:
        say({"comments": [_document(one) for one in found]})
        return
    for one in found:
        state = _("Settled") if one.settled_at else _("Open")
        click.echo(f"{one.pk:>6}  {writing.moment(one.at)}  {one.who}  [{state}]\n{one.text}")
        if one.answer:
            click.echo(f"→ {one.answer}")


@command(group, "comment", PUBLIC)
@click.argument("code")
@click.option("--text", required=True, help="What is to be said.")
@click.option("--plan", default="", help="Code of the plan that it is about, if any.")
@click.option("--unit", default="", help="Key of the unit that it is about, if any.")
def comment(code: str, text: str, plan: str, unit: str) -> None:
    """Say something about a package before it is enacted."""
    package = _consulted(code)
    about = plan_in(package, plan) if plan else None
    _check_text(text)
    _check_unit(package, unit)
    said = {"text": text, "plan": about, "unit": unit}
    made = _acted(lambda: actions.comment(package, by=acting(), on=localdate(), **said))
    click.echo(str(made.pk))


@command(group, "answer", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("number", type=click.IntRange(1))
@click.option("--text", required=True, help="The answer; it stays.")
def answer(code: str, number: int, text: str) -> None:
    """Answer a comment and settle it; `plan comments` says its number."""
    about = comments_on(package_to_edit(code)).filter(pk=number).first()
    if about is None:
        fail(_("There is no comment %s.") % number, REFUSED)
    assert about
    _check_text(text)
    try:
        actions.settle(about, by=acting(), on=localdate(), answer=text)
    except actions.Settled:
        fail(_("Somebody else has answered it meanwhile; their answer stays."), REFUSED)
    click.echo(_("Answered and settled."))


@command(group, "invite", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("email")
def invite(code: str, email: str) -> None:
    """Let somebody with an account read a draft and comment on it."""
    package, reader = package_to_edit(code), _account(email)
    _acted(lambda: actions.invite(package, by=acting(), on=localdate(), reader=reader))
    click.echo(_("%s may read the draft and comment on it.") % reader.name)


@command(group, "uninvite", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("email")
def uninvite(code: str, email: str) -> None:
    """Let somebody read a draft no more; what they said stays."""
    package, reader = package_to_edit(code), _account(email)
    try:
        actions.uninvite(package, by=acting(), on=localdate(), reader=reader)
    except actions.NotInvited:
        fail(_("Nobody was invited under this name any more."), REFUSED)
    click.echo(_("%s is invited no more. What they said stays.") % reader.name)


@command(group, "readers", PlanPermission.DRAFT)
@click.argument("code")
@json_option
def readers(code: str, as_json: bool) -> None:
    """Who was invited to read a draft."""
    found = [
        {"name": one.reader.name, "email": one.reader.email, "invited_on": one.on}
        for one in readers_of(package_to_edit(code))
    ]
    if as_json:
        say({"readers": found})
    for one in () if as_json else found:
        click.echo(f"{one['email']:<40}  {one['name']}")


def _consulted(code: str) -> Package:
    """The package, for whoever reads the comments on it."""
    package = seen_package(code)
    if not may_consult(acting(), package, on=localdate()):
        fail(_("Comments are for those who plan and those who were invited."), REFUSED)
    return package


def _check_text(text: str) -> None:
    if not text.strip():
        fail(_("This must say something."), REFUSED)
    if len(text) > MOST:
        fail(_("This is longer than %s characters.") % writing.count(MOST), REFUSED)


def _check_unit(package: Package, unit: str) -> None:
    done = rearrangement(package)
    if unit and not (unit in done.before or unit in done.after):
        fail(_("There is no unit %s.") % unit, REFUSED)


def _account(email: str) -> User:
    found = account_of(email)
    if found is None:
        words = _("There is no account with the address %s. An administrator can open one.")
        fail(words % email, REFUSED)
    assert found
    return found


def _acted(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Refused as refused:
        fail("\n".join(refusal_words(refused)), REFUSED)


def _document(one: Comment) -> dict[str, Any]:
    return {
        "id": one.pk,
        "by": one.who,
        "at": one.at,
        "text": one.text,
        "plan": one.plan.code if one.plan else None,
        "unit": one.unit,
        "settled_at": one.settled_at,
        "answer": one.answer,
    }
