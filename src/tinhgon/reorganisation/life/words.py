"""The life of a package in words: what was done, by whom, and what is to be known of it.

Why something was decided is told only to those who plan, but for a withdrawal: that is public.
"""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from tinhgon.registry.naming import words_in
from tinhgon.registry.queries import jurisdiction
from tinhgon.reorganisation.life.lines import USER, Line
from tinhgon.reorganisation.words import ROWS, count_words
from tinhgon.ui import writing

ONCE: dict[str, Promise] = {
    "plan.drafted": gettext_lazy("Drafted"),
    "plan.copied": gettext_lazy("Copied from the package %(of)s"),
    "plan.compensates": gettext_lazy("Drafted to take back the package %(undoes)s"),
    "plan.appraised": gettext_lazy("Appraised"),
    "plan.sealed": gettext_lazy("Sealed"),
    "plan.given-back": gettext_lazy("Given back: the seal was lifted"),
    "plan.approved": gettext_lazy("Approved"),
    "plan.enacted": gettext_lazy("Enacted"),
    "plan.took-effect": gettext_lazy("Took effect"),
    "plan.withdrawn": gettext_lazy("Withdrawn"),
    "plan.rehearsed": gettext_lazy("Its effect was rehearsed on a copy"),
}
OFTEN = {
    "plan.edited": ngettext_lazy("Edited once", "Edited %s times"),
    "plan.commented": ngettext_lazy("Commented on", "%s comments"),
    "plan.comment-settled": ngettext_lazy("A comment was settled", "%s comments were settled"),
    "plan.invited": ngettext_lazy("Somebody was invited to read it", "%s people were invited"),
    "plan.uninvited": ngettext_lazy(
        "Somebody was invited no more", "%s people were invited no more"
    ),
    "plan.evidence": ngettext_lazy(
        "A fact that the law asks for was recorded", "%s facts that the law asks for were recorded"
    ),
    "plan.explained": ngettext_lazy("A finding was explained", "%s findings were explained"),
    "plan.allotted": ngettext_lazy("An allotment was decided", "%s allotments were decided"),
}
"""What was done, so many times."""

REASON_IS_PUBLIC = frozenset({"plan.withdrawn"})


def says(line: Line) -> str:
    """What was done; an act of which no words are known is called as the record calls it."""
    if line.act in OFTEN:
        return str(OFTEN[line.act] % line.many)
    if line.act in ONCE:
        return str(ONCE[line.act]) % {"of": "", "undoes": "", **line.facts}
    return _("Recorded as “%s”") % line.act


def who(line: Line) -> str:
    """By whom: a name where it may be told, else only whether it was an official."""
    if line.actor.startswith(USER):
        return line.who or _("an official")
    return _("the operator of this site")


def facts(line: Line, titles: Mapping[str, str], *, named: bool) -> list[str]:
    """What is to be known of it, each in a sentence; reasons only where `named`.

    `titles` are those of the facts that the law asks for, by key.
    """
    return [*_numbers(line), *_evidence(line, titles), *_reason(line, named), *_dated(line)]


def titles_of_facts() -> dict[str, str]:
    """What the facts are called that the law asks for, by key; one query."""
    return {fact.key: words_in(fact.title) for fact in jurisdiction().required_facts}


def digest(line: Line) -> str:
    """The seal that an act set, lifted or approved, or nothing."""
    return str(line.facts.get("digest", ""))


def _numbers(line: Line) -> Iterator[str]:
    told = line.facts
    if line.act == "plan.drafted":
        yield _("Operations: %s") % writing.count(sum(told.get("operations", {}).values()))
    if "edition" in told:
        yield _("Edition %s") % writing.count(told["edition"])
    if line.act == "plan.appraised":
        hung = sum(told.get("resting", {}).values())
        yield _("Hanging on the units that end: %s") % writing.count(hung)
    if isinstance(told.get("counts"), dict):
        yield from (_counted(what, many) for what, many in told["counts"].items() if many)


def _counted(what: str, many: int) -> str:
    named = count_words(what) if what in ROWS else what
    return f"{named}: {writing.count(many)}"


def _evidence(line: Line, titles: Mapping[str, str]) -> Iterator[str]:
    if line.act == "plan.evidence" and line.many == 1:
        key = str(line.facts.get("fact", ""))
        yield titles.get(key, key)


def _reason(line: Line, named: bool) -> Iterator[str]:
    reason = line.facts.get("reason")
    if reason and line.many == 1 and (named or line.act in REASON_IS_PUBLIC):
        yield _("Reason: %s") % reason


def _dated(line: Line) -> Iterator[str]:
    if line.on:
        yield _("dated %s") % writing.day(line.on)
