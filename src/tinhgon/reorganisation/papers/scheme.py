"""The scheme (đề án): why, what there is, what is proposed, what follows from it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tinhgon.documents.papers.value import Block, Column, Paper, Table
from tinhgon.reorganisation.continuity.words import Resting, resting_on
from tinhgon.reorganisation.papers.annexes import counts
from tinhgon.reorganisation.papers.cells import row
from tinhgon.reorganisation.papers.contents import (
    blank,
    done_first,
    explained,
    in_short,
    part,
    said,
    section,
    stood,
)
from tinhgon.reorganisation.papers.framing import bases, framed, head
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.ui import writing


def scheme(matter: Matter) -> Paper:
    """The scheme of a package."""
    title, office = matter.form.titles["scheme"], matter.submitter
    return framed(
        matter,
        title=title.title,
        subject=matter.package.title,
        head=head(matter, office, title),
        office=office,
        blocks=tuple(_blocks(matter)),
    )


def _blocks(matter: Matter) -> Iterator[Block]:
    yield part(matter, "I", _("Grounds and need"))
    yield section(matter, 1, _("Legal grounds"))
    yield from bases(matter, end=".")
    yield section(matter, 2, _("Need"))
    yield blank(matter, _("[The drafting office writes why the rearrangement is needed: ………]"))
    yield part(matter, "II", _("What there is"))
    yield from stood(matter)
    yield blank(matter, _("[The drafting office adds history, area, population, staff: ………]"))
    yield part(matter, "III", _("What is proposed"))
    yield from in_short(matter)
    yield said(matter, _("How many units there are before and after:"))
    yield from counts(matter)
    yield part(matter, "IV", _("What follows from it"))
    yield from _following(matter)
    yield part(matter, "V", _("What was done first, and what is explained"))
    yield section(matter, 1, _("What had to be done first"))
    yield from done_first(matter)
    yield section(matter, 2, _("What is to be explained"))
    yield from explained(matter)
    yield part(matter, "VI", _("Carrying out and proposals"))
    yield from _proposals(matter)


def _following(matter: Matter) -> Iterator[Block]:
    """What hangs on the units that end, and who has it afterwards."""
    resting = resting_on(matter.package, matter.done)
    if resting and resting.total:
        yield said(matter, _("On the units that end there hang, and pass on by rule:"))
        yield _resting_table(matter, resting)
    else:
        yield said(matter, _("Nothing that this register keeps hangs on units that end."))
    yield blank(matter, _("[The drafting office adds what follows for staff, seats, budget: ………]"))


def _resting_table(matter: Matter, resting: Resting) -> Table:
    columns = (
        Column(_("What"), 70),
        Column(_("How many there are"), 24, number=True),
        Column(_("What becomes of it"), 50),
    )
    rows = (
        row(matter, one["what"], writing.count(one["count"]), str(one["then"]))
        for one in resting.rows
        if one["count"]
    )
    return Table(columns, tuple(rows))


def _proposals(matter: Matter) -> Iterator[Block]:
    facts = {
        "office": matter.named(matter.submitter.called),
        "to": ", ".join(matter.all_named(matter.submitter.to)),
    }
    yield said(
        matter,
        _("%(office)s guides and watches over the carrying out and answers for the hand-over."),
        **facts,
    )
    if matter.submitter.to:
        yield said(matter, _("%(to)s is asked to consider and decide."), **facts)
