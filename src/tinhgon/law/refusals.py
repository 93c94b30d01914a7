"""Why the law gives no answer: a code and facts; words are put to them at the door."""

from typing import Any


class Refused(Exception):
    """A question that gets no answer: `code` says why, `facts` about what."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(f"{code} {facts}")
        self.code, self.facts = code, facts


class UnknownName(Refused):
    """Neither a figure nor a rule is called so."""


class NoProvision(Refused):
    """Nothing holds on this day: not yet, not any more, or the text was not obtained."""


class UnknownInput(Refused):
    """What was given is not asked."""


class BadInput(Refused):
    """What was given, or left out, cannot be computed with."""
