"""The papers that a package has, by name, with words for people."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from tinhgon.documents.papers.layout import Form, forms
from tinhgon.registry.directory import directory
from tinhgon.reorganisation.models import Plan

SCHEME, SUBMISSION, DECISION, ANNEXES = "scheme", "submission", "decision", "annexes"


MOST_IN_PDF = 1000
"""Operations whose annexes may be one PDF: three thousand take gigabytes to set."""


@dataclass(frozen=True)
class Listed:
    """A paper by name, and the plan that it is of where it is not of the whole package.

    Of what `is_long` there is no PDF.
    """

    name: str
    title: str
    says: str
    plan: Plan | None = None
    is_long: bool = False


def listed(plans: Iterable[Plan]) -> list[Listed]:
    """All papers of a package, in the order in which they are bound; plans as in `plans_of`.

    Where there are several plans, each has a draft and annexes of its own.
    """
    held = list(plans)
    many = sum(plan.many for plan in held)  # type: ignore[attr-defined]
    return [
        Listed(SCHEME, _("Scheme"), _("Why, what there is, what is proposed, what follows.")),
        Listed(SUBMISSION, _("Submission"), _("What whoever decides is asked to decide.")),
        Listed(ANNEXES, _("Annexes to the submission"), _annexed(), is_long=many > MOST_IN_PDF),
        *chain.from_iterable(_of_plan(plan, is_only=len(held) == 1) for plan in held),
    ]


def _annexed() -> str:
    return _("Every successor with its clause; what ends; counts; facts and findings.")


def _of_plan(plan: Plan, is_only: bool) -> list[Listed]:
    """The draft of a plan, and its annexes unless they are those of the package."""
    called = plan.instrument.number if plan.instrument else plan.title
    draft = _("Draft of %s") % called
    if is_only:
        return [Listed(DECISION, draft, plan.title, plan)]
    is_long = plan.many > MOST_IN_PDF  # type: ignore[attr-defined]
    annexes = _("Annexes to %s") % called
    return [
        Listed(f"{DECISION}-{plan.code}", draft, plan.title, plan),
        Listed(f"{ANNEXES}-{plan.code}", annexes, _annexed(), plan, is_long),
    ]


def known_forms() -> dict[str, Form]:
    """The forms of the register's jurisdiction by key, the usual one first."""
    return forms(directory().jurisdiction)


def form_of(key: str) -> Form:
    """The form of a key, else the usual one."""
    known = known_forms()
    return known.get(key) or next(iter(known.values()))
