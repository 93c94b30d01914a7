"""People who sign in, and roles granted to them for a period over a part of the apparatus."""

import hashlib
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from tinhgon.accounts.roles import ROLES, roles_with
from tinhgon.accounts.sources import given_roles, units_given
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import answering_for, keys_answering
from tinhgon.temporal.constraints import NoOverlap
from tinhgon.temporal.models import Valid
from tinhgon.ui.actors import EVERYWHERE


class Users(BaseUserManager["User"]):
    """People by e-mail address."""

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """Somebody who signs in with an e-mail address. What they may do is in their grants."""

    email = models.EmailField(_("E-mail address"), unique=True)
    name = models.CharField(_("Name"), max_length=150)
    is_active = models.BooleanField(default=True)
    invented = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = Users()

    def __str__(self) -> str:
        return self.name

    @property
    def audit_name(self) -> str:
        """How the record of acts names this person: without personal data."""
        return f"user:{self.pk}"

    def may(self, permission: str, *, on: date, unit: str | None = None) -> bool:
        """Whether a role held on `on` gives this permission, for `unit` or for anything.

        Roles are granted, or given by posts (`sources`). `unit` is a key: the role must be for
        everything, for that unit, or for one above it on that day or, if it has ended, on the last
        day it stood. Without `unit`, any role with the permission will do; for `EVERYWHERE`, only
        one over everything.
        """
        return self.may_any([permission], on=on, unit=unit)

    def allowed(self, on: date) -> frozenset[str]:
        """All that roles held on a day give over any unit; two queries, whatever is asked of it."""
        if not self.is_active:
            return frozenset()
        granted = set(Grant.objects.on(on).filter(user=self).values_list("role", flat=True))
        roles = granted | {given.role for given in given_roles(self.pk, on)}
        return frozenset().union(*(ROLES[role].permissions for role in roles if role in ROLES))

    def may_any(
        self,
        permissions: Collection[str],
        *,
        on: date,
        unit: str | Collection[str] | None = None,
    ) -> bool:
        """Whether a role held on `on` gives one of these permissions; as `may` otherwise.

        Of several units one will do; they are asked for together.
        """
        roles = roles_with(*permissions)
        grants = Grant.objects.on(on).filter(user=self, role__in=roles)
        if not (self.is_active and roles):
            return False
        if unit is None:
            return grants.exists() or bool(units_given(self.pk, roles, on))
        if unit == EVERYWHERE:
            return grants.filter(unit=None).exists()
        answering = keys_answering(unit, on)
        granted = grants.filter(models.Q(unit=None) | models.Q(unit__key__in=answering))
        return granted.exists() or not units_given(self.pk, roles, on).isdisjoint(answering)

    def may_of(self, permission: str, *, on: date, units: Collection[str]) -> set[str]:
        """Of these units those for which `may` says yes; as many queries as for one."""
        roles = roles_with(permission)
        if not (self.is_active and roles and units):
            return set()
        grants = Grant.objects.on(on).filter(user=self, role__in=roles)
        over = {*grants.values_list("unit__key", flat=True)}
        if None in over:
            return {*units}
        over |= units_given(self.pk, roles, on)
        if not over:
            return set()
        answering = answering_for(units, on)
        return {unit for unit in units if not over.isdisjoint(answering[unit])}


class Grant(Valid):
    """A role held by somebody over a unit and all below it (everywhere if none) for a period.

    `moved_from` is the grant that a reorganisation closed when its unit ended and this one began.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="grants"
    )
    role = models.CharField(
        max_length=30, choices=[(key, role.name) for key, role in ROLES.items()]
    )
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="grants", db_index=False
    )
    granted_by = models.CharField(max_length=100)
    reason = models.CharField(max_length=300, blank=True)
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="accounts_one_grant_a_day",
                among=("user_id", "role", "unit_id"),
                open_in=None,
                violation_error_message=_("This role is already granted in this period."),
            ),
            NoOverlap(
                name="accounts_one_grant_everywhere",
                among=("user_id", "role"),
                open_in="unit_id",  # NULL is not equal to NULL above
                violation_error_message=_("This role is already granted in this period."),
            ),
        ]
        indexes = [models.Index(fields=["unit", "user", "role"], name="accounts_grant_over_unit")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class Tokens(models.QuerySet["Token"]):
    """Keys of programs."""

    def working(self, at: datetime) -> "Tokens":
        """Those that open something at an instant: not ended, nor of an account that is closed."""
        still = models.Q(ends=None) | models.Q(ends__gt=at)
        return self.filter(still, user__is_active=True)


class Token(models.Model):
    """A key by which a program acts for somebody. Only its hash is kept; `scopes` limit it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens"
    )
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made = models.DateTimeField(auto_now_add=True)
    ends = models.DateTimeField(null=True, blank=True)

    objects = Tokens.as_manager()

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def digest_of(secret: str) -> str:
        """What is kept of a secret: long random texts need no slow hash."""
        return hashlib.sha256(secret.encode()).hexdigest()


class Answered(models.Model):
    """The answer to a request of a program that named a key, kept so that it is done once.

    `key` and `said` are hashes: of the key with the token, and of the request.
    """

    key = models.CharField(max_length=64, unique=True)
    said = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=100)
    body = models.TextField()
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key[:8]
