"""The annexes (phụ lục): every successor, every unit that ends, counts, facts and findings."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from tinhgon.documents.papers.value import Annex, Block, Column, Table
from tinhgon.reorganisation.papers.cells import leading, row
from tinhgon.reorganisation.papers.endings import ended
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.reorganisation.papers.procedure import facts
from tinhgon.reorganisation.papers.successors import successors
from tinhgon.reorganisation.portrait.numbers import table
from tinhgon.ui import writing

ROMAN = ("I", "II", "III", "IV")


def annexes(matter: Matter) -> tuple[Annex, ...]:
    """All annexes of a package."""
    contents: tuple[tuple[str, Iterable[Block]], ...] = (
        (_("Units that are formed or go on, and from what"), successors(matter)),
        (_("Units that end, and who takes over"), ended(matter)),
        (_("How many units there are before and after"), counts(matter)),
        (_("What had to be done first, and what is to be explained"), facts(matter)),
    )
    belongs = _("(With %s)") % _belonging_to(matter)
    return tuple(
        Annex(matter.form.annex.format(roman=roman), title, belongs, tuple(blocks))
        for roman, (title, blocks) in zip(ROMAN, contents, strict=True)
    )


def _belonging_to(matter: Matter) -> str:
    """The paper to which the annexes belong: the instrument of a plan, else the submission."""
    if matter.of is None:
        return f"{matter.form.titles['submission'].called}: {matter.package.title}"
    instrument = matter.of.instrument
    called = matter.form.titles[matter.decider.type].called
    return f"{called} {instrument.number}" if instrument else f"{called}: {matter.of.title}"


def counts(matter: Matter) -> Iterator[Block]:
    """How many units of each level and kind stand on its ground, before and after.

    Of one plan, only those that it concerns.
    """
    tallies = matter.done.tallies if matter.of else matter.done.standing
    columns = (
        Column(_("Level and kind"), 62),
        Column(_("Before"), 20, number=True),
        Column(_("After"), 20, number=True),
        Column(_("Difference"), 20, number=True),
        Column(_("Per cent"), 20, number=True),
    )
    rows = tuple(
        row(
            matter,
            one.label,
            leading(writing.count(one.before), matter.page),
            leading(writing.count(one.after), matter.page),
            writing.signed(one.difference),
            writing.percent(one.ratio) or "–",
            strong=one.is_level,
        )
        for one in table(tallies, matter.names.jurisdiction)
    )
    yield Table(columns, rows)
