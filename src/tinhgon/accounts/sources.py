"""Roles that nobody granted: modules above name a function in `AppConfig.ready` that knows them.

    role_source("tinhgon.staff.posts.roles.given_by_posts")

The function takes ids of accounts (None: all) and a day, and says which roles each of these people
has then, in a fixed number of queries. It is asked only where no grant gives what a door asks for.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.module_loading import import_string

_sources: list[str] = []


@dataclass(frozen=True)
class Given:
    """A role over the unit of this key and all below it, for a period, and what gives it."""

    role: str
    unit: str
    start: date | None
    end: date | None
    because: str


def role_source(name: str) -> None:
    """Let the function with this dotted name say which roles people have."""
    if name not in _sources:
        _sources.append(name)


def given_roles(user: int, on: date) -> list[Given]:
    """The roles that somebody has on a day without a grant."""
    return [given for _user, given in roles_given([user], on)]


def roles_given(users: Collection[int] | None, on: date) -> list[tuple[int, Given]]:
    """The roles that people (None: all) have on a day without a grant, each with whose it is."""
    return [pair for name in _sources for pair in import_string(name)(users, on)]


def units_given(user: int, roles: Collection[str], on: date) -> set[str]:
    """The keys of the units over which somebody has one of these roles without a grant."""
    return {given.unit for given in given_roles(user, on) if given.role in roles}
