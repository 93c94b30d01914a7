"""Sessions of a committee (phiên họp): when and where, what about, who came."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models.committees import Committee, Member


class Session(models.Model):
    """A session: to come while `held` is null, then held, or cancelled with a reason."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="sessions")
    at = models.DateTimeField()
    place = models.CharField(max_length=300)
    called_on = models.DateField()
    called_by = models.CharField(max_length=100)
    held = models.BooleanField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="directives_a_session_is_settled_wholly",
                condition=Q(held__isnull=True, settled_on__isnull=True, settled_by="", reason="")
                | (Q(held=True, settled_on__isnull=False) & ~Q(settled_by=""))
                | (Q(held=False, settled_on__isnull=False) & ~Q(settled_by="") & ~Q(reason="")),
                violation_error_message=_("Say why the session is cancelled."),
            ),
            models.UniqueConstraint(
                fields=["committee", "at"],
                condition=Q(held__isnull=True) | Q(held=True),
                name="directives_one_session_an_instant",
                violation_error_message=_("The committee meets at that hour already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id}: {self.at:%Y-%m-%d %H:%M}"


class AgendaItem(models.Model):
    """What a session is about, in order; `planned` is the item of the year's plan that it is."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="agenda")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=500)
    planned = models.ForeignKey(
        "directives.PlanItem",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="on_agendas",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"], name="directives_agenda_in_order"
            ),
            models.UniqueConstraint(
                fields=["session", "planned"], name="directives_planned_once_on_an_agenda"
            ),
            models.CheckConstraint(name="directives_agenda_says_what", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Somebody invited to a session; afterwards whether they attended, or who stood in for them."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="invited")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="invitations")
    attended = models.BooleanField(null=True, blank=True)
    stood_in = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "member"], name="directives_invited_once"),
            models.CheckConstraint(
                name="directives_nobody_stands_in_for_who_came",
                condition=Q(stood_in="") | Q(attended=False),
                violation_error_message=_("Nobody stands in for whoever came."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.member_id}"
