"""One act with many works: each is checked singly, and all that can be done is done together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.audit.acts import act as is_act
from tinhgon.audit.record import record_each
from tinhgon.domain.work.life import NotNow
from tinhgon.work import changing
from tinhgon.work.bulk.acts import change_of
from tinhgon.work.carrying_out import Given
from tinhgon.work.changing import Change
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.entitlement import NotEntitled, Rights, rights
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import all_held

MOST = 500

Why = Refused | NotNow | NotEntitled


@dataclass(frozen=True)
class NotDone:
    """A work with which nothing was done, and why; None where it is not among those one may see."""

    key: str
    work: Work | None = None
    why: Why | None = None


@dataclass(frozen=True)
class Outcome:
    """With which works something was done and with which not, each in the order asked.

    `kept_back` is how many could have been done, where nothing was because not all could be.
    """

    done: list[Work] = field(default_factory=list)
    not_done: list[NotDone] = field(default_factory=list)
    kept_back: int = 0


@is_act
def act_on(
    keys: Sequence[str], *, by: Any, at: datetime, act: str, given: Given, whole: bool = False
) -> Outcome:
    """Do one act with several works (xử lý hàng loạt), at most `MOST`, in one transaction.

    With `whole` nothing is done when it cannot be done with all. Raises `Refused` `too-many-works`.
    """
    asked = [*dict.fromkeys(keys)]
    if len(asked) > MOST:
        raise Refused("too-many-works", count=len(asked), most=MOST)
    found = {one.standing.work.key: one for one in rights(all_held(asked), by, on=localdate(at))}
    seen = {key: one for key, one in found.items() if one.sees}
    changes, refused = _changes(seen, by, at, act, given)
    not_done = [_not_done(key, seen, refused) for key in asked if key not in changes]
    if whole and not_done:
        return Outcome(not_done=not_done, kept_back=len(changes))
    record_each(changing.write(changes.values()), by=by)
    return Outcome([seen[key].standing.work for key in asked if key in changes], not_done)


def _changes(
    seen: Mapping[str, Rights], by: Any, at: datetime, act: str, given: Given
) -> tuple[dict[str, Change], dict[str, Why]]:
    """What the act makes of each work, and why not of others; parts go before their wholes."""
    standings = {one.standing.work.pk: one.standing for one in seen.values()}
    units = {one.held.unit for one in standings.values()}
    units |= {one.work.giver for one in standings.values()}
    units |= {given.unit} if given.unit else set()
    around = Circumstances.of(localdate(at), units, [given.officer])
    changes, refused = dict[str, Change](), dict[str, Why]()
    for one in sorted(seen.values(), key=lambda each: -each.standing.work.pk):
        work = one.standing.work
        try:
            one.ask(act)
            change = change_of(act, one.standing, by, at, given, around)
        except (Refused, NotNow, NotEntitled) as why:
            refused[work.key] = why
            continue
        changes[work.key] = change
        if change.closes_on and work.parent_id in standings:
            standings[work.parent_id].open_parts.discard(work.pk)
    return changes, refused


def _not_done(key: str, seen: Mapping[str, Rights], refused: Mapping[str, Why]) -> NotDone:
    return NotDone(key, seen[key].standing.work if key in seen else None, refused.get(key))
