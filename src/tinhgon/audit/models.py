"""One table of acts. No foreign keys: the record must never get in the way of what it records."""

from django.db import models

from tinhgon.temporal.constraints import AppendOnly


class Entry(models.Model):
    """One act: who did what to what, when, and the hash that ties it to the entry before.

    Entries form one chain for each subject (a unit, a plan, the register as a whole), numbered from
    1. A bulk act is one entry: `rows` counts what it wrote and `root` is their Merkle root.
    """

    chain = models.CharField(max_length=100)
    place = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=100)
    act = models.CharField(max_length=50)
    target = models.CharField(max_length=200)
    facts = models.JSONField(default=dict)
    rows = models.PositiveIntegerField(null=True)
    root = models.CharField(max_length=64, null=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "place"], name="audit_one_entry_a_place"),
            AppendOnly(name="audit_append_only"),
        ]
        indexes = [models.Index(fields=["at"], name="audit_by_time")]

    def __str__(self) -> str:
        return f"{self.chain} #{self.place}: {self.act}"
