"""What an act on a package will do, sentence by sentence, before anybody decides."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.registry.directory import directory
from tinhgon.reorganisation.continuity.words import resting_on
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.portrait.numbers import in_short
from tinhgon.reorganisation.rearrangement.tallies import levels
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.ui import writing


def appraising(package: Package, done: Rearrangement, on: date) -> Iterator[str]:
    """What appraising keeps."""
    yield from _differences(done)
    yield from _units(done)
    yield from _moving(package, done)
    yield _("What the rules find now is kept with it; the next edit makes it a draft again.")


def sealing(package: Package, done: Rearrangement, on: date) -> Iterator[str]:
    """What sealing does."""
    yield _(
        "All that is decided upon is hashed: the operations, the units and codes they read, the "
        "law, the allotment rules, the facts recorded."
    )
    yield _(
        "Nobody edits it any more. If anything of it moves, approval and enactment are refused."
    )
    yield _("How many people and roles there are is stated and counted again on the day.")


def giving_back(package: Package, done: Rearrangement, on: date) -> Iterator[str]:
    """What giving back does."""
    yield _("The seal is lifted, and an approval with it. It can be edited and sealed again.")


def approving(package: Package, done: Rearrangement, on: date) -> Iterator[str]:
    """What is approved."""
    yield from _differences(done)
    yield from _units(done)
    day = writing.day(package.day)
    yield _("It may then be enacted, and it takes effect on %s.") % day
    yield _("Until it is enacted it can be given back.")


def enacting(package: Package, done: Rearrangement, on: date) -> Iterator[str]:
    """What enacting does, as an act of a day."""
    day = writing.day(package.day)
    yield _("The new structure is entered into the register, as of %s.") % day
    yield from _differences(done)
    yield from _units(done)
    if on < package.day:
        yield _("Until %s nothing moves that hangs on the units; then it takes effect.") % day
        yield _("Until then it can be withdrawn.")
    else:
        yield (
            _("Its day, %s, has come: it takes effect at once and can no longer be withdrawn.")
            % day
        )
        yield from _moving(package, done)
        yield (
            _("An act of a day before %s only enters the structure: nothing moves with it yet.")
            % day
        )


def taking_effect(package: Package, done: Rearrangement, on: date) -> Iterator[str]:
    """What taking effect does."""
    yield from _moving(package, done)
    yield _("Meanwhile others wait to write, for some seconds.")
    yield _("Afterwards it can no longer be withdrawn, only undone by another plan.")


def withdrawing(package: Package, done: Rearrangement, on: date) -> Iterator[str]:
    """What withdrawing does."""
    if package.state is State.ENACTED:
        yield _("The register says again what it said before the enactment.")
        yield _("What it said in between stays known, as everything that was ever recorded.")
    else:
        yield _("The draft is closed; nothing of it was in the register.")
    yield _("A withdrawn package cannot be taken up again: whoever wants it drafts another.")


def _differences(done: Rearrangement) -> Iterator[str]:
    counted = {level: both for level, both in levels(done.standing).items() if both[0] != both[1]}
    yield from (f"{words}." for words in in_short(counted, directory().jurisdiction))


def _units(done: Rearrangement) -> Iterator[str]:
    ended, changed = len(done.ended), len(done.changed)
    begun = len(done.begun) - changed
    for count, words in (
        (ended, ngettext("%s unit ends.", "%s units end.", ended)),
        (begun, ngettext("%s unit begins.", "%s units begin.", begun)),
        (changed, ngettext("%s unit goes on otherwise.", "%s units go on otherwise.", changed)),
    ):
        if count:
            yield words % writing.count(count)


def _moving(package: Package, done: Rearrangement) -> Iterator[str]:
    """How much moves, counted now."""
    resting = resting_on(package, done)
    if resting is None:
        yield _("No unit ends, so nothing has to move.")
    elif not resting.total:
        yield _("Nothing hangs on the units that end, so nothing has to move.")
    else:
        yield _("In one step, what hangs on the units that end:")
        for row in resting.rows:
            if row["count"]:
                facts = {**row, "count": writing.count(row["count"])}
                yield _("%(what)s: %(count)s %(then)s.") % facts
