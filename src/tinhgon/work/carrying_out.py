"""What can be done with a work from any door: one table from the name of an act to the act."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.documents.models import Instrument
from tinhgon.domain.work.life import ALLOWED
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.temporal.gate import behind_gate
from tinhgon.work import actions
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.below import below
from tinhgon.work.custody.issuing import Order
from tinhgon.work.custody.planning import Part
from tinhgon.work.entitlement import Rights
from tinhgon.work.files import actions as file_actions
from tinhgon.work.files.keeping import staged
from tinhgon.work.models import Work
from tinhgon.work.objections import actions as objections
from tinhgon.work.objections.queries import may_be_raised
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing, locked


@dataclass(frozen=True, kw_only=True)
class Given:
    """What an act is given besides the work; each takes what it needs.

    `files` are as they are sent (`keeping.Sent`); an act gets them looked at (`Staged`). `each` is
    what each of `units` is given.
    """

    words: str = ""
    until: date | None = None
    unit: Unit | None = None
    officer: Officer | None = None
    evidence: Instrument | None = None
    evidence_on: date | None = None
    granted: bool | None = None
    upheld: bool | None = None
    objection: str = ""
    files: Sequence[Any] = ()
    part: Order | None = None
    units: Sequence[Unit] = ()
    each: Part = field(default_factory=Part)


Act = Callable[[Standing, Any, datetime, Given], Any]


def carry_out(act: str, standing: Standing, *, by: Any, at: datetime, given: Given) -> None:
    """Do something with a work, if whoever asks may.

    Raises `NotEntitled`, `Refused`, and `NotNow` where the state does not allow it.
    """
    Rights(standing, by, localdate(at)).ask(act)
    with staged(given.files) as files, entitled(act, standing.work, by=by, at=at) as held:
        ACTS[act](held, by, at, replace(given, files=files))


@contextmanager
def entitled(act: str, work: Work, *, by: Any, at: datetime) -> Iterator[Standing]:
    """How a work stands, held until the end, for whoever may do something with it.

    Since it was read it may have gone to others, and the right with it. Raises `NotEntitled`.
    """
    with behind_gate(alone=False):
        standing = locked(work)
        Rights(standing, by, localdate(at)).ask(act)
        yield standing


def possible(standing: Standing, by: Any, *, on: date) -> list[str]:
    """What somebody may do with a work now, in the order of `ACTS`."""
    return possible_by(Rights(standing, by, on), ACTS)


def possible_by(rights: Rights, acts: Iterable[str]) -> list[str]:
    """Of acts those that somebody may do with a work now, in their order."""
    standing, state = rights.standing, rights.standing.state
    return [
        act
        for act in acts
        if state in ALLOWED[STATES_OF.get(act, act)]
        and ONLY_IF.get(act, _always)(standing, rights.on)
        and rights.allows(act)
    ]


def decided(given: bool | None) -> bool:
    """What is decided. Raises `Refused` `no-decision` where that is not said."""
    if given is None:
        raise Refused("no-decision")
    return given


def _accept(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    actions.accept(standing.work, by=by, at=at)


def _report(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    proof = {"evidence": given.evidence, "evidence_on": given.evidence_on}
    actions.report(standing.work, by=by, at=at, words=given.words, files=given.files, **proof)


def _confirm(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    actions.confirm(standing.work, by=by, at=at, words=given.words)


def _send_back(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    actions.send_back(standing.work, by=by, at=at, reason=given.words, files=given.files)


def _assign(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    custody.hand_over(standing.work, by=by, at=at, reason=given.words, officer=given.officer)


def _hand_over(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    if given.unit is None:
        raise Refused("no-lead")
    to = {"unit": given.unit, "officer": given.officer}
    custody.hand_over(standing.work, by=by, at=at, reason=given.words, **to)


def _ask_to_contribute(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    units: Sequence[Unit] = [given.unit] if given.unit else []
    on = localdate(at)
    custody.ask_to_contribute(standing.work, by=by, on=on, units=units, reason=given.words)


def _split(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    custody.split(standing.work, by=by, at=at, parts=[given.part] if given.part else [])


def _cascade(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    custody.cascade(standing.work, by=by, at=at, units=given.units, part=given.each)


def _ask_extension(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    until = given.until or date.min
    actions.ask_extension(standing.work, by=by, on=localdate(at), until=until, reason=given.words)


def _decide_extension(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    extension = standing.open_extension
    said = {"granted": decided(given.granted), "answer": given.words}
    if extension is None:
        raise Refused("decided-already")
    actions.decide_extension(extension, by=by, on=localdate(at), **said)


def _suspend(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    actions.suspend(standing.work, by=by, at=at, reason=given.words)


def _resume(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    actions.resume(standing.work, by=by, at=at, until=given.until)


def _withdraw(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    actions.withdraw(standing.work, by=by, at=at, reason=given.words)


def _comment(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    said = {"words": given.words, "unit": _side(standing, by, at), "files": given.files}
    actions.comment(standing.work, by=by, at=at, **said)


def _attach(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    more = {"files": given.files, "day": given.evidence_on, "unit": _side(standing, by, at)}
    file_actions.attach(standing.work, by=by, at=at, **more)


def _side(standing: Standing, by: Any, at: datetime) -> Unit:
    return Rights(standing, by, localdate(at)).side


def _object(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    said = {"kind": given.objection, "reason": given.words}
    objections.object_to(standing.work, by=by, at=at, **said)


def _decide_objection(standing: Standing, by: Any, at: datetime, given: Given) -> None:
    objection = standing.open_objection
    said = {"upheld": decided(given.upheld), "answer": given.words}
    if objection is None:
        raise Refused("no-objection")
    objections.decide_objection(objection, by=by, at=at, **said)


ACTS: dict[str, Act] = {
    "accept": _accept,
    "report": _report,
    "confirm": _confirm,
    "send-back": _send_back,
    "assign": _assign,
    "ask-extension": _ask_extension,
    "decide-extension": _decide_extension,
    "object": _object,
    "decide-objection": _decide_objection,
    "split": _split,
    "cascade": _cascade,
    "ask-to-contribute": _ask_to_contribute,
    "hand-over": _hand_over,
    "suspend": _suspend,
    "resume": _resume,
    "withdraw": _withdraw,
    "comment": _comment,
    "attach": _attach,
}
"""By name; the order is that of the page."""


def _always(standing: Standing, on: date) -> bool:
    return True


ONLY_IF: dict[str, Callable[[Standing, date], Any]] = {
    "decide-extension": lambda standing, on: standing.open_extension,
    "cascade": lambda standing, on: below(standing.held.unit.key, on),
    "object": may_be_raised,
    "decide-objection": lambda standing, on: standing.open_objection,
}
"""What must be the case of a work, besides its state, for an act to be offered."""

STATES_OF = {"assign": "hand-over"}
"""Acts that are allowed where another is."""
