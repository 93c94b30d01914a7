"""What became of plans on the command line: events, notices, systems that are told."""

import sys
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.reorganisation.events import actions
from tinhgon.reorganisation.events.delivering import deliver as send_due
from tinhgon.reorganisation.events.linked import nodes
from tinhgon.reorganisation.events.notations import NOTATIONS
from tinhgon.reorganisation.events.notice_table import HEADER, documents, table
from tinhgon.reorganisation.events.notices import Notices, notices_of
from tinhgon.reorganisation.events.published import published_package
from tinhgon.reorganisation.events.subscriptions import (
    REFUSED as REFUSED_ONES,
)
from tinhgon.reorganisation.events.subscriptions import (
    refused_words,
    subscription,
    subscription_document,
)
from tinhgon.reorganisation.events.subscriptions import subscriptions as all_told
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, say
from tinhgon.ui.doors import PUBLIC
from tinhgon.ui.spreadsheets import TABLES, write_csv, xlsx_bytes

group = click.Group("after-effect")
"""Its commands are put into `tinhgon plan`."""


@command(group, "events", PUBLIC)
@click.argument("code")
@click.option(
    "--format",
    "notation",
    type=click.Choice([*NOTATIONS]),
    default="jsonld",
    show_default=True,
    help="In which notation.",
)
@click.option("--base", help="Where the site is reached; by default TINHGON_SITE_URL.")
def events(code: str, notation: str, base: str | None) -> None:
    """The change events of an enacted package as linked data (W3C ORG)."""
    _media, write = NOTATIONS[notation]
    for piece in write(nodes(published_package(code), base or settings.SITE_URL)):
        click.echo(piece, nl=False)


@command(group, "notices", PUBLIC)
@click.argument("code")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file, .csv or .xlsx; without it, to the screen as CSV.",
)
@json_option
def notices(code: str, output: Path | None, as_json: bool) -> None:
    """What the people of each unit that ends, or is shared, are told."""
    told = notices_of(published_package(code))
    if told is None:
        fail(_("The package was withdrawn: there is nothing to be told."), REFUSED)
    assert told
    if as_json:
        say({"notices": documents(told, told.units)})
    else:
        _write(told, output)


def _write(told: Notices, output: Path | None) -> None:
    rows = table(told, told.units)
    if output is None:
        write_csv(sys.stdout, HEADER, rows)
        return
    kind = output.suffix.lstrip(".").lower()
    if kind not in TABLES:
        fail(_("%s is neither .csv nor .xlsx.") % output.name, REFUSED)
    if kind == "xlsx":
        output.write_bytes(xlsx_bytes(HEADER, rows))
    else:
        with output.open("w", encoding="utf-8-sig", newline="") as file:
            write_csv(file, HEADER, rows)
    click.echo(_("%(count)s notices in %(file)s") % {"count": len(told.units), "file": output})


@command(group, "subscriptions", PlanPermission.SUBSCRIBE, over=EVERYWHERE)
@json_option
def subscriptions(as_json: bool) -> None:
    """Other systems that are told what becomes of packages, and how that went last."""
    told = [subscription_document(one) for one in all_told()]
    if as_json:
        say({"subscriptions": told})
    for one in told if not as_json else ():
        click.echo(f"{one['id']:>5}  {one['last_answer'] or '–':<12}  {one['url']}")


@command(group, "subscribe", PlanPermission.SUBSCRIBE, over=EVERYWHERE)
@click.argument("url")
@json_option
def subscribe(url: str, as_json: bool) -> None:
    """Tell the system at this address from now on; its secret is shown this once."""
    try:
        made = actions.subscribe(url, by=acting())
    except REFUSED_ONES as refused:
        fail(refused_words(refused), REFUSED)
    if as_json:
        say({"id": made.pk, "url": made.url, "secret": made.secret})
    else:
        click.echo(made.secret)


@command(group, "unsubscribe", PlanPermission.SUBSCRIBE, over=EVERYWHERE)
@click.argument("url")
def unsubscribe(url: str) -> None:
    """Tell the system at this address no more."""
    actions.unsubscribe(subscription(url=url), by=acting())
    click.echo(_("%s is told no more.") % url)


@command(group, "deliver", PlanPermission.SUBSCRIBE, over=EVERYWHERE)
@json_option
def deliver(as_json: bool) -> None:
    """Send the messages that are due; for a job that runs every minute."""
    done = send_due(now=timezone.now())
    if as_json:
        say(vars(done))
    else:
        words = _("%(delivered)s delivered, %(waiting)s to be tried again, %(given_up)s given up")
        click.echo(words % vars(done))
