"""The text of a notice, in the language that is spoken: one paragraph a thought.

Advice on finding out and on papers is the jurisdiction's, each with how surely it is verified.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from tinhgon.domain.jurisdictions import Advice
from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.models import Contact
from tinhgon.registry.naming import words_in
from tinhgon.reorganisation.events.notices import Notice
from tinhgon.ui import writing

MOST_BELOW = 8


def heading(notice: Notice) -> str:
    """The finding in one sentence."""
    facts = {"unit": _name(notice), "day": writing.day(notice.day)}
    if not notice.ends:
        return _("From %(day)s, a part of %(unit)s belongs to another unit") % facts
    if not notice.successors:
        return _("From %(day)s, %(unit)s no longer operates") % facts
    if len(notice.successors) == 1:
        facts["other"] = _full(notice, notice.successors[0][0])
        return _("From %(day)s, the former %(unit)s belongs to %(other)s") % facts
    facts["count"] = writing.count(len(notice.successors))
    return _("From %(day)s, the former %(unit)s is shared among %(count)s units") % facts


def opening(notice: Notice) -> str:
    """Which unit, on which day, under which instrument."""
    facts = {"unit": _with_code(notice), "day": writing.day(notice.day), "under": _under(notice)}
    if notice.ends:
        return _("To whom it concerns in %(unit)s: the unit ends on %(day)s%(under)s.") % facts
    words = _(
        "To whom it concerns in %(unit)s: the unit goes on; from %(day)s a part of it belongs to "
        "another unit%(under)s."
    )
    return words % facts


def becoming(notice: Notice) -> str:
    """What becomes of it: the one successor; of several, that `taken` lists them."""
    if not notice.successors:
        return _without_successor(notice)
    if not notice.ends:
        return _("These take something of it; all the rest stays with the unit.")
    if len(notice.successors) > 1:
        return _("From that day it belongs to these units, each taking what is said beside it.")
    words = _("From that day all of it belongs to %s. Please go there for your affairs.")
    return words % _placed(notice, notice.successors[0][0])


def taken(notice: Notice) -> list[str]:
    """Each successor with how much it takes, where there are several or the unit goes on."""
    if notice.ends and len(notice.successors) == 1:
        return []
    return [
        f"{_placed(notice, unit)}: {EXTENTS[Extent(extent)]}" for unit, extent in notice.successors
    ]


def advises(notice: Notice) -> bool:
    """Whether people have to find out in which of several units they are now."""
    return len(notice.to_go_to) > 1


def finding_out(notice: Notice) -> list[dict[str, str]]:
    """How people find out which unit is theirs; nothing where there is but one."""
    advice = notice.names.jurisdiction.finding_out if advises(notice) else ()
    return [_advice(one) for one in advice]


def papers(notice: Notice) -> list[dict[str, str]]:
    """What becomes of papers that bear the old name."""
    return [_advice(one) for one in notice.names.jurisdiction.papers]


def where_to_go(notice: Notice, contacts: Mapping[str, Contact]) -> list[str]:
    """How the units that answer from the day on are reached, as far as that is known."""
    reached = [(unit, contacts[unit.key]) for unit in notice.to_go_to if unit.key in contacts]
    if notice.to_go_to and not reached:
        return [_("How to reach these units has not been recorded here yet.")]
    return [_reached(notice, unit, contact) for unit, contact in reached]


def text(notice: Notice, contacts: Mapping[str, Contact]) -> str:
    """The whole notice as plain text, a paragraph a line."""
    parts = [heading(notice), opening(notice), becoming(notice), *_dashed(taken(notice))]
    if advises(notice):
        parts += [_("How to find out which is yours:"), *_lines(finding_out(notice))]
    if notice.to_go_to:
        parts += [_("Where to go:"), *_dashed(where_to_go(notice, contacts))]
    if told := papers(notice):
        parts += [_("Your papers:"), *_lines(told)]
    return "\n".join(parts)


def texts(notice: Notice, contacts: Mapping[str, Contact]) -> dict[str, str]:
    """The whole notice in every language of the site."""
    said = {}
    for language, _name_of_it in settings.LANGUAGES:
        with override(language):
            said[language] = text(notice, contacts)
    return said


def _lines(advice: Iterable[Mapping[str, str]]) -> list[str]:
    return _dashed(f"{one['title']}. {one['text']}" for one in advice)


def _dashed(lines: Iterable[str]) -> list[str]:
    return [f"– {line}" for line in lines]


def _advice(piece: Advice) -> dict[str, Any]:
    return {"title": words_in(piece.title), "text": words_in(piece.text), "mark": piece.mark}


EXTENTS = {
    Extent.WHOLE: gettext_lazy("all of it"),
    Extent.PART: gettext_lazy("a part"),
    Extent.REST: gettext_lazy("the rest"),
}


def _without_successor(notice: Notice) -> str:
    if not notice.below:
        return _("No unit takes its place.")
    names = [_full(notice, unit) for unit in notice.below[:MOST_BELOW]]
    left = len(notice.below) - MOST_BELOW
    if left > 0:
        names.append(ngettext("%s other unit", "%s other units", left) % writing.count(left))
    words = _(
        "No unit takes its place. What becomes of the units that stood below it is told to each: "
        "%s."
    )
    return words % ", ".join(names)


def _under(notice: Notice) -> str:
    """“, under 1656/NQ-UBTVQH15 (Article 1, clause 3)”; nothing where no instrument is named."""
    if not notice.instruments:
        return ""
    numbers = ", ".join(one.number for one in notice.instruments)
    clauses = f" ({'; '.join(notice.clauses)})" if notice.clauses else ""
    return _(", under %s") % f"{numbers}{clauses}"


def _with_code(notice: Notice) -> str:
    if not notice.unit.code:
        return notice.address
    return _("%(unit)s (code %(code)s)") % {"unit": notice.address, "code": notice.unit.code}


def _reached(notice: Notice, unit: Unit, contact: Contact) -> str:
    known = filter(None, [contact.address, contact.telephone, contact.email])
    return f"{_placed(notice, unit)}: {', '.join(known)}"


def _placed(notice: Notice, unit: Unit) -> str:
    """The unit with the one above it, as they stand after, so that it cannot be another."""
    path = notice.names.rearrangement.after.path(unit.key)[:2]
    return ", ".join(_full(notice, one) for one in path) or _full(notice, unit)


def _name(notice: Notice) -> str:
    return _full(notice, notice.unit)


def _full(notice: Notice, unit: Unit) -> str:
    return notice.names.full(unit)
