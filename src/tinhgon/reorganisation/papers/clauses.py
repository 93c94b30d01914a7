"""Where each operation stands in its instrument (điều, khoản): as it is cited, else in turn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tinhgon.documents.papers.layout import Clause
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Plan
from tinhgon.registry.instrument.consequences import natural

CONCLUDE = "conclude"


@dataclass(frozen=True)
class Placed:
    """An operation in an article and an item of it; `at` is how the draft itself cites that place.

    `cited` is what else a paper cites: the clause of the operation, and where it has none its
    number in the plan. A clause is never made up.
    """

    operation: Operation
    article: int
    item: str
    at: str
    cited: str


def placed(plan: Plan, clause: Clause) -> list[Placed]:
    """The operations of a plan in the order of their clauses.

    Those without a clause that can be read follow in the last article, numbered on.
    """
    numbered = [*enumerate(plan.operations, 1)]
    known = [_known(one, clause) for _number, one in numbered]
    found = [one for one in known if one]
    article = max((one.article for one in found), default=1)
    items = (one.item for one in found if one.article == article)
    last = max((int(item) for item in items if item.isdigit()), default=0)
    others = (one for one, place in zip(numbered, known, strict=True) if place is None)
    found += _numbered_on(others, article, last, clause)
    return sorted(found, key=lambda one: (one.article, natural(one.item)))


def _known(operation: Operation, clause: Clause) -> Placed | None:
    said = operation.clause or ""
    place = clause.place(said)
    return Placed(operation, *place, said, said) if place else None


def _numbered_on(
    operations: Iterable[tuple[int, Operation]], article: int, last: int, clause: Clause
) -> Iterator[Placed]:
    """Each in an item of its own, but those that only conclude together in the last."""
    given = list(operations)
    others = [one for one in given if one[1].verb != CONCLUDE]
    ends = [one for one in given if one[1].verb == CONCLUDE]
    items = [*range(last + 1, last + len(others) + 1), *[last + len(others) + 1] * len(ends)]
    for (number, one), item in zip((*others, *ends), items, strict=True):
        cited = one.clause or _("operation %s") % number
        yield Placed(one, article, str(item), one.clause or clause.at(article, item), cited)
