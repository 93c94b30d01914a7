"""What scheme and submission both say: the plan in short, what was done first and explained."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.documents.papers.value import Heading, Look, Paragraph
from tinhgon.registry.naming import words_in
from tinhgon.reorganisation.evidence.required import Wanted
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.papers.cells import leading
from tinhgon.reorganisation.papers.figures import (
    beginning,
    ending,
    numbered,
    standing_after,
    standing_before,
)
from tinhgon.reorganisation.papers.framing import day_in_words
from tinhgon.reorganisation.papers.matter import Matter, counted
from tinhgon.reorganisation.papers.procedure import outcome, to_explain
from tinhgon.ui import writing
from tinhgon.ui.filling import filled, joined

MOST_NAMED = 5
"""Units of which a fact is told one by one."""

MOST_TOLD = 30
"""Findings told one by one; the annex has them all."""


def part(matter: Matter, label: str, words: str) -> Heading:
    """«I. SỰ CẦN THIẾT»."""
    return Heading(matter.text(f"{label}. {words.upper()}"), 1)


def section(matter: Matter, number: int, words: str) -> Heading:
    """«1. Đơn vị hình thành»."""
    return Heading(matter.text(f"{number}. {words}"), 2)


def said(matter: Matter, words: str, **facts: object) -> Paragraph:
    """A sentence with its facts."""
    return Paragraph(matter.text(filled(words, **facts)))


def blank(matter: Matter, words: str) -> Paragraph:
    """What people must write themselves."""
    return Paragraph(matter.text(words), Look.BLANK)


def stood(matter: Matter) -> Iterator[Paragraph]:
    """What stood on the last day of the old units."""
    if before := standing_before(matter):
        yield Paragraph(matter.text(before))


def in_short(matter: Matter) -> Iterator[Paragraph]:
    """How many units begin, end, are shared out, and stand afterwards."""
    begun, ended = beginning(matter), ending(matter)
    if begun:
        words = _("To be formed: %(units)s; each with what it is formed from in Annex I.")
        yield said(matter, words, units=numbered(matter, begun))
    if ended:
        words = _("To end: %(units)s; each with who takes over in Annex II.")
        yield said(matter, words, units=numbered(matter, ended))
    yield from _shared(matter)
    if after := standing_after(matter):
        yield Paragraph(matter.text(after))
    day = format_html('<a href="{}">{}</a>', matter.page, day_in_words(matter.package.day))
    yield said(matter, _("Day of effect: %(day)s."), day=day)


def _shared(matter: Matter) -> Iterator[Paragraph]:
    """How many units several take from."""
    if many := len(matter.done.shared):
        words = ngettext(
            "Of these, %(many)s unit is shared out among several.",
            "Of these, %(many)s units are shared out among several.",
            many,
        )
        yield said(matter, words, many=counted(many, matter.page))


def done_first(matter: Matter) -> Iterator[Paragraph]:
    """What the law wants to be done before, and what came of it."""
    if not matter.required:
        yield said(matter, _("Nothing that must be done first is known for this plan."))
    for _key, alike in groupby(matter.required, key=lambda one: one.fact.key):
        asked = [*alike]
        if len(asked) > MOST_NAMED:
            yield _in_sum(matter, asked)
        else:
            yield from (_one_by_one(matter, one) for one in asked)
    yield from _appraised(matter)


def _in_sum(matter: Matter, asked: list[Wanted]) -> Paragraph:
    """A fact that is asked of many units: of how many it is recorded."""
    there = sum(one.recorded is not None for one in asked)
    facts = {
        "fact": words_in(asked[0].fact.title),
        "there": counted(there, matter.address("evidence")),
        "asked": counted(len(asked)),
    }
    words = _("– %(fact)s: recorded of %(there)s of %(asked)s units; each in Annex IV.")
    return said(matter, words, **facts)


def _one_by_one(matter: Matter, one: Wanted) -> Paragraph:
    subject = matter.names.link(one.subject) if one.subject else ""
    document = one.recorded.document if one.recorded else ""
    result = joined(filter(None, [_result(matter, one), document]))
    words = "– %(fact)s (%(subject)s): %(result)s." if subject else "– %(fact)s: %(result)s."
    return said(matter, words, fact=words_in(one.fact.title), subject=subject, result=result)


def _result(matter: Matter, one: Wanted) -> SafeString | str:
    """What came of it, leading to where it was recorded."""
    said = outcome(one)
    return leading(said, matter.address("evidence")) if said else ""


def _appraised(matter: Matter) -> Iterator[Paragraph]:
    found = getattr(matter.package, "appraisal", None)
    if found:
        words = _("– Appraised on %(day)s. %(opinion)s")
        facts = {"day": writing.day(found.on), "opinion": found.opinion}
        yield said(matter, words, **facts)


def explained(matter: Matter) -> Iterator[Paragraph]:
    """What the checks found that must be explained, and where the reasons are to be written."""
    found = to_explain(matter)
    if not found:
        yield said(matter, _("The checks found nothing that must be explained."))
    for one in appraisal.told(found[:MOST_TOLD], matter.names):
        yield said(matter, "– %(says)s", says=one.says)
        yield blank(matter, _("[The drafting office explains: ………]"))
    if len(found) > MOST_TOLD:
        yield said(matter, _("All of them stand in Annex IV."))
