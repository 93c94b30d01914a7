"""The record of acts on the command line."""

import click
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.audit.models import Entry
from tinhgon.audit.permissions import AuditPermission
from tinhgon.audit.record import heads as last_entries
from tinhgon.audit.record import verify as faults
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import FAILED, command, fail, json_option, say

WHY = {
    "digest": gettext_lazy("it does not say what was sealed"),
    "link": gettext_lazy("it does not follow from the entry before it"),
    "gap": gettext_lazy("entries before it are missing"),
    "rows": gettext_lazy("the rows that it wrote are no longer the same"),
}


@click.group()
def audit() -> None:
    """The record of acts: verify it, list it, publish its heads."""


@command(audit, "verify", AuditPermission.READ, over=EVERYWHERE)
@json_option
def verify(as_json: bool) -> None:
    """Prove that no act, and no row that one wrote, has been altered; leaves with 1 if so."""
    broken = list(faults())
    count = Entry.objects.count()
    if as_json:
        found = [{"chain": b.entry.chain, "place": b.entry.place, "why": b.why} for b in broken]
        say({"entries": count, "broken": found})
    for fault in broken if not as_json else ():
        click.echo(f"{fault.entry}: {WHY[fault.why]}", err=True)
    if broken:
        words = ngettext(
            "The record does not hold: %s fault.",
            "The record does not hold: %s faults.",
            len(broken),
        )
        fail(words % len(broken), FAILED)
    if not as_json:
        words = ngettext("The record holds: %s entry.", "The record holds: %s entries.", count)
        click.echo(words % count)


@command(audit, "heads", AuditPermission.READ, over=EVERYWHERE)
@json_option
def heads(as_json: bool) -> None:
    """The last hash of every chain, to be published where nobody can change it."""
    entries = list(last_entries())
    if as_json:
        say({"heads": {entry.chain: entry.digest for entry in entries}})
    for entry in entries if not as_json else ():
        click.echo(f"{entry.digest}  {entry.chain} #{entry.place}")


@command(audit, "list", AuditPermission.READ, over=EVERYWHERE)
@click.option(
    "--last", default=20, show_default=True, type=click.IntRange(1, 1000), help="How many acts."
)
@json_option
def list_acts(last: int, as_json: bool) -> None:
    """The latest acts, newest first."""
    entries = Entry.objects.order_by("-id")[:last]
    if as_json:
        names = ("at", "actor", "act", "target", "facts", "rows", "digest")
        say({"entries": [{name: getattr(entry, name) for name in names} for entry in entries]})
    for entry in entries if not as_json else ():
        click.echo(
            f"{entry.at:%Y-%m-%d %H:%M:%S}  {entry.actor:<20}  {entry.act:<20}  {entry.target}"
        )
