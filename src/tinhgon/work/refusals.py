"""Why something is not done with a work, and how it is said."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.work.life import NotNow, State
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.work.working import names_of


class Refused(Exception):
    """What is not done: `code` names the sentence, `facts` are the values it needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


WORDS: dict[str, Promise] = {
    "no-lead": _("Name the unit that is to do it: one unit, and no more."),
    "several-leads": _(
        "%(units)s cannot all lead. One unit leads a work and answers for it; name the others as "
        "contributors."
    ),
    "not-standing": _(
        "%(unit)s does not stand on %(day)s. Name a unit that does, or whoever took over from it."
    ),
    "not-answering": _(
        "%(giver)s does not answer for %(unit)s on %(day)s: it can give works to itself and to "
        "units below it."
    ),
    "not-of-unit": _("%(officer)s has no post in %(unit)s on %(day)s. Name somebody who has."),
    "unknown-kind": _("There is no kind of work “%(given)s”. There are: %(known)s."),
    "unknown-template": _("There is no set of clarities “%(given)s” then. There are: %(known)s."),
    "unclear": _("Not everything is clear yet. Missing (%(template)s): %(missing)s."),
    "no-title": _("Say what is to be done."),
    "no-origin": _("Say by which instrument it is given, or in words where it comes from."),
    "no-reason": _("Give the reason: it stays with the work."),
    "due-twice": _("Name a day or a term, not both."),
    "due-before": _("It would be due on %(day)s, before it is given."),
    "outside-calendar": _(
        "The working calendar does not reach that far. Name a day, or a shorter term."
    ),
    "part-after-whole": _(
        "A part may not be due after the whole, which is due on %(day)s. Name an earlier day, or "
        "ask for an extension first."
    ),
    "nobody-chosen": _("Nobody is chosen. Tick the units that are to do it."),
    "not-below": _("%(unit)s is none of the units below to which %(giver)s hands a work down."),
    "part-already": _("%(unit)s has this part already."),
    "too-many-units": _("These are %(count)s units; at most %(most)s are given a part at once."),
    "not-all": _(
        "Nothing is given: of %(every)s units %(count)s cannot be given their part. Set right what "
        "is wrong, or leave them out."
    ),
    "parts-open": _("%(count)s parts of it are still open. They have to be closed first."),
    "not-yet": _("%(day)s has not come yet."),
    "before-last": _("Something happened to this work after that. Name a later moment."),
    "has-it-already": _("%(unit)s has it already. Name another unit, or somebody else in it."),
    "contributes-already": _("%(unit)s contributes to this work already."),
    "too-long": _("This is longer than %(most)s characters. Shorten it."),
    "too-many-works": _(
        "These are %(count)s works; at most %(most)s are done at once. Narrow the list."
    ),
    "leads-it": _("%(unit)s leads this work. Name another unit as contributor."),
    "no-contributor": _("Name the unit that is to contribute."),
    "too-late": _(
        "It was due on %(day)s. An extension is asked for and decided on that day at the latest."
    ),
    "not-later": _("It is due on %(day)s. Name a later day."),
    "never-due": _("It has no day on which it is due, or its clock stands still."),
    "asked-already": _("An extension was asked for already and is not decided yet."),
    "no-decision": _("Say what is decided: yes or no."),
    "decided-already": _("This was decided already."),
    "needs-a-day": _(
        "It was to be done by %(day)s, a day that was named. Say by which day it is to be done now."
    ),
    "no-day-wanted": _(
        "Its time goes on as before: no other day is named now. Leave the day out; more time is "
        "given by an extension."
    ),
    "day-past": _("%(day)s is past. Name today or a later day."),
    "no-file": _("Choose a file."),
    "unknown-file": _(
        "“%(file)s” is none of the files that are taken: %(known)s; text in UTF-8. What counts is "
        "what is in it, not how it is called. Save it as one of these and choose it again."
    ),
    "with-macros": _(
        "“%(file)s” has macros in it. Save it without them, or as PDF, and choose it again."
    ),
    "file-too-large": _(
        "“%(file)s” has more than %(most)s MB. Make it smaller or split it, and choose it again."
    ),
    "empty-file": _("“%(file)s” is empty. Choose another file."),
    "too-many-files": _(
        "A work has at most %(most)s files, withdrawn ones among them; this one has %(there)s. Put "
        "several papers into one PDF."
    ),
    "not-your-file": _("A file is withdrawn by whoever put it there."),
    "file-withdrawn": _("This file was withdrawn already."),
    "unknown-objection": _("There is no objection “%(given)s”. There are: %(known)s."),
    "objected-already": _("An objection was raised already and is not decided yet."),
    "no-objection": _("No objection waits for a decision."),
    "only-judgement": _(
        "It was confirmed as done: only that it counts as late may still be objected to."
    ),
    "not-late": _("It does not count as late, or that is excused already: nothing to object to."),
    "deputy-away": _("%(deputy)s is away on some of these days too. Name somebody else."),
    "own-deputy": _("Nobody stands in for themselves. Name somebody else."),
    "absence-ends": _("Say from when until when; an absence ends after it begins."),
}

NOT_NOW: dict[str, Promise] = {
    "issued": _("It was given and not accepted yet."),
    "accepted": _("It is being done."),
    "reported": _("It was reported as done and waits to be confirmed or sent back."),
    "suspended": _("It is suspended. Take it up again first."),
    "confirmed": _("It was confirmed as done: nothing more is done with it."),
    "withdrawn": _("It was withdrawn: nothing more is done with it."),
}
"""Why an act is not allowed, by the state of the work."""


def refusal_words(
    refused: Refused | NotNow, words: Promise | None = None, names: Names | None = None
) -> str:
    """What is wrong and what to do, in the reader's language.

    `words` is another sentence for it; `names` are those of units, where many are told.
    """
    if isinstance(refused, NotNow):
        return str(_("This cannot be done now. %s")) % NOT_NOW[State(refused.state).value]
    names = names or Names()
    said = {name: _said(name, value, names) for name, value in refused.facts.items()}
    return str(words or WORDS[refused.code]) % said


def _said(name: str, value: Any, names: Names) -> str:
    if isinstance(value, date):
        return writing.day(value)
    if name in ("unit", "giver"):
        return names.unit(value)
    if name == "units":
        return ", ".join(names.unit(one) for one in value)
    if name == "missing":
        return ", ".join(names_of(value))
    if name == "template":
        return names_of([value])[0]
    return writing.count(value) if isinstance(value, int) else str(value)
