"""What the state of a package allows. The table is drawn in docs/reference/states.md."""

from tinhgon.reorganisation.models import Package, State

TRANSITIONS: dict[str, tuple[frozenset[State], State]] = {
    "enact": (frozenset({State.DRAFT}), State.ENACTED),
    "take-effect": (frozenset({State.ENACTED}), State.IN_EFFECT),
    "withdraw": (frozenset({State.DRAFT, State.ENACTED}), State.WITHDRAWN),
}
"""For each act: the states in which it may be done, and the state it leads to."""


class Refused(Exception):
    """An act that the state of the package does not allow."""

    def __init__(self, act: str, state: State) -> None:
        super().__init__(f"{act} in {state}")
        self.act, self.state = act, state


def allows(package: Package, act: str) -> bool:
    """Whether the state of the package allows an act."""
    return package.state in TRANSITIONS[act][0]


def check(package: Package, act: str) -> None:
    """Raise `Refused` where the state of the package does not allow an act."""
    if not allows(package, act):
        raise Refused(act, package.state)
