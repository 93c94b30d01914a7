"""The life of a work (vòng đời): what has been done with it says what may be done next."""

from collections.abc import Iterable
from enum import StrEnum


class What(StrEnum):
    """What can happen to a work: giao, tiếp nhận, báo cáo hoàn thành, trả lại, xác nhận …"""

    ISSUED = "issued"
    ACCEPTED = "accepted"
    REPORTED = "reported"
    SENT_BACK = "sent-back"
    CONFIRMED = "confirmed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    COMMENTED = "commented"


class State(StrEnum):
    """Where a work is in its life; how it stands in time is another matter."""

    ISSUED = "issued"
    ACCEPTED = "accepted"
    REPORTED = "reported"
    SUSPENDED = "suspended"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"

    @property
    def is_closed(self) -> bool:
        """Whether nobody has to do anything about it any more."""
        return self in (State.CONFIRMED, State.WITHDRAWN)


LEADS_TO = {
    What.ISSUED: State.ISSUED,
    What.ACCEPTED: State.ACCEPTED,
    What.REPORTED: State.REPORTED,
    What.SENT_BACK: State.ACCEPTED,
    What.CONFIRMED: State.CONFIRMED,
    What.SUSPENDED: State.SUSPENDED,
    What.RESUMED: State.ACCEPTED,
    What.WITHDRAWN: State.WITHDRAWN,
}
"""The state after what has happened; what is not here changes nothing."""

BEGUN = frozenset({State.ISSUED, State.ACCEPTED})
OPEN = BEGUN | {State.REPORTED, State.SUSPENDED}

ALLOWED: dict[str, frozenset[State]] = {
    "accept": frozenset({State.ISSUED}),
    "hand-over": OPEN,
    "ask-to-contribute": BEGUN,
    "split": BEGUN,
    "cascade": BEGUN,
    "ask-extension": BEGUN,
    "decide-extension": OPEN,
    "object": OPEN | {State.CONFIRMED},
    "decide-objection": OPEN | {State.CONFIRMED},
    "report": BEGUN,
    "send-back": frozenset({State.REPORTED}),
    "confirm": frozenset({State.REPORTED}),
    "suspend": BEGUN,
    "resume": frozenset({State.SUSPENDED}),
    "withdraw": OPEN,
    "comment": frozenset(State),
    "attach": frozenset(State),
}
"""In which states an act may be done."""


class Objecting(StrEnum):
    """What a unit says against a work that it has (ý kiến phản đối), with reasons."""

    NOT_OURS = "not-ours"
    NOT_POSSIBLE = "not-possible"
    JUDGEMENT = "judgement"


OBJECTED_IN: dict[Objecting, frozenset[State]] = {
    Objecting.NOT_OURS: OPEN,
    Objecting.NOT_POSSIBLE: OPEN,
    Objecting.JUDGEMENT: OPEN | {State.CONFIRMED},
}
"""In which states each may be said: of what is done only how it was judged may be disputed."""

FOLLOWS: dict[Objecting, tuple[str, ...]] = {
    Objecting.NOT_OURS: ("hand-over", "withdraw"),
    Objecting.NOT_POSSIBLE: ("ask-extension", "suspend", "withdraw"),
    Objecting.JUDGEMENT: (),
}
"""What may be done once it is upheld; upholding itself moves nothing."""


class NotNow(Exception):
    """An act that the state of a work does not allow."""

    def __init__(self, act: str, state: State) -> None:
        super().__init__(f"{act} while {state}")
        self.act, self.state = act, state


def state_after(happened: Iterable[str]) -> State:
    """The state after what has happened, in order."""
    state = State.ISSUED
    for what in happened:
        state = LEADS_TO.get(What(what), state)
    return state


def check(act: str, state: State) -> None:
    """Raise `NotNow` where an act may not be done."""
    if state not in ALLOWED[act]:
        raise NotNow(act, state)
