"""Officers (cán bộ, công chức, viên chức), their particulars, and what they are assigned to."""

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import KEY
from tinhgon.staff.models.posts import Post
from tinhgon.temporal.constraints import NoOverlap
from tinhgon.temporal.models import Valid


class Officer(models.Model):
    """Somebody who works for the apparatus, known here by a number alone.

    Whoever signs in with `user` has the roles that their posts give.
    """

    key = models.CharField(max_length=64, unique=True, validators=[RegexValidator(rf"^{KEY}\Z")])
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="officer",
    )
    invented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.key


class Particulars(models.Model):
    """What is personal of an officer, and no more than is needed; its reading is recorded.

    `retires_as` is the group of the jurisdiction file by which the age of retirement goes.
    """

    officer = models.OneToOneField(
        Officer, primary_key=True, on_delete=models.CASCADE, related_name="particulars"
    )
    name = models.CharField(max_length=150)
    born = models.DateField(null=True, blank=True)
    retires_as = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return f"particulars of {self.officer_id}"


class Basis(models.TextChoices):
    """On what basis somebody is in a post."""

    MAIN = "main", _("Main post")
    CONCURRENT = "concurrent", _("Concurrently")
    LOAN = "loan", _("On loan")
    ACTING = "acting", _("Acting")


HOLDING = (Basis.MAIN.value, Basis.CONCURRENT.value, Basis.LOAN.value)
"""The bases on which somebody holds a post; whoever acts stands in for a holder."""


class Assignment(Valid):
    """Somebody is in a post for a period (bổ nhiệm, phân công)."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="assignments")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="assignments")
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.MAIN)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    reason = models.CharField(max_length=500, blank=True)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="staff_one_main_post_a_day",
                among=("officer_id",),
                open_in=None,
                only=("basis", (Basis.MAIN.value,)),
                violation_error_message=_("The officer already has a main post in this period."),
            ),
            NoOverlap(
                name="staff_one_holder_a_day",
                among=("post_id",),
                open_in=None,
                only=("basis", HOLDING),
                violation_error_message=_("Somebody else holds this post in this period."),
            ),
            NoOverlap(
                name="staff_one_acting_a_day",
                among=("post_id",),
                open_in=None,
                only=("basis", (Basis.ACTING.value,)),
                violation_error_message=_("Somebody else acts in this post in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}: {self.post} ({self.basis})"
