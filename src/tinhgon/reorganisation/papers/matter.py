"""What papers are made of: a package as it stands, its plans, and for whom they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from html import unescape
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tinhgon.documents.papers.layout import Form, Office
from tinhgon.documents.papers.value import Run, Text
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.documents import read_plan
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.naming import words_in
from tinhgon.reorganisation.evidence.required import Wanted, wanted
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.queries import plan_documents, plans_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.ui import writing

LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How papers are to be: under which address their links lead, in which form, who signs."""

    site: str
    form: str = ""
    by_deputy: bool = False


class InSentences(Jurisdiction):
    """A jurisdiction whose units are called as within a sentence: «phường Ba Đình»."""

    def full_name(self, kind: str, name: str) -> str:
        """Kind and name with no other capitals than they have of themselves."""
        return self.full_name_form.format(kind=kind, name=name)


@dataclass(frozen=True, eq=False)
class Matter:
    """A package with all that its papers say.

    Where a paper is of one plan, `of` is that plan and `within` the package as a whole.
    """

    package: Package
    names: Names
    form: Form
    manner: Manner
    plans: tuple[tuple[Plan, PlanValue], ...]
    required: tuple[Wanted, ...]
    of: Plan | None = None
    within: "Matter | None" = None

    def only(self, plan: Plan) -> "Matter":
        """The same of one plan."""
        done = self.done.under(plan.instrument_id)  # type: ignore[attr-defined]
        names = replace(self.names, rearrangement=done)
        plans = tuple(pair for pair in self.plans if pair[0] == plan)
        asked = tuple(one for one in self.required if _concerns(one, done))
        return replace(self, names=names, plans=plans, required=asked, of=plan, within=self)

    @property
    def done(self) -> Rearrangement:
        """What the package does."""
        return self.names.rearrangement

    @property
    def page(self) -> str:
        """The page of the package, within the site."""
        return self.package.get_absolute_url()

    @cached_property
    def top(self) -> Unit | None:
        """The highest unit above all that the package concerns; None where that is the whole."""
        if self.within:
            return self.within.top
        ground = self.done.ground
        if ground is None:
            return None
        standing = self.done.before if ground in self.done.before else self.done.after
        return [*standing.path(ground)][-1]

    @cached_property
    def submitter(self) -> Office:
        """Who submits."""
        return self.form.submitter(self.top.kind if self.top else None)

    @property
    def decider(self) -> Office:
        """Who decides what is done under the instrument of the plan."""
        ((_plan, value),) = self.plans
        levels = (unit.level for unit in (*self.done.old, *self.done.new))
        abolishes = any(one.effects().abolished for one in value.operations)
        return self.form.decider(levels, abolishes, value.instrument or "", self.submitter)

    def named(self, words: str) -> str:
        """Words of an office with the unit that it is of."""
        top = self.top
        unit = self.names.full(top) if top else words_in(self.names.jurisdiction.whole)
        name = top.name if top else words_in(self.names.jurisdiction.name)
        facts = {"unit": unit, "name": name, "UNIT": unit.upper(), "NAME": name.upper()}
        return words.format(**facts)

    def all_named(self, words: Iterable[str]) -> tuple[str, ...]:
        """Several such words."""
        return tuple(map(self.named, words))

    def text(self, said: object) -> Text:
        """A safe sentence as runs, what leads somewhere leading there from outside the site."""
        return runs(said if isinstance(said, SafeString) else format_html("{}", said), self.site)

    @property
    def site(self) -> str:
        """The address under which the links lead, without a stroke at its end."""
        return self.manner.site.rstrip("/")

    def address(self, view: str, *args: Any) -> str:
        """A page of the package, within the site."""
        return reverse(f"reorganisation:{view}", args=[self.package.code, *args])


def _concerns(one: Wanted, done: Rearrangement) -> bool:
    """Whether a fact is asked of the whole, or of a unit that is rearranged or right above one."""
    units = (*done.old, *done.new)
    return not one.subject or any(one.subject in (unit.key, unit.parent) for unit in units)


def matter_of(package: Package, form: Form, manner: Manner) -> Matter:
    """What the papers of a package say, as it stands now."""
    done = rearrangement(package)
    names = names_of(package, done)
    values = {one["plan"]: read_plan(one) for one in plan_documents(package)}
    return Matter(
        package,
        Names(done, _in_sentences(names.jurisdiction), names.entered),
        form,
        manner,
        tuple((plan, values[plan.code]) for plan in plans_of(package)),
        tuple(wanted(package, done)),
    )


def _in_sentences(jurisdiction: Jurisdiction) -> Jurisdiction:
    return InSentences(
        **{one.name: getattr(jurisdiction, one.name) for one in fields(Jurisdiction)}
    )


def runs(said: SafeString, site: str) -> Text:
    """A safe sentence as runs; its first letter is a capital."""
    pieces = LINK.split(writing.printable(said))
    found = [Run(unescape(pieces[0]))]
    for url, label, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        found += [Run(unescape(label), f"{site}{unescape(url)}"), Run(unescape(after))]
    return _begun(tuple(run for run in found if run.text))


def _begun(text: Text) -> Text:
    """A text whose first letter is a capital."""
    if not text:
        return text
    first, *others = text
    return (Run(first.text[:1].upper() + first.text[1:], first.url), *others)


def counted(count: int, url: str = "") -> SafeString:
    """A number that leads to what it counts."""
    words = writing.count(count)
    return format_html('<a href="{}">{}</a>', url, words) if url else mark_safe(words)
