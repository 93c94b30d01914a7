"""Changing what is registered: corrections and contacts."""

from datetime import date
from typing import Any

import click
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.domain.periods import Period
from tinhgon.registry import actions, queries
from tinhgon.registry.cli.group import registry
from tinhgon.registry.cli.named import instrument_named
from tinhgon.registry.contact.reached import contacts_of
from tinhgon.registry.correction.correcting import Uncorrectable
from tinhgon.registry.correction.refusals import correction_words
from tinhgon.registry.models import Unit, Version
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.seen import contacts_seen
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


@command(registry, "correct", RegistryPermission.CORRECT)
@click.argument("unit")
@click.option("--reason", required=True, help="Why; it stands in the record.")
@click.option("--from", "start", type=Day(), help="First day; by default as long as it stood.")
@click.option("--until", "end", type=Day(), help="First day after; by default while it stands.")
@click.option("--under", help="Number of the instrument that says what is right.")
@click.option("--name", help="The right name.")
@click.option("--kind", help="The right kind.")
@click.option("--code", help="The right code; empty for none.")
@click.option("--parent", help="The right unit above (key, or code on the day); the root for none.")
@json_option
def correct(
    unit: str,
    reason: str,
    start: date | None,
    end: date | None,
    under: str | None,
    as_json: bool,
    **facts: str | None,
) -> None:
    """Correct what is registered of a unit (key, or code on the first day)."""
    day = start or timezone.localdate()
    held = queries.unit(unit, day)
    require(RegistryPermission.CORRECT, held.key)
    given: dict[str, Any] = {name: value for name, value in facts.items() if value is not None}
    if "parent" in given:
        given["parent"] = queries.unit_key(given["parent"], day)
    try:
        counts = actions.correct(
            held,
            by=acting(),
            reason=reason,
            period=_period(held, start, end),
            facts=given,
            under=instrument_named(under),
        )
    except Uncorrectable as wrong:
        fail(f"{wrong.fact}: {correction_words(wrong)}", REFUSED)
    if as_json:
        say({"unit": held.key, "written": dict(counts)})
    else:
        click.echo(_("Corrected: %s. What was known before stays known.") % held.key)


@command(registry, "contact", RegistryPermission.CONTACT)
@click.argument("unit")
@on_option
@click.option("--address", help="Where it is.")
@click.option("--telephone", help="With area code.")
@click.option("--email", help="E-mail address.")
@click.option("--website", help="Beginning with https://.")
@click.option("--hours", help="Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30")
@click.option("--source", help="Where this is known from.")
@click.option("--clear", is_flag=True, help="From this day on nothing is known.")
@json_option
def contact(unit: str, on: date | None, clear: bool, as_json: bool, **said: str | None) -> None:
    """Say how a unit is reached from a day on; what is not given stays as it was."""
    on = on or timezone.localdate()
    held = queries.unit(unit, on)
    require(RegistryPermission.CONTACT, held.key)
    given = {name: value for name, value in said.items() if value is not None}
    if bool(given) is clear:
        fail(_("Say what has changed, or --clear."), REFUSED)
    contacts = contacts_of(held.key)
    before = next((one for one in contacts if on in one.period), None)
    kept = {name: getattr(before, name) for name in said} if before and not clear else {}
    try:
        actions.set_contact(
            held, by=acting(), on=on, contact={**kept, **given}, seen=contacts_seen(contacts)
        )
    except ValidationError as wrong:
        fail("\n".join(_wrong_words(wrong)), REFUSED)
    if as_json:
        say({"unit": held.key, "on": on, "contact": None if clear else {**kept, **given}})
    else:
        click.echo(_("Contact of %s kept.") % held.key)


def _wrong_words(wrong: ValidationError) -> list[str]:
    return [
        " ".join(messages if name == NON_FIELD_ERRORS else [f"{name}:", *messages])
        for name, messages in wrong.message_dict.items()
    ]


def _period(unit: Unit, start: date | None, end: date | None) -> Period:
    """The days meant; where none is given, those on which the unit stands."""
    spans = Version.objects.known_at().filter(unit=unit).in_order()
    stands = list(spans.values_list("valid_from", "valid_to"))
    try:
        return Period(start or stands[0][0], end or stands[-1][1])
    except (ValueError, IndexError):
        fail(_("The period must end after it starts, while the unit stands."), REFUSED)
        raise
