"""Posts (vị trí công tác): what somebody may be assigned to, and where it stands when."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.invention import INVENTED
from tinhgon.registry.models import KEY, Unit
from tinhgon.temporal.constraints import NoOverlap
from tinhgon.temporal.models import Valid
from tinhgon.ui import writing


class Rank(models.TextChoices):
    """What a post is among the leaders of its unit."""

    HEAD = "head", _("Head")
    DEPUTY = "deputy", _("Deputy")
    NONE = "none", _("Not a leader")


class Post(models.Model):
    """A post for as long as it is the same one; one person at most holds it on a day."""

    key = models.CharField(max_length=64, unique=True, validators=[RegexValidator(rf"^{KEY}\Z")])

    def __str__(self) -> str:
        return self.key


class Placement(Valid):
    """In which unit a post stands in a period, what it is called and what it is.

    `moved_from` is the placement that a reorganisation closed when its unit ended; `handing_on` is
    set only within such an act.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="placements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="placements")
    titles = models.JSONField()
    staff_kind = models.CharField(max_length=40)
    rank = models.CharField(max_length=6, choices=Rank, default=Rank.NONE)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="placements"
    )
    reason = models.CharField(max_length=500, blank=True)
    moved_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to"
    )
    handing_on = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta(Valid.Meta):
        abstract = False
        constraints: list[Any] = [
            *Valid.Meta.constraints,
            NoOverlap(
                name="staff_one_placement_a_day",
                among=("post_id",),
                open_in="handing_on",
                violation_error_message=_("The post already stands somewhere in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.title}"

    @property
    def title(self) -> str:
        """What the post is called, in the reader's language."""
        return writing.title(self.titles)

    @property
    def is_invented(self) -> bool:
        """Whether it was made up for showing."""
        return self.reason == INVENTED
