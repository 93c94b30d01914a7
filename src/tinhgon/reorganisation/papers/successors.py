"""The annex of successors: each with what it is formed from and the clause that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tinhgon.documents.papers.value import (
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
)
from tinhgon.domain.structure.claims import Claim, Extent
from tinhgon.domain.structure.levels import TERRITORY
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.models import Plan
from tinhgon.reorganisation.papers.cells import coded, named, row
from tinhgon.reorganisation.papers.clauses import Placed, placed
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.reorganisation.papers.wording import Wording, taken


@dataclass
class Successor:
    """A unit with what it is formed from, each with the place that says so."""

    key: str
    unit: Unit | None = None
    taken: list[tuple[Claim, str]] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)


def successors(matter: Matter) -> Iterator[Block]:
    """For each plan a table of its successors and one of what else it says."""
    for plan, value in matter.plans:
        if len(matter.plans) > 1:
            yield Heading(_headed(matter, plan))
        all_placed = placed(value, matter.form.clause)
        rows = [*successors_in(all_placed)]
        if rows:
            yield _successors_table(matter, rows)
        if others := [one for one in all_placed if not _forms(one)]:
            yield Paragraph(matter.text(_("Besides, it says:") if rows else _("It says:")))
            yield _others_table(matter, all_placed, others)


def _headed(matter: Matter, plan: Plan) -> Text:
    """A plan by its instrument, which leads to its page."""
    number = plan.instrument.number if plan.instrument else plan.code
    url = f"{matter.site}{matter.address('plan', plan.code)}"
    return (Run(number, url), Run(f" – {plan.title}"))


def successors_in(all_placed: Iterable[Placed]) -> list[Successor]:
    """The units that operations form or let take something, in the order of their clauses."""
    found: dict[str, Successor] = {}
    for one in all_placed:
        effects = one.operation.effects()
        for unit in effects.formed:
            found.setdefault(unit.key, Successor(unit.key)).unit = unit
        for claim in effects.claims:
            one_of = found.setdefault(claim.successor, Successor(claim.successor))
            one_of.taken.append((claim, one.cited))
        for key in {*(u.key for u in effects.formed), *(c.successor for c in effects.claims)}:
            found[key].cited.append(one.cited)
    return list(found.values())


def _forms(one: Placed) -> bool:
    effects = one.operation.effects()
    return bool(effects.formed or effects.claims)


def _successors_table(matter: Matter, rows: list[Successor]) -> Table:
    columns = (
        Column(_("No."), 11, number=True),
        Column(_("Unit"), 26),
        Column(_("Code"), 13),
        Column(_("Formed from"), 71),
        Column(_("Said by"), 28),
    )
    return Table(
        columns,
        tuple(_successor_row(matter, place, one) for place, one in enumerate(rows, 1)),
    )


def _successor_row(matter: Matter, place: int, one: Successor) -> Row:
    unit = one.unit or matter.names.unit(one.key)
    sources = [matter.text(_source(matter, claim)) for claim, _cited in one.taken]
    anew = [matter.text(_("Established anew"))]
    return row(
        matter,
        place,
        named(matter, one.key, unit),
        (unit.code if unit else "") or "",
        tuple(sources or anew),
        "; ".join(dict.fromkeys(one.cited)),
    )


def _source(matter: Matter, claim: Claim) -> SafeString:
    """«Toàn bộ phường Tây Mỗ (00637)», «Một phần diện tích tự nhiên của phường Đại Mỗ (00634)»."""
    is_all = claim.extent is Extent.WHOLE and (claim.carries or TERRITORY) >= TERRITORY
    return taken(claim.extent, None if is_all else claim.carries, coded(matter, claim.source))


def _others_table(matter: Matter, all_placed: list[Placed], others: list[Placed]) -> Table:
    wording = Wording(matter.names, matter.form.clause, all_placed, is_elsewhere=True)
    columns = (
        Column(_("No."), 11, number=True),
        Column(_("Operation"), 110),
        Column(_("Said by"), 28),
    )
    rows = (row(matter, place, wording.says(one), one.cited) for place, one in enumerate(others, 1))
    return Table(columns, tuple(rows))
