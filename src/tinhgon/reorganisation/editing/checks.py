"""What is said of an operation while somebody types (kiểm tra ngay): findings, and what it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.along import composed
from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.queries import locations
from tinhgon.reorganisation.editing.drafted import Drafted, Placed
from tinhgon.reorganisation.editing.nearby import composed_with, concerning, concerns, keys_of
from tinhgon.reorganisation.findings.appraisal import Told, told
from tinhgon.reorganisation.findings.words import verdict_of
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.operations.sentences import operation_text
from tinhgon.reorganisation.rearrangement.composing import composed as outcome
from tinhgon.reorganisation.rearrangement.judging import chosen_for, of_norms
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.ui import writing

MOST_NAMED = 3
MOST_TOLD = 12


@dataclass(frozen=True, eq=False)
class Checked:
    """An operation as it would stand in its draft; `instead`: in place of the one of its number."""

    draft: Drafted
    said: Placed
    instead: bool

    @property
    def operation(self) -> Operation:
        return self.said.operation

    @cached_property
    def keys(self) -> frozenset[str]:
        """The units that it is about."""
        return keys_of(self.draft, self.operation)

    @cached_property
    def composition(self) -> Composition:
        """What lies near it, with it."""
        return composed_with(self.draft, self.said, self.instead)

    @cached_property
    def names(self) -> Names:
        """How the units are called, this operation's own among them."""
        return draft_names(self.draft, self.composition.after)

    @property
    def sentence(self) -> str:
        """What it says; without links, which would lead away from what is typed."""
        return operation_text(self.operation, self.names)

    @cached_property
    def findings(self) -> list[Finding]:
        """What the rules find about it, the heaviest first."""
        return concerning(self.composition, self.keys)

    @property
    def told(self) -> list[Told]:
        """The first findings in words."""
        return told(self.findings[:MOST_TOLD], self.names)

    @property
    def blocks(self) -> bool:
        """Whether anything found would stop the package."""
        return any(one.severity is Severity.BLOCK for one in self.findings)

    @property
    def notes(self) -> list[str]:
        """What people should know of the names and codes that it gives, and of what it takes."""
        given = [words for unit in self.said.effects.formed for words in self._notes(unit)]
        return [*given, *self._from_elsewhere()]

    def _from_elsewhere(self) -> Iterator[str]:
        """Units taken from under another top than that of who takes, and no plan unites the two."""
        for claim in self.said.effects.claims:
            there, here = self._top(claim.source), self._top(claim.successor)
            if there and here and here not in self._united(there):
                facts = {"unit": claim.source, "there": there, "here": here}
                words = _("%(unit)s is under %(there)s, and who takes of it under %(here)s.")
                yield words % {name: self.names(key) for name, key in facts.items()}

    def _top(self, key: str) -> str | None:
        """The highest area above a unit; None where it is that itself."""
        formed = {unit.key: unit.parent for unit in self.said.effects.formed}
        path = self.draft.path(formed[key] or "") if key in formed else self.draft.path(key)[1:]
        return path[-1].key if path else None

    def _united(self, top: str) -> set[str]:
        """A unit and those that some operation of the draft lets take of it."""
        claims = (one.effects.claims for one in self.draft.acting.get(top, ()))
        return {top, *(one.successor for many in claims for one in many if one.source == top)}

    def _notes(self, unit: Unit) -> Iterator[str]:
        if unit.name.casefold().startswith(f"{unit.kind} ".casefold()):
            yield _("It will be called %s: leave the kind out of the name.") % self.draft.full(unit)
        bearings, ended = self.draft.bearings, self.composition.ended
        for key in bearings.by_code.get(unit.code or "", ()):
            if key in ended and self.draft.before[key].name != unit.name:
                facts = {"code": unit.code, "old": self.names(key)}
                yield _("%(code)s is the code of %(old)s until then: name the day with it.") % facts
        for key in bearings.by_name.get(unit.name, ()):
            heirs = {claim.successor for claim in self.composition.claims.get(key, ())}
            if key in self.ending and len(heirs) > 1:
                yield _("It bears the name of the old %(old)s, which %(count)s units share.") % {
                    "old": self.names(key),
                    "count": writing.count(len(heirs)),
                }

    @cached_property
    def ending(self) -> frozenset[str]:
        """The keys of those of its units that end."""
        return self.keys & self.composition.ended

    @property
    def ended(self) -> list[str]:
        """Those of its units that end, by name."""
        return self._sorted(self.ending)

    @cached_property
    def unspent(self) -> list[str]:
        """Units of which something is taken and something is left, though they do not go on."""
        return self._sorted(
            key
            for key in self.keys & {*self.composition.claims}
            if key in self.draft.before
            and key not in self.composition.ended
            and not self.composition.keeps(key)
            and key not in self.composition.changed
        )

    @cached_property
    def beside(self) -> list[int]:
        """The numbers of the other operations of its plan that act on the units that end."""
        others = {
            one.number
            for key in self.ending
            for one in self.draft.acting.get(key, ())
            if one.plan == self.said.plan and one.number != self.said.number
        }
        return sorted(others)

    @cached_property
    def area(self) -> tuple[Decimal | None, bool]:
        """The area of what is taken whole, and whether that is all that is taken."""
        formed = {unit.key for unit in self.said.effects.formed}
        claims = [claim for claim in self.said.effects.claims if claim.successor in formed]
        whole = [claim.source for claim in claims if claim.extent is Extent.WHOLE]
        known = locations(dict.fromkeys(whole, self.draft.day)) if whole else {}
        areas = [place.area_km2 for place in known.values() if place.area_km2]
        if not areas or len(areas) < len(whole):
            return None, False
        return sum(areas, Decimal(0)), len(whole) == len(claims)

    def takers(self, source: str) -> list[str]:
        """Who else takes of a unit, by name."""
        own = {unit.key for unit in self.said.effects.formed} or {
            claim.successor for claim in self.said.effects.claims
        }
        claims = self.composition.claims.get(source, ())
        return self._sorted({claim.successor for claim in claims} - own)

    def note(self, source: str) -> str:
        """«also to 4 others»: who else takes of a unit, beside its box."""
        takers = self.takers(source)
        if takers and self.is_wrong(source):
            return self._taken_twice(source, takers)
        if len(takers) > MOST_NAMED:
            words = ngettext("also to %s other", "also to %s others", len(takers))
            return words % writing.count(len(takers))
        if takers:
            return _("also to %s") % ", ".join(takers)
        return "" if source in self.composition.ended else _("nobody else takes of it yet")

    def _taken_twice(self, source: str, takers: list[str]) -> str:
        """«operation 48 takes of it too»: by the numbers of its plan, else by who takes."""
        numbers = [
            writing.count(one.number)
            for one in self.draft.acting.get(source, ())
            if one.plan == self.said.plan and one.number != self.said.number
        ]
        facts = {"numbers": ", ".join(numbers), "takers": ", ".join(takers[:MOST_NAMED])}
        if not numbers:
            return _("%(takers)s takes of it too") % facts
        return _("operation %(numbers)s takes of it too: %(takers)s") % facts

    def is_wrong(self, source: str) -> bool:
        """Whether something found about a unit would stop the package."""
        return any(
            one.severity is Severity.BLOCK and one.units and one.units[0] == source
            for one in self.findings
        )

    def _sorted(self, keys: Iterable[str]) -> list[str]:
        return sorted((self.names(key) for key in keys), key=str.casefold)


def checked(draft: Drafted, plan: str, operation: Operation, number: int | None) -> Checked:
    """An operation checked in place of that of a number, or at the end of its plan."""
    at = number or len(draft.plan(plan).operations) + 1
    return Checked(draft, Placed(plan, at, operation), instead=number is not None)


def norms_of(found: Checked) -> list[Told]:
    """What norms find about an operation in the whole draft, as it was typed."""
    draft = found.draft
    whole = composed([*_plans_with(found)], draft.before, draft.jurisdiction)
    done = outcome(whole, {}, ())
    names = draft_names(draft, whole.after)
    return told(_about(of_norms(done, chosen_for(draft.id)), found)[:MOST_TOLD], names)


def norms_among(findings: Iterable[Finding], found: Checked) -> list[Told]:
    """Those of the findings of a draft by which norms speak of an operation."""
    return told(_about(findings, found)[:MOST_TOLD], found.names)


def _about(findings: Iterable[Finding], found: Checked) -> list[Finding]:
    return [one for one in findings if verdict_of(one) and concerns(one, found.keys)]


def _plans_with(found: Checked) -> Iterator[Plan]:
    """The plans of a draft, with the operation where it would stand."""
    said = found.said
    for plan in found.draft.plans:
        if plan.code == said.plan:
            rest = plan.operations[said.number :] if found.instead else ()
            operations = (*plan.operations[: said.number - 1], said.operation, *rest)
            yield replace(plan, operations=operations)
        else:
            yield plan


def draft_names(draft: Drafted, after: Structure) -> Names:
    """How units are called where nothing but a part of a draft is composed."""
    done = Rearrangement(draft.day, draft.before, after, (), {}, {})
    return Names(done, draft.jurisdiction, entered=False)


def names_in(draft: Drafted, operations: Iterable[Operation] = ()) -> Names:
    """How the units of a draft are called, and those that further operations would form."""
    further: list[Unit] = [unit for one in operations for unit in one.effects().formed]
    return draft_names(draft, Structure([*further, *draft.formed.values()]))
