"""Why something is not done with a directive, and how it is said."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.staffing import Names
from tinhgon.ui import writing


class Refused(Exception):
    """What is not done: `code` names the sentence, `facts` are the values it needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


WORDS: dict[str, Promise] = {
    "issued": _("This directive was issued: its tasks are works, and what changes is done there."),
    "no-tasks": _("There is no task in it yet. Write one, or paste the text again."),
    "unclear": _(
        "%(unclear)s of %(tasks)s tasks are not clear yet. Each says what it still wants; nothing "
        "is issued until all are clear."
    ),
    "not-yet": _("%(day)s has not come yet: a directive is of today or of an earlier day."),
    "too-many": _("A directive has at most %(most)s tasks. Begin another one."),
    "unknown-template": _("There is no set of clarities “%(given)s” then. There are: %(known)s."),
    "no-such-task": _(
        "Somebody left this task out meanwhile. Look at the draft, and add it anew if it is wanted."
    ),
    "nobody-chosen": _("Nobody is chosen. Tick the units that are to do it."),
    "not-standing": _("%(unit)s does not stand on %(day)s."),
    "misnumbered": _("“%(number)s” is no number of a directive, such as 812/TB-UBND. %(why)s"),
    "number-taken": _(
        "The register has an instrument %(number)s of %(day)s, written otherwise. Name it as it "
        "stands there."
    ),
    "session-cancelled": _("The session was cancelled: there is nothing that it concluded."),
}


def refusal_words(refused: Refused) -> str:
    """What is wrong and what to do, in the reader's language."""
    said = {
        name: writing.count(value) if isinstance(value, int) else value
        for name, value in refused.facts.items()
    }
    if "day" in said:
        said["day"] = writing.day(said["day"])
    if "unit" in said:
        said["unit"] = Names().unit(said["unit"])
    return str(WORDS[refused.code]) % said
