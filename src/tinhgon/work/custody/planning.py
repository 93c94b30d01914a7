"""What a work makes when it goes down to units below: a part for each, and all that is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.timezone import localdate

from tinhgon.registry.models import Unit
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.custody import issuing
from tinhgon.work.custody.below import below
from tinhgon.work.custody.issuing import Order
from tinhgon.work.custody.queries import in_hand
from tinhgon.work.models import Custody
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing

MOST = 2_000
"""So many units are given a part at once."""
MOST_WORDS = 500


@dataclass(frozen=True, kw_only=True)
class Part:
    """What each unit is given; whatever is not said is as in the whole."""

    title: str = ""
    product: str = ""
    due: date | None = None
    clarities: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """Why a unit cannot be given its part; without a unit, why none can."""

    refused: Refused
    unit: str = ""


class NotAll(Refused):
    """Nothing is given, since not all can be: `faults` are all that is wrong."""

    def __init__(self, faults: Sequence[Fault], every: int) -> None:
        self.faults, self.every = faults, every
        wrong = len({one.unit for one in faults if one.unit}) or every
        super().__init__("not-all", count=wrong, every=every)


@dataclass(frozen=True)
class Planned:
    """The parts that a work would have, one for each unit, and what is wrong with them."""

    giver: Unit
    orders: Sequence[Order]
    around: Circumstances
    faults: Sequence[Fault]


def planned(standing: Standing, units: Sequence[Unit], part: Part, at: datetime) -> Planned:
    """Look at what would be given; as many queries for a thousand units as for one."""
    giver = standing.held.unit
    orders = [_order(standing, unit, part) for unit in {one.key: one for one in units}.values()]
    around = issuing.circumstances(orders, giver, localdate(at))
    faults = [*_of_all(standing, orders)]
    if len(orders) <= MOST:
        faults += _of_each(standing, orders, at, around)
    return Planned(giver, orders, around, faults)


def with_parts(standing: Standing) -> dict[str, set[str]]:
    """By unit the titles of the open parts of a work that it has; one query."""
    rows = in_hand(Custody.objects.filter(work__parent=standing.work))
    found: dict[str, set[str]] = {}
    for key, title in rows.values_list("unit__key", "work__title"):
        found.setdefault(key, set()).add(title)
    return found


def _order(standing: Standing, unit: Unit, part: Part) -> Order:
    work = standing.work
    said = {key: words for key, words in part.clarities.items() if words.strip()}
    return Order(
        title=part.title.strip() or work.title,
        leads=[unit],
        template=work.template,
        clarities={**work.clarities, **said},
        kind=work.kind,
        product=part.product.strip() or work.product,
        instrument=work.instrument,
        origin=work.title[:300],
        due=part.due or standing.due,
        invented=work.invented,
    )


def _of_all(standing: Standing, orders: Sequence[Order]) -> Iterator[Fault]:
    """What is wrong whoever is given a part."""
    if not orders:
        yield Fault(Refused("nobody-chosen"))
        return
    if len(orders) > MOST:
        yield Fault(Refused("too-many-units", count=len(orders), most=MOST))
    order = orders[0]
    if max(len(order.title), len(order.product)) > MOST_WORDS:
        yield Fault(Refused("too-long", most=MOST_WORDS))
    if standing.due and order.due and order.due > standing.due:
        yield Fault(Refused("part-after-whole", day=standing.due))


def _of_each(
    standing: Standing, orders: Sequence[Order], at: datetime, around: Circumstances
) -> Iterator[Fault]:
    giver = standing.held.unit
    has, reached = with_parts(standing), {one.key for one in below(giver.key, around.on)}
    for order in orders:
        key = order.lead.key
        refused = [*issuing.refusals(order, giver, at, around)]
        refused = [one for one in refused if one.code in OUT_OF_REACH] or refused
        if key not in reached and not any(one.code in OUT_OF_REACH for one in refused):
            refused = [Refused("not-below", unit=key, giver=giver.key)]
        if order.title in has.get(key, ()):
            refused.append(Refused("part-already", unit=key))
        yield from (Fault(one, key) for one in refused)


OUT_OF_REACH = {"not-standing", "not-answering"}
"""What says by itself that a unit is given nothing: the rest need not be set right."""
