"""What is asked for before a seal, in words: what, of whom, how much is there, by which law."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.registry.naming import words_in
from tinhgon.reorganisation.evidence.required import Wanted
from tinhgon.reorganisation.words import Naming
from tinhgon.ui import writing


def told(one: Wanted, name: Naming) -> dict[str, Any]:
    """A fact for a page: title, whom it is asked of, what is there, what is asked, the law."""
    return {
        "wanted": one,
        "title": words_in(one.fact.title),
        "of": name(one.subject) if one.subject else "",
        "there": _there(one),
        "asked": _asked(one),
        "counted": _counted(one),
        "source": one.fact.source or _unsourced(),
        "mark": one.fact.mark,
        "is_met": one.is_met,
    }


def shown(one: Wanted) -> dict[str, Any]:
    """A fact for programs."""
    names = ("agreeing", "asked", "document", "on")
    return {
        "fact": one.fact.key,
        "subject": one.subject,
        "title": words_in(one.fact.title),
        "share": one.fact.share,
        "source": one.fact.source,
        "mark": one.fact.mark,
        "is_met": one.is_met,
        **({name: getattr(one.recorded, name) for name in names} if one.recorded else {}),
    }


def _there(one: Wanted) -> str:
    found = one.recorded
    if found is None:
        return _("Not recorded yet")
    parts = [found.document, writing.day(found.on)]
    if found.asked:
        numbers = {"agreeing": writing.count(found.agreeing or 0), "share": _share(one)}
        words = _("%(agreeing)s of %(asked)s agree (%(share)s %%)")
        parts.insert(0, words % {**numbers, "asked": writing.count(found.asked)})
    return ", ".join(filter(None, parts))


def _share(one: Wanted) -> str:
    """How many of a hundred agree, to one place and never rounded up over the bar."""
    assert one.recorded
    tenths = (one.recorded.agreeing or 0) * 1000 // (one.recorded.asked or 1)
    return writing.number(Decimal(tenths) / 10, 1)


def _asked(one: Wanted) -> str:
    if one.fact.share is None:
        return _("The number of the document is needed.")
    return _("More than %s %% must agree.") % one.fact.share


def _counted(one: Wanted) -> str:
    """Of what the figure or the document is: of one unit, or of all that is rearranged at once."""
    if one.subject:
        return _("One for each unit directly above those that are rearranged.")
    if one.fact.share is None:
        return _("One document for the whole package.")
    return _(
        "One figure for the whole package: all who were asked in all the units rearranged, added "
        "up. None is asked of each unit alone."
    )


def _unsourced() -> str:
    """That no provision was compared that asks for a fact."""
    return _(
        "Asked for from general knowledge: no provision was compared that asks for it on the day "
        "of effect. Look up the law in force on that day before you rely on it."
    )
