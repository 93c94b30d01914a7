"""What somebody saw of a unit before changing it: the rows that held then, by their ids.

An act compares it behind the lock of the unit: whoever saw other rows would overwrite what somebody
else has written meanwhile. An instant would not do: who began earlier may be done later.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from tinhgon.registry.models import Code, Contact, Tie, Version

FACTS = {"version": Version, "code": Code, "tie": Tie}
ROW = re.compile(r"(version|code|tie)(\d{1,18})", re.ASCII)


def facts_seen(key: str) -> str:
    """The facts that are known of a unit now; three queries.

    Whoever shows them asks for this first: what is written in between is then not taken as seen.
    """
    held = {name: model.objects.known_at().filter(unit__key=key) for name, model in FACTS.items()}
    return " ".join(
        f"{name}{id}"
        for name, rows in held.items()
        for (id,) in rows.order_by("pk").values_list("pk")
    )


def seen_until(seen: str) -> datetime | None:
    """When the last of the facts that were seen was recorded."""
    latest = [
        model.objects.filter(
            pk__in=[int(id) for table, id in ROW.findall(seen) if table == name]
        ).aggregate(at=Max("recorded_from"))["at"]
        for name, model in FACTS.items()
    ]
    return max(filter(None, latest), default=None)


def contacts_seen(held: Iterable[Contact]) -> str:
    """The contacts that are given of a unit, with their days."""
    return " ".join(f"{c.pk}:{c.valid_from or ''}:{c.valid_to or ''}" for c in held)
