"""Directives, and the drafts of the tasks that they give."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models.sessions import Session
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import KEY, Unit
from tinhgon.staff.models import Officer
from tinhgon.work.models import Work
from tinhgon.work.models.happening import MEASURES


class Kind(models.TextChoices):
    """What a directive is."""

    CONCLUSION = "conclusion", _("Conclusion")
    PROGRAMME = "programme", _("Programme of a resolution")
    INSTRUCTION = "instruction", _("Instruction")


class Directive(models.Model):
    """A conclusion, a programme or an instruction (văn bản chỉ đạo) of a unit, and its text.

    It is a draft until it is issued: then each of its tasks is a work. `number` is its own while
    the register lacks it: the instrument is entered as it is issued. `carries_out` is the
    resolution of which a programme is, `session` the one that a conclusion ends. `clarities` are
    said for every task that says nothing else.
    """

    key = models.CharField(max_length=64, unique=True, validators=[RegexValidator(rf"^{KEY}\Z")])
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.CONCLUSION)
    title = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="directives")
    day = models.DateField()
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="directives"
    )
    carries_out = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="carried_out_by"
    )
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="directives"
    )
    number = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)
    template = models.CharField(max_length=40, blank=True)
    clarities = models.JSONField(default=dict, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.CharField(max_length=100)
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.CharField(max_length=100, blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints: list[Any] = [
            models.CheckConstraint(
                name="directives_has_a_title",
                condition=~Q(title=""),
                violation_error_message=_("Say what the directive is called."),
            ),
            models.CheckConstraint(
                name="directives_issued_by_somebody",
                condition=Q(issued_at__isnull=True, issued_by="")
                | (Q(issued_at__isnull=False) & ~Q(issued_by="")),
            ),
        ]
        indexes = [models.Index(fields=["unit", "day"], name="directives_of_unit")]

    def __str__(self) -> str:
        return f"{self.key}: {self.title}"

    @property
    def is_issued(self) -> bool:
        """Whether its tasks are works."""
        return self.issued_at is not None


class Task(models.Model):
    """The draft of a task (dự thảo nhiệm vụ), and the work that it became.

    `leads` and `contributors` are keys of units: a draft may name several that lead, or none.
    `doubts` are what the text left open and nobody has looked at yet; [start, end) is where the
    words stand on which it rests, if it was read.
    """

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="tasks")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=500)
    product = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=40, default="task")
    leads = models.JSONField(default=list, blank=True)
    contributors = models.JSONField(default=list, blank=True)
    officer = models.ForeignKey(
        Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due = models.DateField(null=True, blank=True)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    measure = models.CharField(max_length=12, blank=True, choices=MEASURES.items())
    clarities = models.JSONField(default=dict, blank=True)
    doubts = models.JSONField(default=list, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    work = models.OneToOneField(
        Work, null=True, blank=True, on_delete=models.PROTECT, related_name="task"
    )

    class Meta:
        ordering = ["place", "pk"]
        constraints: list[Any] = [
            models.CheckConstraint(
                name="directives_task_is_due_once",
                condition=Q(due__isnull=True) | Q(number__isnull=True),
                violation_error_message=_("Name a day or a term, not both."),
            ),
            models.CheckConstraint(
                name="directives_term_is_whole",
                condition=Q(number__isnull=True, measure="") | (Q(number__gte=1) & ~Q(measure="")),
            ),
            models.CheckConstraint(
                name="directives_task_rests_on_words",
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=models.F("start")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.directive_id}/{self.place}: {self.title}"
