"""Why posts are not moved, and how it is said."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.staffing import Names
from tinhgon.ui import writing


class Refused(Exception):
    """Posts that are not moved: `code` names the sentence, `facts` are the values it needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


WORDS: dict[str, Promise] = {
    "not-some-posts": _("Give a number of posts from 1 to %(most)s."),
    "unknown-kind": _("On %(day)s there is no kind of staff “%(given)s”. There are: %(known)s."),
    "no-grounds": _("Say under which instrument this is done, or give the reason."),
    "not-standing": _("%(unit)s does not stand on %(day)s: it can receive no posts then."),
    "same-unit": _("Both sides are %(unit)s. Name two different units."),
    "not-above": _(
        "%(source)s does not stand above %(target)s on %(day)s. Posts go down from unit to unit; "
        "between others they are transferred."
    ),
    "overdrawn": _(
        "%(unit)s lacks %(missing)s posts (%(kind)s, %(purse)s) on %(day)s. Allot it more before "
        "that day, or move fewer."
    ),
    "reversed-already": _("This movement was reversed already. Each is reversed once."),
    "is-reversal": _("A reversal is not reversed. Do the movement again instead."),
    "is-succession": _(
        "What went to another unit in a reorganisation is not reversed. Transfer the posts, or "
        "draft a plan that takes the reorganisation back."
    ),
    "handed-on": _(
        "%(unit)s ended on %(day)s, and its posts went to %(heir)s. Move them from there, or name "
        "a day before."
    ),
    "nobody-took-over": _(
        "%(unit)s ended on %(day)s, and nobody is known who took its posts over: what it holds "
        "then would be left behind. Move the posts between units that stand on, or enter the "
        "successor into the register first."
    ),
    "before-original": _("The movement is of %(day)s. It cannot be reversed as of a day before."),
}

PURSES: dict[str, Promise] = {"open": _("open posts"), "frozen": _("frozen posts")}


def refusal_words(refused: Refused) -> str:
    """What is wrong and what to do, in the reader's language."""
    names = Names()
    said = {name: _said(name, value, names) for name, value in refused.facts.items()}
    return str(WORDS[refused.code]) % said


def _said(name: str, value: Any, names: Names) -> str:
    if isinstance(value, date):
        return writing.day(value)
    if name in ("unit", "source", "target", "heir"):
        return names.unit(value)
    if name == "kind":
        return names.kind(value, 2)
    if name == "purse":
        return str(PURSES[value])
    return writing.count(value) if isinstance(value, int) else str(value)
