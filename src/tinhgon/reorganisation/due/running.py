"""What is due takes effect: run by a timer, as often as one likes; what is done is left alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tinhgon.audit.record import Actor
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.actions import Outcome, Progress
from tinhgon.reorganisation.continuity.moving import Undecided
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.queries import due
from tinhgon.temporal.gate import Busy

STOPPED = (Busy, Undecided, actions.workflow.Refused)
"""What may stop one package and not those after it."""


@dataclass(frozen=True)
class Ran:
    """What became of one package that was due: its outcome, or why it was stopped."""

    package: Package
    outcome: Outcome | None = None
    stopped: Exception | None = None


def run_due(*, by: Actor, on: date, progress: Progress = lambda what, count: None) -> Iterator[Ran]:
    """Put every enacted package into effect whose day has come, the earliest day first."""
    for package in list(due(on)):
        try:
            yield Ran(package, actions.take_effect(package, by=by, on=on, progress=progress))
        except STOPPED as stopped:
            yield Ran(package, stopped=stopped)
