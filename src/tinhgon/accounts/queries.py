"""Questions about accounts: which roles somebody holds, and whom to ask for one."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from tinhgon.accounts.models import Grant, User
from tinhgon.accounts.permissions import AccountsPermission
from tinhgon.accounts.roles import ROLES, Role, roles_with
from tinhgon.accounts.sources import Given, given_roles, roles_given
from tinhgon.registry.directory import Directory, directory
from tinhgon.ui.actors import EVERYWHERE


@dataclass(frozen=True)
class Held:
    """A role that somebody holds: over the unit of this key and all below it, or everywhere.

    `because` names the post that gives it; a role that was granted has none.
    """

    role: Role
    start: date | None
    end: date | None
    unit: str | None = None
    unit_name: str = ""
    because: str = ""


def held_roles(user: User, on: date) -> list[Held]:
    """The roles that somebody holds on a day, those over everything first, those of posts last."""
    grants = Grant.objects.on(on).filter(user=user, role__in=ROLES).select_related("unit")
    ordered = list(grants.order_by(F("unit__key").asc(nulls_first=True), "role"))
    given = [one for one in given_roles(user.pk, on) if one.role in ROLES]
    register = directory() if given or any(grant.unit for grant in ordered) else None
    return [
        *(_held(grant, register, on) for grant in ordered),
        *(_named(_given(one), register, one.unit, on) for one in given),
    ]


def roles_of(users: Collection[int] | None, on: date) -> list[tuple[int, Role, str | None]]:
    """The roles that people (None: all) hold on a day: whose, which, and over which unit.

    The unit is a key, None stands for everything. As many queries for all as for one.
    """
    grants = Grant.objects.on(on).filter(role__in=ROLES, user__is_active=True)
    if users is not None:
        grants = grants.filter(user__in=users)
    held = grants.values_list("user_id", "role", "unit__key").order_by("pk")
    return [
        *((user, ROLES[role], unit) for user, role, unit in held),
        *(
            (user, ROLES[one.role], one.unit)
            for user, one in roles_given(users, on)
            if one.role in ROLES
        ),
    ]


def grants_seen_by(actor: Any, on: date, *, today: date) -> list[Grant]:
    """The grants in force on a day, to whoever manages accounts today: everywhere, or of a part.

    Of a part these are the grants over its units and those below them.
    """
    seen = Grant.objects.on(on).select_related("user", "unit").order_by("user__email", "role")
    if actor.may(AccountsPermission.MANAGE, on=today, unit=EVERYWHERE):
        return list(seen)
    roles = roles_with(AccountsPermission.MANAGE)
    managed = Grant.objects.on(today).filter(user=actor, role__in=roles)
    parts = {*managed.values_list("unit__key", flat=True)}
    return [given for given in seen if given.unit and parts & _at_or_above(given.unit.key, today)]


def _at_or_above(key: str, on: date) -> set[str]:
    """A unit and those above it on a day or, if it has ended, on the last it stood."""
    register = directory()
    path = register.path(register.on(key, on) or register.latest(key))
    return {entry.unit for entry in path}


def administrators(on: date) -> QuerySet[User]:
    """Those who may grant roles everywhere on a day."""
    managing = Grant.objects.on(on).filter(
        unit=None, role__in=roles_with(AccountsPermission.MANAGE)
    )
    return User.objects.filter(is_active=True, pk__in=managing.values("user")).order_by("name")


def _held(grant: Grant, register: Directory | None, on: date) -> Held:
    held = Held(ROLES[grant.role], grant.valid_from, grant.valid_to)
    return _named(held, register, grant.unit.key, on) if grant.unit else held


def _given(one: Given) -> Held:
    return Held(ROLES[one.role], one.start, one.end, because=one.because)


def _named(held: Held, register: Directory | None, key: str, on: date) -> Held:
    """A role with the unit over which it is held, as that is called on a day."""
    if register is None:
        return held
    entry = register.on(key, on) or register.latest(key)
    return replace(held, unit=key, unit_name=register.full_name(entry))
