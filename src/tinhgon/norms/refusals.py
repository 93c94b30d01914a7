"""Why something is not done about norms, and how it is said."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.ui import writing


class Refused(Exception):
    """What is not done: `code` names the sentence, `facts` are the values it needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


WORDS: dict[str, Promise] = {
    "earlier-day": _(
        "What was found is kept as of %(day)s already: an earlier day can only be looked at."
    ),
    "unknown-rule": _("There is no rule “%(rule)s”."),
    "authority-not-above": _(
        "%(authority)s does not stand above %(unit)s on %(day)s: it cannot waive for it."
    ),
    "no-end": _("A waiver needs a last day, on or after its first."),
    "no-reason": _("Say why: it stands in the record with its reason."),
    "no-number": _("Name the decision by its number."),
    "revoked-already": _("The waiver was revoked already, from %(day)s."),
    "over-already": _("The waiver held until %(day)s: there is nothing to revoke."),
    "not-standing": _("%(unit)s does not stand on %(day)s."),
    "not-a-body": _("%(unit)s is an area. Working regulations are of bodies."),
    "before-latest": _("What is in force from %(day)s is recorded already. Begin after that day."),
    "none-in-force": _("No working regulations are in force on %(day)s."),
    "unknown-aspect": _("“%(aspect)s” is nothing that can be recorded. There is: %(known)s."),
    "unknown-value": _("“%(value)s” is no choice. There is: %(known)s."),
}


def refusal_words(refused: Refused) -> str:
    """What is wrong and what to do, in the reader's language."""
    return str(WORDS[refused.code]) % {n: _said(v) for n, v in refused.facts.items()}


def _said(value: Any) -> str:
    return writing.day(value) if isinstance(value, date) else str(value)
