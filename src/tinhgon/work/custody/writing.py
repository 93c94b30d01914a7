"""Works that were checked, written with all that belongs to them in a few statements."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from tinhgon.audit.record import Actor, Told
from tinhgon.domain.work.life import What
from tinhgon.registry.models import Unit
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.custody import issuing
from tinhgon.work.custody.issuing import Order
from tinhgon.work.models import Because, Contributor, Custody, Event, Term, Work

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""What keys are made of: nothing that is taken for something else."""

BATCH = 1000

Promised = tuple[Order, date | None]
"""What is to be given, checked, and the day that is promised."""


def work_of(order: Order, giver: Unit, around: Circumstances, parent: Work | None = None) -> Work:
    """The work that an order asks for, not written yet."""
    return Work(
        key=order.key or _new_key(),
        kind=order.kind,
        title=order.title.strip(),
        product=order.product.strip(),
        instrument=order.instrument,
        origin=order.origin.strip(),
        parent=parent,
        template=issuing.template_of(order, around).key,
        clarities=dict(order.clarities),
        giver=giver,
        invented=order.invented,
    )


def write(
    works: Sequence[Work], promised: Sequence[Promised], *, by: Actor, at: datetime, on: date
) -> list[Told]:
    """Write works with who has them, what they are due by and who contributes.

    Gives what is to be recorded, in the order of the works.
    """
    Work.objects.bulk_create(works, BATCH)
    pairs = [*zip(works, promised, strict=True)]
    Custody.objects.bulk_create(
        [
            Custody(
                work=work,
                start=at,
                unit=order.lead,
                officer=order.officer,
                because=Because.ISSUED,
                by=by.audit_name,
            )
            for work, (order, _day) in pairs
        ],
        BATCH,
    )
    terms = [issuing.term_row(work, order, day, on) for work, (order, day) in pairs if day]
    Term.objects.bulk_create(terms, BATCH)
    alike = {"what": What.ISSUED.value, "at": at, "on": on, "by": by.audit_name}
    Event.objects.bulk_create([Event(work=w, unit=w.giver, **alike) for w in works], BATCH)
    contributors = [
        Contributor(work=work, unit=unit, valid_from=on)
        for work, (order, _day) in pairs
        for unit in order.contributors
    ]
    Contributor.objects.bulk_create(contributors, BATCH)
    return [_told(work, order, day, at) for work, (order, day) in pairs]


def _told(work: Work, order: Order, promised: date | None, at: datetime) -> Told:
    facts = {
        "giver": work.giver.key,
        "lead": order.lead.key,
        "officer": order.officer.key if order.officer else None,
        "contributors": [unit.key for unit in order.contributors],
        "promised": promised.isoformat() if promised else None,
        "parent": work.parent.key if work.parent else None,
    }
    return Told("work.issued", f"work:{work.key}", facts, at)


def _new_key() -> str:
    return "v-" + "".join(secrets.choice(ALPHABET) for _ in range(10))
