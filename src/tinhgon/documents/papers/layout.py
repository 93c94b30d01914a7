"""The form of official papers (thể thức văn bản): fixed words and measures, data of a jurisdiction.

They stand in `statutes/papers/`; a jurisdiction without such a file has a plain form.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

import yaml
from django.utils.translation import gettext as _

from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.periods import Period
from tinhgon.statutes import PAPERS

DOTS = "………"
"""What is not known yet and will be written in."""


@dataclass(frozen=True, kw_only=True)
class Margins:
    """How far the words stay from the edges of A4, in millimetres."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20


@dataclass(frozen=True, kw_only=True)
class Title:
    """A type of paper: its title, its sign in a number, how it is spoken of, what it orders."""

    title: str
    symbol: str
    called: str
    verb: str = ""


@dataclass(frozen=True, kw_only=True)
class Office:
    """Whoever writes or decides (cơ quan ban hành).

    Its words may hold {unit} and {name}, in capitals {UNIT} and {NAME}, of the unit that it is of.
    """

    body: tuple[str, ...]
    called: str
    symbol: str = ""
    place: str = "{name}"
    signs: tuple[str, ...] = ()
    deputy_signs: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    type: str = "decision"
    whole: bool = False
    abolishes: bool = False
    issues: str = r"(?!)"
    kinds: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a paper cites at its head (căn cứ), for plans of which days."""

    text: str
    number: str = ""
    period: Period = field(default_factory=Period)
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Clause:
    """How a clause is cited in a plan, and how a paper speaks of it in the same article."""

    pattern: str = r"(?!)"
    cited: str = "{article}.{item}"
    item: str = "{item}"
    here: str = "{items}"

    def place(self, cited: str) -> tuple[int, str] | None:
        """The article and the item that a clause names; None where it is cited otherwise."""
        found = re.match(self.pattern, cited.strip())
        return (int(found["article"]), found["item"]) if found else None

    def at(self, article: int, item: object) -> str:
        """How a plan would cite an item of an article."""
        return self.cited.format(article=article, item=item)

    def items(self, items: Iterable[str]) -> str:
        """Items of the article in which they are spoken of."""
        return self.here.format(items=", ".join(self.item.format(item=item) for item in items))


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form of papers."""

    key: str
    name: Words
    titles: Mapping[str, Title]
    submits: tuple[Office, ...]
    language: str | None = None
    country: str = ""
    source: str = ""
    mark: str = "K"
    margins: Margins = field(default_factory=Margins)
    size: float = 13
    nation: tuple[str, ...] = ()
    below_body: str = "rule"
    number: str = ""
    annex: str = "{roman}"
    to: str = ""
    orders: str = "{verb}"
    cites: str = ""
    as_above: str = ""
    copies: tuple[str, ...] = ()
    decides: tuple[Office, ...] = ()
    bases: tuple[Basis, ...] = ()
    clause: Clause = field(default_factory=Clause)

    def submitter(self, kind: str | None) -> Office:
        """Who submits for a unit of a kind; None is the whole."""
        fitting = (
            office
            for office in self.submits
            if office.whole == (kind is None) and (not office.kinds or kind in office.kinds)
        )
        return next(fitting, self.submits[-1])

    def decider(
        self, levels: Iterable[str], abolishes: bool, number: str, submitter: Office
    ) -> Office:
        """Who decides: whoever issues instruments of such a number, else whoever decides about
        units of such levels, or that a level ends; else whoever submits.
        """
        concerned = {*levels}
        issuing = (one for one in self.decides if re.search(one.issues, number))
        fitting = (
            one for one in self.decides if one.levels & concerned or (abolishes and one.abolishes)
        )
        return next(chain(issuing, fitting), submitter)

    def cited(self, day: date) -> list[Basis]:
        """What is cited for a plan of a day."""
        return [basis for basis in self.bases if day in basis.period]


def forms(jurisdiction: Jurisdiction) -> dict[str, Form]:
    """The forms of a jurisdiction by key, the usual one first."""
    return _kept(jurisdiction.code) or {"plain": plain_form()}


@cache
def _kept(code: str) -> dict[str, Form]:
    file = PAPERS / f"{code.lower()}.yaml"
    if not re.fullmatch(r"[A-Za-z0-9-]+", code) or not file.is_file():
        return {}
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    clause = Clause(**document["clause"])
    shared = {"language": document["language"], "country": code, "clause": clause}
    return {key: _form(key, stated, shared) for key, stated in document["forms"].items()}


def _form(key: str, stated: dict[str, Any], shared: dict[str, Any]) -> Form:
    given = {name: _frozen(value) for name, value in stated.items()}
    return Form(
        **{
            **shared,
            **given,
            "key": key,
            "name": Words({language: (word, word) for language, word in stated["name"].items()}),
            "titles": {name: Title(**one) for name, one in stated["titles"].items()},
            "margins": Margins(**stated["margins"]),
            "submits": tuple(map(_office, stated["submits"])),
            "decides": tuple(map(_office, stated.get("decides", ()))),
            "bases": tuple(map(_basis, stated.get("bases", ()))),
        }
    )


def _office(stated: dict[str, Any]) -> Office:
    sets: dict[str, Any] = {
        name: frozenset(stated[name]) for name in ("kinds", "levels") if name in stated
    }
    return Office(**{name: _frozen(value) for name, value in stated.items()} | sets)


def _basis(stated: dict[str, Any]) -> Basis:
    days = {"from": stated.get("from"), "until": stated.get("until")}
    others = {name: value for name, value in stated.items() if name not in days}
    return Basis(**others, period=Period(days["from"], days["until"]))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def plain_form() -> Form:
    """The form of a jurisdiction that has none of its own, in the reader's language."""
    return Form(
        key="plain",
        name=Words({"en": ("Plain form",) * 2, "vi": ("Mẫu chung",) * 2}),
        titles={
            "scheme": Title(title=_("Scheme"), symbol="", called=_("Scheme")),
            "submission": Title(title=_("Submission"), symbol="", called=_("Submission")),
            "report": Title(title=_("Report"), symbol="", called=_("Report")),
            "decision": Title(title=_("Decision"), symbol="", called=_("Decision")),
        },
        submits=(Office(body=("{unit}",), called="{unit}"),),
        number=_("No. %s") % "{number}",
        annex=_("Annex %s") % "{roman}",
        to=_("To:"),
    )
