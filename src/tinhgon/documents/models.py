"""Instruments: resolutions, laws and decisions, with their days and how surely we know them."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.ui import writing


class Mark(models.TextChoices):
    """How surely something is verified."""

    PRIMARY = "P", _("Checked against the text")
    OFFICIAL = "O", _("Official page")
    SECONDARY = "R", _("Secondary source")
    KNOWLEDGE = "K", _("Not checked")


class Instrument(models.Model):
    """A legal document under which units begin, end or change.

    `in_force` is the day from which it binds, `operative` the day from which the new apparatus
    works; between the two both the old and the new structure exist in law. Numbers are used again
    every year, so an instrument is known by its number and the day it was issued.
    """

    number = models.CharField(max_length=60)
    issued = models.DateField(null=True, blank=True)
    in_force = models.DateField(null=True, blank=True)
    operative = models.DateField(null=True, blank=True)
    titles = models.JSONField(default=dict)
    mark = models.CharField(max_length=1, choices=Mark, default=Mark.KNOWLEDGE)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number", "issued"], name="documents_one_a_day"),
            models.UniqueConstraint(
                fields=["number"], condition=Q(issued=None), name="documents_one_undated"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def title(self) -> str:
        """Its title in the reader's language, else in the first there is."""
        return writing.title(self.titles)

    def gap(self) -> tuple[date, date] | None:
        """The days [in force, operative) in which old and new exist side by side, if any."""
        if self.in_force and self.operative and self.in_force < self.operative:
            return self.in_force, self.operative
        return None
