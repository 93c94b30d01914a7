"""One table says what a reorganisation does to whatever hangs on a unit.

Every relation of any model to a unit is in `TABLE`, or a test fails. It is *history* and stays as
it was; or *identity* of the unit and ends with it; or a *responsibility* that moves to the one who
answers afterwards, so that nothing is left hanging; or an *account* whose balance does; or
*custody* of what goes on unbroken.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db import models

from tinhgon.work.custody.handing_on import in_hand


@dataclass(frozen=True)
class History:
    """Stays as it was: it says what was the case."""


@dataclass(frozen=True)
class Identity:
    """Part of the unit itself: ends with it. `dated` rows are ended here on the day."""

    dated: bool = False


@dataclass(frozen=True)
class Responsibility:
    """Moves to whoever answers afterwards.

    Dated rows are ended on the day and go on as new rows that name in `origin` the one they come
    from; rows without dates are pointed to the new unit. Of rows that would be alike in `alike`
    under one unit, no two go on for the same days, and what the heir has already stands: on every
    day for which there was one, there is one. `held_back` is a column that is set while a new row
    does not count yet: where one alone may count, the old ones have to end first. `once`: the
    database lets no two alike reach over one day under any units, so none has to be looked for.
    """

    dated: bool = True
    origin: str | None = None
    alike: tuple[str, ...] = ()
    held_back: str | None = None
    once: bool = False


@dataclass(frozen=True)
class Account:
    """What is held at the day goes to whoever answers afterwards, by entries of the day.

    Rows stay as they were, each says what was moved when; new ones bring the books of a unit that
    ends to zero.
    """


@dataclass(frozen=True)
class Custody:
    """Open works go to whoever answers afterwards, by a new row for each from the day on.

    Rows stay as they were: the next row of a work is the end of the one before.
    """


Rule = History | Identity | Responsibility | Account | Custody

TABLE: dict[str, Rule] = {
    "registry.Register.place": Responsibility(dated=False),
    "registry.Version.unit": Identity(),
    "registry.Code.unit": Identity(),
    "registry.Tie.unit": Identity(),
    "registry.Tie.parent": Identity(),
    "registry.Succession.predecessor": History(),
    "registry.Succession.successor": History(),
    "registry.Contact.unit": Identity(dated=True),
    "registry.Boundary.unit": History(),
    # of takings part in one function under one body one goes on; two never lead the same
    "registry.Mandate.unit": Responsibility(
        origin="moved_from_id", alike=("function", "area_id", "role"), held_back="handing_on"
    ),
    # of two that would lead the same where their areas became one, the earlier goes on
    "registry.Mandate.area": Responsibility(
        origin="moved_from_id", alike=("leads",), held_back="handing_on"
    ),
    "accounts.Grant.unit": Responsibility(origin="moved_from_id", alike=("user_id", "role")),
    # what came into the accounts of a unit, less what left them, is entered for its heir
    "staff.Movement.target_unit": Account(),
    "staff.Movement.source_unit": History(),
    "staff.Handover.unit": History(),
    "staff.Handover.heir": History(),
    "staff.Handover.came_from": History(),
    # a post stands in one place: the new one counts once the old one has ended
    "staff.Placement.unit": Responsibility(
        origin="moved_from_id", alike=("post_id",), held_back="handing_on", once=True
    ),
    # several go on under one heir; a name may be that of another, which counts from another day
    "staff.Target.unit": Responsibility(origin="moved_from_id", alike=("key", "base_day")),
    "work.Custody.unit": Custody(),
    "work.Custody.came_from": History(),
    # for whom a work is done; who issued it stands with that
    "work.Work.giver": Responsibility(dated=False),
    "work.Event.unit": History(),
    "work.Attachment.unit": History(),
    "work.Objection.unit": History(),
    "work.Contributor.unit": Responsibility(origin="moved_from_id", alike=("work_id",)),
    # whoever takes over follows up what was decided; who issued it stands with that
    "directives.Directive.unit": Responsibility(dated=False),
    # a committee stands in the name of one unit and has one standing office
    "directives.CommitteeUnit.unit": Responsibility(
        origin="moved_from_id",
        alike=("committee_id", "capacity"),
        held_back="handing_on",
        once=True,
    ),
    "directives.MemberUnit.unit": Responsibility(origin="moved_from_id", alike=("member_id",)),
    # one unit prepares an item of a plan; what is done or dropped was prepared by whoever it was
    "directives.ItemUnit.unit": Responsibility(
        origin="moved_from_id", alike=("item_id",), held_back="handing_on", once=True
    ),
    # what was found of a unit is closed by the next run; what is let be or in force ends with it
    "norms.Finding.unit": History(),
    "norms.Finding.answers": History(),
    "norms.Waiver.unit": Identity(dated=True),
    "norms.Waiver.authority": History(),
    "norms.Regulations.unit": Identity(dated=True),
    "norms.Classification.unit": Identity(dated=True),
    # a book is closed with its unit and read by whoever answers afterwards, who opens another
    "directives.Book.unit": History(),
    "directives.BookEntry.sender_unit": History(),
    "directives.Forwarding.unit": History(),
}
"""`Identity()` without dates is closed by the register itself when a package is enacted."""


Inherited = Responsibility | Account | Custody
"""The rules by which something goes to whoever answers afterwards."""


def moving() -> dict[str, Rule]:
    """The relations of which something is done when a unit ends, with what is done."""
    return {
        name: rule
        for name, rule in TABLE.items()
        if isinstance(rule, Inherited) or (isinstance(rule, Identity) and rule.dated)
    }


def inherited() -> dict[str, Inherited]:
    """The relations of which something goes to whoever answers afterwards."""
    return {name: rule for name, rule in TABLE.items() if isinstance(rule, Inherited)}


def responsibilities() -> dict[str, Responsibility]:
    """The relations of which the rows go to whoever answers afterwards."""
    return {name: rule for name, rule in TABLE.items() if isinstance(rule, Responsibility)}


def model_of(name: str) -> type[models.Model]:
    """The model of a relation named app.Model.field."""
    app, model, _ = name.split(".")
    return apps.get_model(app, model)


def place_of(name: str) -> tuple[str, str]:
    """Table and column of a relation."""
    model = model_of(name)
    return model._meta.db_table, model._meta.get_field(name.split(".")[2]).column


def still(rule: Rule, table: str) -> str:
    """The condition that a row of a relation counts on `%(day)s` or later; undated ones always."""
    if isinstance(rule, Custody):
        return in_hand(table)
    is_dated = isinstance(rule, Identity | Responsibility) and rule.dated
    return goes_on(table) if is_dated else "1 = 1"


def goes_on(table: str) -> str:
    """The condition that a dated row holds on `%(day)s` or later."""
    return f'("{table}".valid_to IS NULL OR "{table}".valid_to > %(day)s)'
