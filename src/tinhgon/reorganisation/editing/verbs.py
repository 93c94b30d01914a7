"""What each operation asks of whoever drafts it: one table, from which forms are made.

A test asks for every verb that the core knows and for every member of its operation.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Asks(StrEnum):
    """What a member of an operation is to whoever drafts it."""

    UNIT = "unit"
    UNITS = "units"
    NEW = "new"
    SEVERAL_NEW = "several-new"
    NEW_OR_STANDING = "new-or-standing"
    SOURCES = "sources"
    NAME = "name"
    KIND = "kind"
    CODE = "code"
    LEVEL = "level"
    HIERARCHY = "hierarchy"
    CARRIES = "carries"


@dataclass(frozen=True)
class Member:
    """One member of an operation: its name in the document, what it asks, and its label.

    Of rows there are at least `least` to begin with.
    """

    name: str
    asks: Asks
    label: Promise
    hint: Promise | str = ""
    optional: bool = False
    least: int = 1


@dataclass(frozen=True)
class Verb:
    """An operation as it is chosen and filled in. `main` is the member that names its main one."""

    label: Promise
    hint: Promise
    members: tuple[Member, ...]
    main: str = ""


GOES_ON = Member("unit", Asks.UNIT, _("Unit that goes on"))
NAME_HINT = _("Without the kind")

VERBS: dict[str, Verb] = {
    "form": Verb(
        _("Form from parts"),
        _("A unit is formed from others, each taken whole, in part, or as the rest."),
        (
            Member("successor", Asks.NEW_OR_STANDING, _("Unit that is formed")),
            Member("sources", Asks.SOURCES, _("Parts it is formed from")),
        ),
    ),
    "establish": Verb(
        _("Establish"),
        _("A new unit begins; nothing is taken from others."),
        (Member("unit", Asks.NEW, _("New unit")),),
    ),
    "consolidate": Verb(
        _("Consolidate"),
        _("Several units end whole, and a new one takes everything."),
        (
            Member("successor", Asks.NEW, _("New unit")),
            Member("sources", Asks.UNITS, _("Units that end"), least=2),
        ),
    ),
    "absorb": Verb(
        _("Absorb"),
        _("Units end whole, and one that goes on takes everything they held."),
        (
            Member("into", Asks.UNIT, _("Unit that goes on")),
            Member("absorbed", Asks.UNITS, _("Units that end")),
        ),
    ),
    "divide": Verb(
        _("Divide"),
        _("A unit ends, and new ones share what it held."),
        (
            Member("unit", Asks.UNIT, _("Unit that ends")),
            Member("into", Asks.SEVERAL_NEW, _("New units"), least=2),
        ),
        main="into",
    ),
    "split-off": Verb(
        _("Split off"),
        _("A new unit begins with a part of one that goes on."),
        (
            GOES_ON,
            Member("new", Asks.NEW, _("New unit")),
            Member("carries", Asks.CARRIES, _("What is taken")),
        ),
    ),
    "transfer-part": Verb(
        _("Transfer a part"),
        _("A part of one unit goes to another; both go on."),
        (
            Member("source", Asks.UNIT, _("Unit that gives a part")),
            Member("to", Asks.UNIT, _("Unit that takes it")),
            Member("carries", Asks.CARRIES, _("What is taken")),
        ),
    ),
    "rename": Verb(
        _("Rename"),
        _("A unit goes on under another name."),
        (GOES_ON, Member("name", Asks.NAME, _("New name"), NAME_HINT)),
    ),
    "reclassify": Verb(
        _("Change the kind"),
        _("A unit goes on as another kind of its level, as a commune becomes a ward."),
        (GOES_ON, Member("kind", Asks.KIND, _("New kind"))),
    ),
    "convert": Verb(
        _("Convert"),
        _("A body goes on as a body of another type."),
        (GOES_ON, Member("kind", Asks.KIND, _("New type"))),
    ),
    "recode": Verb(
        _("Give another code"),
        _("A unit goes on under another official code."),
        (
            GOES_ON,
            Member(
                "code", Asks.CODE, _("New code"), _("Empty: its code is taken away"), optional=True
            ),
        ),
    ),
    "change-level": Verb(
        _("Change the level"),
        _("A unit ends, and a new one of another level takes all it held."),
        (
            Member("unit", Asks.UNIT, _("Unit that ends")),
            Member("successor", Asks.NEW, _("New unit")),
        ),
    ),
    "move": Verb(
        _("Move under another"),
        _("A unit goes on under another one."),
        (
            GOES_ON,
            Member(
                "parent",
                Asks.UNIT,
                _("Unit above it"),
                _("Empty: it stands at the top"),
                optional=True,
            ),
            Member("hierarchy", Asks.HIERARCHY, _("In which hierarchy")),
        ),
    ),
    "dissolve": Verb(
        _("Dissolve"),
        _("A unit ends and nothing takes its place."),
        (Member("unit", Asks.UNIT, _("Unit that ends")),),
    ),
    "conclude": Verb(
        _("Conclude"),
        _("A unit ends because the parts that the plan names are all there was of it."),
        (Member("unit", Asks.UNIT, _("Unit that ends")),),
    ),
    "abolish-level": Verb(
        _("Abolish a level"),
        _("Every unit still standing at a level ends."),
        (Member("level", Asks.LEVEL, _("Level")),),
    ),
}
"""Every operation, the most general first, as the chooser lists them."""
