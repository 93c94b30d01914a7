"""The draft of what is decided under one instrument (dự thảo nghị quyết, quyết định)."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tinhgon.documents.papers.layout import DOTS, Office, Title
from tinhgon.documents.papers.value import Block, Heading, Look, Paper, Paragraph, Run
from tinhgon.registry.naming import instrument_url
from tinhgon.reorganisation.models import Plan
from tinhgon.reorganisation.papers.clauses import Placed, placed
from tinhgon.reorganisation.papers.figures import standing_after
from tinhgon.reorganisation.papers.framing import bases, day_in_words, framed, head, subject
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.reorganisation.papers.wording import Wording
from tinhgon.ui.filling import filled


def decision(matter: Matter) -> Paper:
    """What the instrument of a plan is to say, each operation in its clause."""
    ((plan, value),) = matter.plans
    office = matter.decider
    title = matter.form.titles[office.type]
    return framed(
        matter,
        title=title.title,
        subject=subject(plan.instrument.title if plan.instrument else "", plan.title),
        head=head(matter, office, title),
        office=office,
        blocks=(
            *_opening(matter, office, title),
            *_ordering(matter, plan, title, placed(value, matter.form.clause)),
        ),
    )


def _opening(matter: Matter, office: Office, title: Title) -> Iterator[Block]:
    """Who decides, on which grounds, at whose proposal."""
    yield Paragraph((Run(matter.named(office.called).upper()),), Look.ORDER)
    yield from bases(matter)
    yield Paragraph(matter.text(_proposal(matter, office)), Look.BASIS)
    verb = title.verb or title.title
    yield Paragraph((Run(matter.form.orders.format(verb=verb.upper())),), Look.ORDER)


def _ordering(
    matter: Matter, plan: Plan, title: Title, all_placed: list[Placed]
) -> Iterator[Block]:
    """The articles: what is rearranged, from when, and who carries it out."""
    yield from _articles(matter, all_placed)
    last = max((one.article for one in all_placed), default=0)
    yield from _effect(matter, plan, title, last + 1)
    yield from _carrying_out(matter, title, last + 2)


def _proposal(matter: Matter, office: Office) -> str:
    """At whose proposal: that of who submits, unless it decides itself."""
    submitter = matter.submitter
    return _("At the proposal of %(office)s in %(paper)s No. %(number)s.") % {
        "office": matter.named(submitter.called) if submitter is not office else DOTS,
        "paper": matter.form.titles["submission"].called,
        "number": DOTS,
    }


def _articles(matter: Matter, all_placed: list[Placed]) -> Iterator[Block]:
    """An article for each that the plan cites, an item for each of its clauses."""
    wording = Wording(matter.names, matter.form.clause, all_placed)
    for article, those in groupby(all_placed, key=lambda one: one.article):
        yield _article(matter, article, _("What is rearranged"))
        for item, alike in groupby(those, key=lambda one: one.item):
            said = filled("%(item)s. ", item=item)
            sentences = [matter.text(one) for one in wording.says_together([*alike])]
            yield Paragraph((*matter.text(said), *_in_a_row(sentences)))
    if found := standing_after(matter):
        yield Paragraph(matter.text(found))


def _in_a_row(sentences: list[tuple[Run, ...]]) -> Iterator[Run]:
    for place, sentence in enumerate(sentences):
        yield from (Run(" "), *sentence) if place else sentence


def _article(matter: Matter, number: int, words: str) -> Heading:
    said = _("Article %(number)s. %(words)s") % {"number": number, "words": words}
    return Heading(matter.text(said))


def _effect(matter: Matter, plan: Plan, title: Title, number: int) -> Iterator[Block]:
    """From when it binds, from when the new apparatus works, and what goes on until then."""
    facts = {"paper": title.called, "day": _operative(matter, plan)}
    in_force = plan.instrument.in_force if plan.instrument else None
    binds = _("1. This %(paper)s is in force from %(from)s.")
    yield _article(matter, number, _("Effect"))
    yield _said(matter, binds, **facts, **{"from": day_in_words(in_force)})
    yield _said(
        matter, _("2. The units rearranged by this %(paper)s work from %(day)s on."), **facts
    )
    yield _said(
        matter,
        _(
            "3. Until then the units that stood before go on with their tasks and powers, and make "
            "ready to hand them over without a gap."
        ),
    )


def _operative(matter: Matter, plan: Plan) -> SafeString:
    """The day of effect, leading to the instrument, else to the plan."""
    url = instrument_url(plan.instrument.pk) if plan.instrument else matter.page
    return filled('<a href="%(url)s">%(day)s</a>', url=url, day=day_in_words(matter.package.day))


def _carrying_out(matter: Matter, title: Title, number: int) -> Iterator[Block]:
    facts = {"paper": title.called, "office": matter.named(matter.submitter.called)}
    yield _article(matter, number, _("Carrying out"))
    yield _said(
        matter,
        _("1. %(office)s and the bodies concerned carry out this %(paper)s within their tasks."),
        **facts,
    )
    yield _said(
        matter,
        _(
            "2. Each unit that takes over carries on what was unfinished at the units that end, as "
            "the annexes say."
        ),
    )


def _said(matter: Matter, words: str, **facts: object) -> Paragraph:
    return Paragraph(matter.text(filled(words, **facts)))
