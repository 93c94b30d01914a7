"""A year of the calendar of Vietnam, as the package `holidays` reckons it.

    python -m tools.calendars propose 2028   prints the year as a notice of `statutes/calendars`
    python -m tools.calendars compare 2026   prints the days on which the file says otherwise

It knows no swap before it is announced, and not all that are: what it prints is to be read beside
the year's notice. Only this needs the package: `pip install holidays`.
"""

import importlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import click
import yaml

from tinhgon.domain.worktime.calendar_file import read_almanac
from tinhgon.domain.worktime.calendars import OutsideCalendar
from tinhgon.statutes import CALENDARS

OCCASIONS = {
    "New Year's Day": "new-year",
    "Lunar New Year": "tet",
    "Hung Kings' Commemoration Day": "hung-kings",
    "Liberation Day/Reunification Day": "victory-day",
    "International Labor Day": "labour-day",
    "National Day": "national-day",
    "Vietnam Cultural Day": "culture-day",
}
"""Our occasions, by the names of the package or a part of them."""


@click.group()
def main() -> None:
    """A year of the calendar, proposed or compared."""


@main.command()
@click.argument("year", type=int)
def propose(year: int) -> None:
    """Print a year as a notice that is expected: mark K, until somebody announces it."""
    named = [*_named(year)]
    click.echo("  - mark: K")
    for heading, lieu in (("holidays", False), ("in_lieu", True)):
        click.echo(f"    {heading}:")
        for day, name in named:
            if ("(observed)" in name) is lieu:
                click.echo(f"      {day}: {_occasion(name)}")


@main.command()
@click.argument("year", type=int)
def compare(year: int) -> None:
    """Print the days that the file and the package do not both work."""
    document = yaml.safe_load((CALENDARS / "vn.yaml").read_text("utf-8"))
    calendar, package = read_almanac(document).known_at(), _package(year)
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    try:
        for day in days:
            if calendar.is_working(day) != package.is_working_day(day):
                said = calendar.on(day)
                works = "worked" if said.works else "off"
                click.echo(f"{day:%a} {day}: {works}, says {said.source.number or 'the week'}")
    except OutsideCalendar as outside:
        raise click.ClickException(str(outside)) from None


def _named(year: int) -> Iterator[tuple[date, str]]:
    """The days off of the package with their names; its swaps are not among them."""
    package = _package(year)
    return ((day, package[day]) for day in sorted(package) if _occasion(package[day]))


def _occasion(name: str) -> str | None:
    return next((ours for theirs, ours in OCCASIONS.items() if theirs in name), None)


def _package(year: int) -> Any:
    try:
        holidays = importlib.import_module("holidays")
    except ImportError:
        raise click.ClickException("the package is not here: pip install holidays") from None
    return holidays.country_holidays("VN", years=year, language="en_US")


if __name__ == "__main__":
    main()
