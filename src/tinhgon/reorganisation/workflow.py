"""What the state of a package allows. The table is drawn in docs/reference/states.md."""

from datetime import date

from tinhgon.reorganisation.models import Package, State

BEING_DRAFTED = frozenset({State.DRAFT, State.APPRAISED})

TRANSITIONS: dict[str, tuple[frozenset[State], State]] = {
    "edit": (BEING_DRAFTED, State.DRAFT),
    "appraise": (BEING_DRAFTED, State.APPRAISED),
    "seal": (frozenset({State.APPRAISED}), State.SEALED),
    "give-back": (frozenset({State.SEALED, State.APPROVED}), State.APPRAISED),
    "approve": (frozenset({State.SEALED}), State.APPROVED),
    "enact": (frozenset({State.APPROVED}), State.ENACTED),
    "enter": (BEING_DRAFTED, State.ENACTED),
    "take-effect": (frozenset({State.ENACTED}), State.IN_EFFECT),
    "withdraw": (
        frozenset({*BEING_DRAFTED, State.SEALED, State.APPROVED, State.ENACTED}),
        State.WITHDRAWN,
    ),
}
"""For each act: the states in which it may be done, and the state it leads to.

To enter is to enact what was decided elsewhere: docs/decisions/0011-history-is-entered.md.
"""


class Refused(Exception):
    """An act that the state of the package does not allow."""

    def __init__(self, act: str, state: State) -> None:
        super().__init__(f"{act} in {state}")
        self.act, self.state = act, state


def way_to_enact(package: Package, today: date) -> str:
    """By which act a package is enacted: what was decided elsewhere is entered, not approved.

    That is a draft whose day has passed and of which each plan names the instrument that said it.
    """
    is_history = package.state in BEING_DRAFTED and package.day <= today
    decided = is_history and not package.plans.filter(instrument=None).exists()
    return "enter" if decided else "enact"


def allows(package: Package, act: str) -> bool:
    """Whether the state of the package allows an act."""
    return package.state in TRANSITIONS[act][0]


def check(package: Package, act: str) -> None:
    """Raise `Refused` where the state of the package does not allow an act."""
    if not allows(package, act):
        raise Refused(act, package.state)
