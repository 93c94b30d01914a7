"""Words for the law: names of rules, values as people read them, refusals."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from tinhgon.law.book import Figure, Parameter, book
from tinhgon.law.citations import article_words
from tinhgon.law.inputs import CHOICE, DAY, INPUTS
from tinhgon.law.refusals import Refused
from tinhgon.law.rule_words import RULES
from tinhgon.ui import writing

UNITS: dict[str, Promise] = {
    "posts": gettext_lazy("posts"),
    "people": pgettext_lazy("counted by the law", "people"),
    "staff": gettext_lazy("people at work"),
    "departments": gettext_lazy("departments"),
    "agreements": gettext_lazy("places"),
    "projects": gettext_lazy("projects"),
    "areas": gettext_lazy("areas of work"),
    "years": gettext_lazy("years"),
    "per_cent": gettext_lazy("per cent"),
    "dong": gettext_lazy("đồng"),
    "base_salaries": gettext_lazy("base salaries"),
}
ROUNDING = {"up": gettext_lazy("rounded up"), "down": gettext_lazy("rounded down")}
COUNTED = {
    "deputies_by_posts": gettext_lazy("from %(number)s posts: %(deputies)s"),
    "deputies_by_staff": gettext_lazy("from %(number)s public employees: %(deputies)s"),
    "deputies_by_divisions": gettext_lazy("from %(number)s divisions: %(deputies)s"),
}
"""How a list of numbers is read from each of which one more deputy is allowed."""

REFUSALS: dict[str, Promise] = {
    "no-such-name": gettext_lazy("There is no figure or rule called “%(name)s”."),
    "no-such-case": gettext_lazy("No provision is recorded for this case: %(of)s."),
    "before-first-provision": gettext_lazy(
        "No provision on this day: the first that is recorded holds from %(first)s."
    ),
    "ended": gettext_lazy(
        "No provision on this day: it ended on %(since)s (%(citation)s). %(note)s"
    ),
    "text-not-obtained": gettext_lazy(
        "No figure on this day: since %(since)s %(citation)s holds, whose text was not obtained."
    ),
    "no-such-input": gettext_lazy("There is no input called “%(input)s”."),
    "not-asked": gettext_lazy("“%(input)s” is not asked here. Asked are: %(asked)s."),
    "missing": gettext_lazy("“%(input)s” must be given."),
    "not-a-choice": gettext_lazy("“%(given)s” is no choice for “%(input)s”: %(choices)s."),
    "not-a-number": gettext_lazy(
        "“%(given)s” cannot be used for “%(input)s”: give a whole number, not negative."
    ),
    "not-a-day": gettext_lazy("“%(given)s” is not a day. Write it as 2025-07-01."),
    "not-yes-or-no": gettext_lazy("“%(given)s” is neither yes nor no."),
    "columns-differ": gettext_lazy("The columns are not of the same length."),
    "more-than-all": gettext_lazy("“%(input)s” cannot be more than all of them."),
    "too-large": gettext_lazy("A number is too large to compute with."),
}


class Read(NamedTuple):
    """A value with what it is counted in, as people read it."""

    value: str
    unit: str = ""


def title(name: str) -> str:
    """How a rule, a figure or an input is called."""
    if name in book():
        return writing.title(book()[name].title)
    return str(RULES[name].title if name in RULES else INPUTS[name].title)


def said(name: str) -> str:
    """What a rule does, in words; nothing for a figure."""
    return str(RULES[name].said) if name in RULES else ""


def case_words(parameter: Parameter, of: tuple[str, ...]) -> str:
    """For which case a figure holds; nothing where there is but one."""
    words = []
    for key, value in zip(parameter.by, of, strict=False):
        choice = INPUTS[key].choices.get(value)
        words.append(str(choice) if choice else _("all others"))
    return ", ".join(words)


def figure_words(figure: Figure) -> Read:
    """A figure of law as people read it."""
    if figure.value is None:
        return Read(_("unknown") if figure.is_unknown else pgettext("of a figure", "ended"))
    if figure.left_to:
        return Read(_("as said by: %s") % writing.title(figure.left_to))
    if isinstance(figure.value, tuple):
        return Read(_listed(figure))
    return value_words(figure.value, figure.unit)


def _listed(figure: Figure) -> str:
    assert isinstance(figure.value, tuple)
    if figure.unit in COUNTED:
        form = str(COUNTED[figure.unit])
        counts = [
            form % {"number": number, "deputies": place}
            for place, number in enumerate(figure.value, 2)
        ]
        return "; ".join([_("below: 1"), *counts])
    items = book()[figure.name].items
    return "; ".join(writing.title(items[key]) for key in figure.value)


def value_words(value: Any, unit: str) -> Read:
    """A result as people read it."""
    if isinstance(value, bool):
        return Read(_("yes") if value else _("no"))
    if isinstance(value, date):
        return Read(writing.day(value))
    if isinstance(value, Decimal):
        return Read(writing.number(value, 2), str(UNITS[unit]))
    return Read(writing.count(value), str(UNITS.get(unit, "")))


def input_words(name: str, value: Any) -> str:
    """Something given, as people read it."""
    asked = INPUTS[name]
    if asked.kind == CHOICE:
        return str(asked.choices[value])
    return writing.day(value) if asked.kind == DAY else value_words(value, "").value


def citation_words(figure: Figure) -> str:
    """Where a figure stands: article, instrument with its day, what amends it."""
    if figure.instrument is None:
        return _("instrument unknown")
    words = [figure.instrument.words]
    if figure.article:
        words.insert(0, article_words(figure.article))
    if figure.beside:
        words.append(_("with %s") % figure.beside.words)
    if figure.amended_by:
        words.append(_("as amended by %s") % figure.amended_by.words)
    return ", ".join(words)


def refusal_words(refused: Refused) -> str:
    """Why there is no answer, and what to do."""
    facts = {name: _fact(name, value) for name, value in refused.facts.items()}
    if found := refused.facts.get("figure"):
        facts |= {
            "since": writing.day(found.since),
            "citation": citation_words(found),
            "note": writing.title(found.note),
        }
    return (str(REFUSALS[refused.code]) % facts).strip()


def _fact(name: str, value: Any) -> Any:
    if name == "input" and value in INPUTS:
        return f"{INPUTS[value].title} ({value})"
    if isinstance(value, date):
        return writing.day(value)
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else value
