"""The annex of units that end: each with those that take over."""

from collections.abc import Iterator

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tinhgon.documents.papers.value import Block, Column, Paragraph, Row, Table
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import Edge
from tinhgon.reorganisation.papers.cells import named, row
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.ui.filling import filled


def ended(matter: Matter) -> Iterator[Block]:
    """A table of the units that end, in order of codes."""
    done = matter.done
    units = sorted(
        (done.before[key] for key in done.ended if key in done.before),
        key=lambda unit: (unit.code or "", unit.key),
    )
    if not units:
        yield Paragraph(matter.text(_("No unit ends.")))
        return
    columns = (
        Column(_("No."), 11, number=True),
        Column(_("Unit that ends"), 34),
        Column(_("Code"), 14),
        Column(_("Under"), 34),
        Column(_("Who takes over"), 50),
    )
    rows = (_ended_row(matter, place, unit) for place, unit in enumerate(units, 1))
    yield Table(columns, tuple(rows))


def _ended_row(matter: Matter, place: int, unit: Unit) -> Row:
    heirs = [matter.text(_heir(matter, edge)) for edge in matter.done.forward.get(unit.key, ())]
    nobody = [matter.text(_("nobody; what stood below it stands elsewhere"))]
    return row(
        matter,
        place,
        matter.names.link(unit.key),
        unit.code or "",
        matter.names(unit.parent) if unit.parent else "–",
        tuple(heirs or nobody),
    )


def _heir(matter: Matter, edge: Edge) -> SafeString:
    """Who takes, and how much where it is not all."""
    words = {"part": _("%(unit)s (a part)"), "rest": _("%(unit)s (the rest)")}
    unit = named(matter, edge.successor, None)
    return filled(words.get(edge.extent, "%(unit)s"), unit=unit)
