"""A file that waits between a look at what it would do and the word to take it.

Of a file that is not taken the faults alone are kept, so that they can be read and taken along.
"""

from django.conf import settings
from django.db import models


class Upload(models.Model):
    """A file that somebody brings in; taken or forgotten within a day.

    `target` is what it is brought in for: `staff`, `works:` and the key of the unit that gives, or
    `book:` and the number of the book.
    `faults` are what is wrong with it, as documents; its content is empty then.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    target = models.CharField(max_length=80, default="staff")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=4)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    faults = models.JSONField(default=list)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name
