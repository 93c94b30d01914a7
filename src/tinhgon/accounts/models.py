"""People who sign in, and roles granted to them for a period over a part of the apparatus."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from tinhgon.accounts.roles import ROLES, roles_with
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import keys_above
from tinhgon.temporal.constraints import NoOverlap
from tinhgon.temporal.models import Valid


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
        """Whether a grant in force on `on` gives this permission, for `unit` or for anything.

        `unit` is a key: the grant must be for everything, for that unit, or for one above it on
        that day. Without `unit`, any grant with the permission will do.
        """
        grants = Grant.objects.on(on).filter(user=self, role__in=roles_with(permission))
        if not self.is_active:
            return False
        if unit is None:
            return grants.exists()
        return grants.filter(
            models.Q(unit=None) | models.Q(unit__key__in=keys_above(unit, on))
        ).exists()


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
        ]
        indexes = [models.Index(fields=["unit", "user", "role"], name="accounts_grant_over_unit")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


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

    def __str__(self) -> str:
        return self.name
