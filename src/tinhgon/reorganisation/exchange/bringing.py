"""A file brought into a plan of a draft: what it says, what it would change, what rules find."""

from dataclasses import dataclass, replace
from functools import cached_property, partial

from django.utils.translation import gettext as _

from tinhgon.domain.along import composed
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.plan_tables.lookup import LookUp
from tinhgon.domain.structure.plan_tables.writing import Called
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.editing.drafted import Drafted, drafted
from tinhgon.reorganisation.exchange.differing import Differing, differing
from tinhgon.reorganisation.exchange.files import Brought, brought, file_of
from tinhgon.reorganisation.exchange.meaning import Meaning
from tinhgon.reorganisation.models import Plan
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.rearrangement.judging import findings
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui import writing


def taken_along(plan: Plan, kind: str) -> bytes:
    """A plan as a file of one of `files.KINDS`."""
    named = names_of(plan.package, rearrangement(plan.package))
    return file_of(queries.plan_value(plan), kind, calling(named))


def calling(names: Names) -> Called:
    """What units are called in a table: «Phường Đại Mỗ, Quận Nam Từ Liêm»."""
    done = names.rearrangement

    def called(key: str) -> str:
        standing = done.before if key in done.before else done.after
        return ", ".join(names.full(unit) for unit in standing.path(key)[:2])

    return called


@dataclass(frozen=True, eq=False)
class Bringing:
    """Operations that are to stand in place of those of a plan."""

    draft: Drafted
    plan: str
    said: Brought

    @property
    def before(self) -> tuple[Operation, ...]:
        """What the plan says now."""
        return self.draft.plan(self.plan).operations

    @cached_property
    def differing(self) -> Differing:
        """What the file would change."""
        return differing(self.before, self.said.operations)

    @cached_property
    def findings(self) -> list[Finding]:
        """What the rules would find in the package then."""
        new = self.said.operations
        plans = [
            replace(one, operations=new) if one.code == self.plan else one
            for one in self.draft.plans
        ]
        return findings(composed(plans, self.draft.before, self.draft.jurisdiction))

    @property
    def notes(self) -> list[str]:
        """What the file says that is not taken."""
        notes = []
        if self.said.unread:
            notes.append(_("These columns are not read: %s.") % ", ".join(self.said.unread))
        named = self.said.plan
        if named and (named.code, named.day) != (self.plan, self.draft.day):
            words = _(
                "The file is of the plan “%(plan)s” of %(day)s; only its operations are taken."
            )
            notes.append(words % {"plan": named.code[:60], "day": writing.day(named.day)})
        return notes


def bringing(plan: Plan, content: bytes, kind: str) -> Bringing:
    """What a file would do to a plan. Raises `Faulty`."""
    draft = drafted(plan.package)
    look_up: LookUp = partial(Meaning, draft, plan.code)
    return Bringing(draft, plan.code, brought(content, kind, look_up))
