"""What a seal is over: all that the judgement rests upon, and nothing that merely flows.

Counts of people and of what hangs on units are not in it: they are stated, and counted again on
the day.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from tinhgon.audit.hashing import as_stored, digest
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.readings import Moved, moved, readings
from tinhgon.law.book import book
from tinhgon.law.queries import versions
from tinhgon.registry.queries import jurisdiction, structure
from tinhgon.reorganisation.continuity.table import TABLE
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.queries import compose, plan_documents
from tinhgon.reorganisation.rearrangement.composing import composed
from tinhgon.reorganisation.rearrangement.judging import chosen_for, figures

Json = Any


def contents(package: Package) -> Json:
    """All that a seal is over, as JSON."""
    composition = compose(package)
    asked = figures(composed(composition, {}, ()), chosen_for(package.pk))
    read = readings(composition)
    return as_stored({"read": read, **_said(package, _levels(composition), asked)})


def hashed(sealed: Json) -> str:
    """The digest by which a seal is known."""
    return digest(sealed)


def moved_since(package: Package) -> list[Moved]:
    """What is not as it was sealed, kind by kind; nothing where the seal holds."""
    sealed = package.sealing.contents
    law = sealed["law"]
    now = as_stored(_said(package, law["levels"], law.get("figures", {})))
    found = moved(sealed["read"], structure(package.day))
    return [
        *found,
        *(one for kind in now for one in _differing(kind, sealed.get(kind, {}), now[kind])),
    ]


def _said(package: Package, levels: Any, figures: Iterable[str]) -> dict[str, Any]:
    """What is decided upon beside the structure, as it stands now."""
    known = jurisdiction()
    return {
        "day": {"": package.day},
        "plans": {plan["plan"]: plan for plan in plan_documents(package)},
        "law": {
            "levels": {level: _level(known, level) for level in levels},
            "facts": _facts(known, package),
            "figures": {name: _figure(name, package) for name in figures},
        },
        "rules": {name: repr(rule) for name, rule in TABLE.items()},
        "allotments": {
            f"{one.relation} {one.unit}": {"heir": one.heir, "named": one.named}
            for one in package.allotments.all()
        },
        "evidence": {
            f"{one.fact} {one.subject}".strip(): [one.agreeing, one.asked, one.document]
            for one in package.evidence.all()
        },
        "explanations": {f"{one.rule} {one.about}": one.text for one in package.explanations.all()},
    }


def _levels(composition: Composition) -> list[str]:
    """The levels by whose law the package was judged: those of the units it speaks of."""
    keys = {*composition.claims, *composition.ended, *composition.changed}
    stood = (composition.before.get(key) for key in keys)
    units = [*filter(None, stood), *composition.touched]
    return sorted({unit.level for unit in units} | composition.abolished)


def _level(known: Jurisdiction, key: str) -> Json:
    level = known.levels.get(key)
    return level and {
        "rank": level.rank,
        "holds": sorted(level.holds),
        "code": level.code,
        "period": str(level.period),
        "kinds": {kind.key: str(kind.period) for kind in level.kinds.values()},
    }


def _facts(known: Jurisdiction, package: Package) -> Json:
    """The facts that the law of the day asks for, with their figures."""
    asked = [fact for fact in known.required_facts if package.day in fact.period]
    return {fact.key: [sorted(fact.levels), fact.per, fact.share] for fact in asked}


def _figure(name: str, package: Package) -> Json:
    """A figure of law in all its cases, as it is on the day; None where there is none any more."""
    return versions([name], on=package.day) if name in book() else None


def _differing(kind: str, before: Json, after: Json) -> Iterator[Moved]:
    for about in sorted({*before, *after}):
        if kind == "law":
            yield from _differing(about, before.get(about, {}), after.get(about, {}))
        elif before.get(about) != after.get(about):
            yield Moved(kind, about, before.get(about), after.get(about))
