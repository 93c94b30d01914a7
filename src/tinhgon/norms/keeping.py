"""What a run found is kept: new findings begin, those still found go on, the others are closed."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World
from tinhgon.norms.json_documents import verdict_document
from tinhgon.norms.models import Finding
from tinhgon.registry.models import Unit

KEPT = (
    *("severity", "unit", "answers", "bloc", "found", "limit", "until", "mark", "facts"),
    *("last_seen", "closed"),
)
AT_ONCE = 500


def digest(verdicts: Sequence[Verdict]) -> str:
    """A fingerprint of what was found: the same for the same world."""
    written = [verdict_document(one) for one in verdicts]
    return hashlib.sha256(json.dumps(written, sort_keys=True).encode()).hexdigest()


def counts(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many verdicts there are of each severity."""
    return dict(sorted(Counter(one.severity.value for one in verdicts).items()))


def keep(verdicts: Sequence[Verdict], world: World) -> dict[str, int]:
    """Write what was found on the world's day; what is found as before only goes on."""
    on = world.on
    before = dict(Finding.objects.filter(closed=None).values_list("identifier", "facts"))
    found = {one.identifier: one for one in verdicts}
    gone = before.keys() - found.keys()
    changed = [one for key, one in found.items() if before.get(key) != verdict_document(one)]
    _write(changed, world)
    _close(gone, on)
    Finding.objects.filter(closed=None).update(last_seen=on)
    began = sum(1 for key in found if key not in before)
    return {"began": began, "closed": len(gone), "open": len(found)}


def _write(verdicts: Sequence[Verdict], world: World) -> None:
    ids = dict(Unit.objects.values_list("key", "pk")) if verdicts else {}
    Finding.objects.bulk_create(
        [_row(one, world, ids) for one in verdicts],
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["identifier"],
        update_fields=KEPT,
    )


def _row(verdict: Verdict, world: World, ids: dict[str, Any]) -> Finding:
    first = verdict.units[0] if verdict.units else None
    unit = world.structure.get(first)
    return Finding(
        identifier=verdict.identifier,
        rule=verdict.rule,
        severity=verdict.severity.value,
        unit_id=ids.get(first) if first else None,
        answers_id=ids.get(verdict.answers) if verdict.answers else None,
        bloc=(world.sorting.bloc(unit) or "") if unit else "",
        found=verdict.found,
        limit=verdict.limit,
        until=verdict.until,
        mark=verdict.mark,
        facts=verdict_document(verdict),
        first_seen=world.on,
        last_seen=world.on,
        closed=None,
    )


def _close(identifiers: Any, on: date) -> None:
    gone = sorted(identifiers)
    for start in range(0, len(gone), AT_ONCE):
        few = gone[start : start + AT_ONCE]
        Finding.objects.filter(identifier__in=few).update(closed=on)
