"""What an apparatus is invented from: names, titles, divisions and sizes of one jurisdiction.

Read from a file of the program's own (`tinhgon.invented`), so it is trusted: a member that is
missing is an error of whoever wrote it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Titles = Mapping[str, str]
"""What a post is called, by language."""


@dataclass(frozen=True)
class Sex:
    """Names that people of a group of the jurisdiction's table of retirement bear."""

    group: str
    middle: Sequence[str]
    given: Sequence[str]


@dataclass(frozen=True)
class Leaders:
    """What the head and the deputies of a kind of body are called."""

    head: Titles
    deputy: Titles


@dataclass(frozen=True)
class Seating:
    """Who sits in a standard body: deputies, and which share of the other posts of its area.

    `head_of` is the role of the body whose head heads this one concurrently.
    """

    deputies: int
    share: int
    elected: bool = False
    head_of: str | None = None


@dataclass(frozen=True)
class Part:
    """A sort of division of departments; `sort` is what the law calls it, if it knows it."""

    level: str
    kind: str
    sort: str = ""
    name: str = ""


@dataclass(frozen=True)
class Field:
    """How large departments of a field are beside others, and what their divisions are called."""

    weight: int
    divisions: Sequence[str]


@dataclass(frozen=True)
class Goal:
    """The target of reduction that is set."""

    counts: str
    percent: int
    years: int
    titles: Titles


@dataclass(frozen=True)
class Catalogue:
    """Everything that is particular to a jurisdiction.

    Departments are bodies of a level and of some kinds under the committee of areas of some levels.
    `heads` are the roles of bodies that have a head in every area, even where nothing else is.
    """

    jurisdiction: str
    families: Mapping[str, int]
    sexes: Sequence[Sex]
    ages: Mapping[str, Mapping[str, int]]
    staff_kinds: Mapping[str, str]
    leaders: Mapping[str, Leaders]
    ordinary: Sequence[tuple[int, Titles]]
    support: Sequence[tuple[int, Titles]]
    bodies: Mapping[str, Seating]
    heads: Sequence[str]
    areas: Sequence[str]
    level: str
    kinds: Sequence[str]
    under: str
    division: Part
    office: Part
    team: Part
    team_sizes: Sequence[int]
    support_in_office: int
    fields: Mapping[str, Field]
    measures: Mapping[str, int]
    goal: Goal

    def field(self, role: str) -> Field:
        """What departments of a role do; of one that is not named, what any might do."""
        return self.fields.get(role) or self.fields["other"]


def read_catalogue(file: Mapping[str, Any]) -> Catalogue:
    """A parsed file as a catalogue."""
    names, titles, departments = file["names"], file["titles"], file["departments"]
    team = departments["team"]
    return Catalogue(
        jurisdiction=file["jurisdiction"],
        families=names["families"],
        sexes=[Sex(**one) for one in names["sexes"]],
        ages=file["ages"],
        staff_kinds=file["staff_kinds"],
        leaders={kind: Leaders(**one) for kind, one in titles["leaders"].items()},
        ordinary=_shared(titles["ordinary"]),
        support=_shared(titles["support"]),
        bodies={role: Seating(**one) for role, one in file["bodies"].items()},
        heads=file["heads"],
        areas=departments["of"],
        level=departments["level"],
        kinds=departments["kinds"],
        under=departments["under"],
        division=Part(**departments["division"]),
        office=Part(**departments["office"]),
        team=Part(team["level"], team["kind"], name=team["name"]),
        team_sizes=team["sizes"],
        support_in_office=departments["support_in_office"],
        fields={role: Field(**one) for role, one in departments["fields"].items()},
        measures=file["measures"],
        goal=Goal(**file["target"]),
    )


def _shared(said: Sequence[Mapping[str, Any]]) -> list[tuple[int, Titles]]:
    return [(one["share"], {"vi": one["vi"], "en": one["en"]}) for one in said]
