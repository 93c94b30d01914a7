"""What was found, what is judged, what is waived."""

import inspect
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.domain.norms import judging
from tinhgon.norms.cli.group import norms
from tinhgon.norms.finding.listing import STATES, Listed, Wish
from tinhgon.norms.finding.portrait import Portrait, portrait, portraits
from tinhgon.norms.finding.words import rule_title
from tinhgon.norms.json_documents import finding_document, waiver_document
from tinhgon.norms.models import SEVERITIES
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.queries import seen_by, waivers_seen_by
from tinhgon.registry import queries
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, say
from tinhgon.ui.doors import PUBLIC


@command(norms, "list", NormsPermission.SEE)
@click.option("--rule", default="", help="Of one rule alone; `norms rules` lists them.")
@click.option(
    "--severity",
    default="",
    type=click.Choice(["", *dict(SEVERITIES)]),
    help="Of one weight alone.",
)
@click.option("--bloc", default="", help="Of one bloc alone: party, front, state.")
@click.option("--unit", default="", help="Of a unit (key or code of today) and all below it.")
@click.option(
    "--state", default=STATES[0], type=click.Choice(STATES), help="Whether it is open still."
)
@json_option
def list_findings(
    rule: str, severity: str, bloc: str, unit: str, state: str, as_json: bool
) -> None:
    """What was found and is open, of the units that whoever asks may see, the heaviest first."""
    today = timezone.localdate()
    key = queries.unit(unit, today).key if unit else ""
    wish = Wish(rule, bloc, severity, key, state)
    found = Listed(acting(), wish, on=today, today=today).found
    if as_json:
        say({"findings": [finding_document(one) for one in found]})
        return
    for told in portraits(found, today):
        one = told.finding
        waived = f" [{_('Waived')}]" if one.waived else ""  # type: ignore[attr-defined]
        click.echo(f"{one.identifier}  [{one.get_severity_display()}]{waived} {told.says}")


@command(norms, "show", NormsPermission.SEE)
@click.argument("identifier")
@json_option
def show(identifier: str, as_json: bool) -> None:
    """One finding: the rule, its article, how sure, the inputs, what would satisfy it."""
    today = timezone.localdate()
    found = seen_by(acting(), today, today=today).filter(identifier=identifier).first()
    if found is None:
        fail(_("There is no finding “%s”.") % identifier[:40], REFUSED)
    if as_json:
        say(finding_document(found))
        return
    for line in _told(portrait(found, today)):
        click.echo(line)


def _told(one: Portrait) -> list[str]:
    cited = [f"  {c.title}: {c.citation} [{c.mark}]" for c, _disc in one.grounds.provisions]
    return [
        one.says,
        one.rule,
        *filter(None, [one.until]),
        *(f"  {name}: {value}" for name, value in one.grounds.inputs),
        *cited,
        *(f"  {words}" for words in one.remedies),
    ]


@command(norms, "rules", PUBLIC)
@json_option
def rules(as_json: bool) -> None:
    """What is judged: every rule with its name and its article."""
    found = [_rule(name, rule) for name, rule in judging.rules().items()]
    if as_json:
        say({"rules": found})
        return
    for one in found:
        click.echo(f"{one['rule']:<36}  {one['title']}")


def _rule(name: str, rule: Any) -> dict[str, str]:
    return {"rule": name, "title": rule_title(name), "says": inspect.getdoc(rule) or ""}


@command(norms, "waivers", NormsPermission.SEE)
@json_option
def waivers(as_json: bool) -> None:
    """What is let be, by which authority, until when; those that end first before the others."""
    found = list(waivers_seen_by(acting(), timezone.localdate()))
    if as_json:
        say({"waivers": [waiver_document(one) for one in found]})
        return
    names = Names()
    for one in found:
        period = writing.period(one.valid_from, one.valid_to)
        click.echo(f"{one.pk:>6}  {period}  {rule_title(one.rule)}: {names.unit(one.unit.key)}")
