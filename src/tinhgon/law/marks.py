"""How surely a figure of law is known (mức độ đối chiếu), and what that means for a result."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

MARKS = ("P", "Pq", "O", "R", "K", "K?")
"""From what was read in the text itself down to what is a guess."""

WORDS = {
    "P": _("Checked against the text"),
    "Pq": _("The article quoted word for word"),
    "O": _("Official page"),
    "R": _("Secondary source"),
    "K": _("Not checked"),
    "K?": _("Not checked, doubtful"),
}
DISCS = {"P": "P", "Pq": "O", "O": "O", "R": "R", "K": "K", "K?": "K"}
"""The disc that is drawn for each."""

CAUTION = _("Not verified against the primary text.")
"""What stands beside everything that rests on less than the text itself."""


def weakest(marks: Iterable[str]) -> str:
    """Of several marks the one that says least; without any, nothing is known."""
    return max(marks, key=MARKS.index, default=MARKS[-1])


def is_verified(mark: str) -> bool:
    """Whether the text of the law itself was read."""
    return mark == MARKS[0]
