"""Letting be what was found, and taking that back."""

from datetime import date, timedelta

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.norms import actions
from tinhgon.norms.cli.group import norms
from tinhgon.norms.json_documents import waiver_document
from tinhgon.norms.models import Waiver
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.registry import queries
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


@command(norms, "waive", NormsPermission.WAIVE)
@click.argument("rule")
@click.argument("unit")
@click.option("--authority", required=True, help="The unit above that decides: key or code.")
@click.option("--number", required=True, help="Number of its decision.")
@click.option("--reason", required=True, help="Why; it stands in the record.")
@click.option("--until", type=Day(), required=True, help="The last day.")
@on_option
@json_option
def waive(
    rule: str,
    unit: str,
    authority: str,
    number: str,
    reason: str,
    until: date,
    on: date | None,
    as_json: bool,
) -> None:
    """Let be what a rule finds of a unit, to a last day. It stays in the list as waived."""
    on = on or timezone.localdate()
    decides = queries.unit(authority, on)
    require(NormsPermission.WAIVE, decides.key)
    try:
        made = actions.waive(
            queries.unit(unit, on),
            by=acting(),
            rule=rule,
            authority=decides,
            number=number,
            reason=reason,
            on=on,
            until=until + timedelta(days=1),
        )
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    _say(made, as_json, _("The waiver is recorded. It ends by itself."))


@command(norms, "revoke", NormsPermission.WAIVE)
@click.argument("id", type=int)
@click.option("--reason", required=True, help="Why; it stands in the record.")
@on_option
@json_option
def revoke(id: int, reason: str, on: date | None, as_json: bool) -> None:
    """Take a waiver back from a day on."""
    found = Waiver.objects.select_related("unit", "authority").filter(pk=id).first()
    if found is None:
        fail(_("There is no waiver %s.") % id, REFUSED)
    require(NormsPermission.WAIVE, found.authority.key)
    try:
        actions.revoke(found, by=acting(), on=on or timezone.localdate(), reason=reason)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    _say(found, as_json, _("The waiver no longer holds from that day on."))


def _say(waiver: Waiver, as_json: bool, words: str) -> None:
    if as_json:
        say(waiver_document(waiver))
    else:
        click.echo(f"{waiver.pk}: {words}")
