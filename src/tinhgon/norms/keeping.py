"""What a run found is kept: new findings begin, those still found go on, the others are closed.

Set-based: what was found is staged once, three statements do the rest.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World
from tinhgon.norms.json_documents import verdict_document
from tinhgon.temporal.bulk import as_text, collecting_later, fetch, run, staged

COLUMNS = {
    **dict.fromkeys(("identifier", "rule", "severity", "unit", "answers", "bloc"), "text"),
    "found": "integer",
    "limit": "integer",
    "until": "date",
    "mark": "text",
    "facts": "jsonb",
}
AS_FOUND = ("severity", "bloc", "found", "limit", "until", "mark", "facts")

CLOSE = """
UPDATE norms_finding SET closed = %(on)s
WHERE closed IS NULL AND identifier NOT IN (SELECT identifier FROM norms_found)
"""
KEEP = """
INSERT INTO norms_finding (identifier, rule, {named}, unit_id, answers_id, first_seen, last_seen)
SELECT norms_found.identifier, rule, {named}, unit.id, answering.id, %(on)s, %(on)s
FROM norms_found
LEFT JOIN registry_unit unit ON unit.key = norms_found.unit
LEFT JOIN registry_unit answering ON answering.key = norms_found.answers
WHERE true
ON CONFLICT (identifier) DO UPDATE SET {changed}, unit_id = excluded.unit_id,
  answers_id = excluded.answers_id, last_seen = excluded.last_seen, closed = NULL
""".format(
    named=", ".join(f'"{name}"' for name in AS_FOUND),
    changed=", ".join(f'"{name}" = excluded."{name}"' for name in AS_FOUND),
)


class Found:
    """What the rules found in a world, each verdict written out once; one of each identifier."""

    def __init__(self, verdicts: Iterable[Verdict], world: World) -> None:
        self.verdicts = [*{one.identifier: one for one in verdicts}.values()]
        self.world = world
        with collecting_later():
            self.documents = [verdict_document(one) for one in self.verdicts]
            self.texts = [json.dumps(one, ensure_ascii=False) for one in self.documents]

    @property
    def counts(self) -> dict[str, int]:
        """How many verdicts there are of each severity."""
        return dict(sorted(Counter(one.severity.value for one in self.verdicts).items()))

    @property
    def digest(self) -> str:
        """A fingerprint of what was found: the same for the same world."""
        return hashlib.sha256("\n".join(self.texts).encode()).hexdigest()

    def keep(self) -> dict[str, int]:
        """Write what was found on the world's day, and close what is no longer found."""
        on = self.world.on
        with staged("norms_found", COLUMNS, self._rows(), index="identifier"):
            known = _still_open()
            closed = run(CLOSE, on=on.isoformat())
            run(KEEP, on=on.isoformat())
        return {"began": len(self.texts) - known, "closed": closed, "open": len(self.texts)}

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        world = self.world
        for verdict, document, text in zip(self.verdicts, self.documents, self.texts, strict=True):
            first = verdict.units[0] if verdict.units else None
            unit = world.structure.get(first)
            yield (
                document["identifier"],
                verdict.rule,
                verdict.severity.value,
                first,
                verdict.answers,
                (world.sorting.bloc(unit) or "") if unit else "",
                verdict.found,
                verdict.limit,
                _written(verdict.until),
                document["mark"],
                text,
            )


def texts_kept() -> list[str]:
    """What is kept and still open, each verdict as the text of its JSON document; one query."""
    rows = fetch(
        f"SELECT {as_text('facts')} FROM norms_finding WHERE closed IS NULL "
        "ORDER BY severity, rule, identifier"
    )
    return [text for (text,) in rows]


def _still_open() -> int:
    ((count,),) = fetch(
        "SELECT count(*) FROM norms_found JOIN norms_finding kept "
        "ON kept.identifier = norms_found.identifier WHERE kept.closed IS NULL"
    )
    return int(count)


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
