"""Drafts of tasks (dự thảo nhiệm vụ): who leads, who takes part, what, until when, on which words.

A draft is a proposal to whoever issues tasks. What a text leaves open is listed, never filled in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tinhgon.domain.documents.spans import Span


@dataclass(frozen=True)
class Known:
    """A unit of the register: its key, and its name as the register has it."""

    key: str
    name: str


Register = Callable[[str], tuple[Known, ...]]
"""The units that bear a name on the day of the text: none, one, or several."""


def nobody(_name: str) -> tuple[Known, ...]:
    """A register that knows no unit."""
    return ()


CONCERNED = "liên quan"
"""What is said of a group that consists of whoever is concerned."""


@dataclass(frozen=True, kw_only=True)
class Agency:
    """A body, a group of bodies or a person as a text names them.

    `name` is written out where the text leaves out a shared word: «các sở: Nội vụ, Y tế» names Sở
    Nội vụ and Sở Y tế. `body` is the body of which somebody is the head: Sở Y tế of its director.
    """

    name: str
    body: str
    span: Span
    is_group: bool = False
    known: tuple[Known, ...] = ()

    @property
    def names_units(self) -> bool:
        """Whether it is a group of certain units, and not «các cơ quan liên quan»: anybody."""
        return self.is_group and CONCERNED not in self.name.lower()


class DueKind(StrEnum):
    """How a deadline is said."""

    DAY = "day"
    AFTER = "after"
    EVERY = "every"
    UNCLEAR = "unclear"


@dataclass(frozen=True, kw_only=True)
class Due:
    """A deadline in words.

    A DAY gives the last day on which one is in time: of «trước ngày 15» the 14th. AFTER gives so
    many of a unit from what `since` says, which the calendar of whoever is charged must count.
    EVERY gives how often. `assumed` says that the year is not in the text but follows from its day.
    """

    kind: DueKind
    span: Span
    words: str
    last: date | None = None
    count: int | None = None
    unit: str | None = None
    since: str | None = None
    assumed: bool = False


class Unclear(StrEnum):
    """What a person must decide before a draft can become a task."""

    NO_LEAD = "no-lead"
    SEVERAL_LEADS = "several-leads"
    GROUP_LEADS = "group-leads"
    GROUP_TAKES_PART = "group-takes-part"
    NO_DEADLINE = "no-deadline"
    DEADLINE_IN_WORDS = "deadline-in-words"
    SEVERAL_DEADLINES = "several-deadlines"
    YEAR_ASSUMED = "year-assumed"
    UNKNOWN_UNIT = "unknown-unit"
    SEVERAL_UNITS = "several-units"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A draft of a task and the words it rests on: those of the sentence, and of each part.

    `heading` are the words above the sentence that say who leads, where it does not say so itself.
    """

    leads: tuple[Agency, ...]
    contributors: tuple[Agency, ...] = ()
    what: str
    what_span: Span
    due: Due | None = None
    other_dues: tuple[Due, ...] = ()
    product: str | None = None
    product_span: Span | None = None
    words: str
    span: Span
    heading: Span | None = None

    @property
    def unclear(self) -> tuple[Unclear, ...]:
        """What is not clear, in the order in which people look for it."""
        return tuple(code for code, holds in self._doubts() if holds)

    def _doubts(self) -> tuple[tuple[Unclear, bool], ...]:
        named = [one for one in (*self.leads, *self.contributors) if not one.is_group]
        due = self.due
        return (
            (Unclear.NO_LEAD, not self.leads),
            (Unclear.SEVERAL_LEADS, len(self.leads) > 1),
            (Unclear.GROUP_LEADS, any(one.is_group for one in self.leads)),
            (Unclear.GROUP_TAKES_PART, any(one.names_units for one in self.contributors)),
            (Unclear.NO_DEADLINE, due is None),
            (Unclear.DEADLINE_IN_WORDS, due is not None and due.kind is DueKind.UNCLEAR),
            (Unclear.SEVERAL_DEADLINES, bool(self.other_dues)),
            (Unclear.YEAR_ASSUMED, due is not None and due.assumed),
            (Unclear.UNKNOWN_UNIT, any(not one.known for one in named)),
            (Unclear.SEVERAL_UNITS, any(len(one.known) > 1 for one in named)),
        )
