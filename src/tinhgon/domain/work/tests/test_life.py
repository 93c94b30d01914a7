"""What has happened to a work says what may be done next."""

import pytest

from tinhgon.domain.work.life import ALLOWED, LEADS_TO, NotNow, State, What, check, state_after


def test_a_report_that_was_sent_back_leaves_the_work_to_be_done() -> None:
    happened = [What.ISSUED, What.ACCEPTED, What.REPORTED, What.COMMENTED, What.SENT_BACK]

    assert state_after(happened) is State.ACCEPTED


@pytest.mark.parametrize(
    ("act", "state"),
    [("confirm", State.ACCEPTED), ("report", State.SUSPENDED), ("withdraw", State.CONFIRMED)],
)
def test_what_the_state_does_not_allow_is_refused(act: str, state: State) -> None:
    with pytest.raises(NotNow):
        check(act, state)


def test_every_open_state_can_be_left() -> None:
    closed = {state for state in State if state.is_closed}

    allowed = {state for act in ("report", "confirm", "resume") for state in ALLOWED[act]}

    assert allowed == {*State} - closed
    assert {*LEADS_TO.values()} == {*State}
