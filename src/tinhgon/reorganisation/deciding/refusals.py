"""Sentences for why an act on a package is refused."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.registry.naming import words_in
from tinhgon.registry.rearranging import Moved
from tinhgon.reorganisation.actions import (
    Blocked,
    FactsMissing,
    OtherSeal,
    OwnPlan,
    SealBroken,
    TooEarly,
)
from tinhgon.reorganisation.allotting.actions import NoHeir, NothingToAllot, NotItsRows
from tinhgon.reorganisation.compensating.actions import NotInEffect
from tinhgon.reorganisation.continuity.moving import Undecided
from tinhgon.reorganisation.deciding.entitlement import Ahead, NotEntitled
from tinhgon.reorganisation.evidence.actions import Impossible, NotAsked
from tinhgon.reorganisation.evidence.required import Wanted
from tinhgon.reorganisation.explaining.actions import NothingToExplain
from tinhgon.reorganisation.findings.words import finding_words
from tinhgon.reorganisation.keeping import (
    NotACode,
    SharedInstrument,
    Taken,
    UnknownInstrument,
)
from tinhgon.reorganisation.models import CODE
from tinhgon.reorganisation.sealing.words import moved_words
from tinhgon.reorganisation.words import BY_KEY, RELATIONS, STATES, Naming, some
from tinhgon.reorganisation.workflow import Refused
from tinhgon.ui import writing

REFUSALS = (
    *(Blocked, Taken, NotACode, UnknownInstrument, SharedInstrument),
    *(TooEarly, Ahead, Refused, Moved, Undecided),
    *(FactsMissing, OwnPlan, OtherSeal, SealBroken),
    *(NothingToExplain, NotAsked, Impossible, NothingToAllot, NoHeir, NotItsRows, NotInEffect),
)
"""Why an act on a package may be refused, whoever acts and however little else goes on."""

MOVED = {
    "later-facts": gettext_lazy(
        "The register already holds later facts of: %s. Enact packages in order of their days, "
        "or withdraw the later one."
    ),
    "same-day": gettext_lazy(
        "These begin or change on that very day by another package or a correction: %s. What "
        "happens on one day happens at once: put it into one package."
    ),
    "left-under-ended": gettext_lazy("These would be left under a unit that ends: %s."),
    "key-used": gettext_lazy("A unit has already stood under these keys: %s. Choose new keys."),
    "changed-since": gettext_lazy(
        "These have been changed since the package was enacted: %s. Correct them back first."
    ),
}


def refusal_words(refused: Exception, name: Naming = BY_KEY) -> list[str]:
    """Why an act on a package was refused, a sentence a line; units are called by `name`."""
    return SENTENCES[type(refused)](refused, name)


def _blocked(refused: Blocked, name: Naming) -> list[str]:
    return [finding_words(finding, name) for finding in refused.findings]


def _too_early(refused: TooEarly, name: Naming) -> list[str]:
    return [_("The package takes effect on %s and not before.") % writing.day(refused.day)]


def _ahead(refused: Ahead, name: Naming) -> list[str]:
    words = _("%s has not come yet: an act is of today or of an earlier day.")
    return [words % writing.day(refused.day)]


def _not_in_effect(refused: NotInEffect, name: Naming) -> list[str]:
    words = _("The package is “%s”: only what is in effect is taken back by another plan.")
    return [words % STATES[refused.state]]


def _state(refused: Refused, name: Naming) -> list[str]:
    return [_("The package is “%s”; this is no longer possible.") % STATES[refused.state]]


def _moved(refused: Moved, name: Naming) -> list[str]:
    return [str(MOVED[refused.code]) % some(refused.units, name)]


def _undecided(refused: Undecided, name: Naming) -> list[str]:
    words = _("Nobody is named to answer afterwards for %(relation)s: %(units)s.")
    return [
        words % {"relation": RELATIONS[relation], "units": some(units, name)}
        for relation, units in refused.hanging.items()
    ]


def _taken(refused: Taken, name: Naming) -> list[str]:
    return [_("There is already a package “%s”. Choose another code.") % refused.code]


def _not_a_code(refused: NotACode, name: Naming) -> list[str]:
    why = {
        "shape": CODE.message,
        "reserved": _("A page of the package stands under it."),
        "twice": _("Two plans of the package would bear it."),
    }
    facts = {"code": refused.code[:80], "why": why[refused.why]}
    return [_("“%(code)s” cannot be a code. %(why)s") % facts]


def _unknown_instrument(refused: UnknownInstrument, name: Naming) -> list[str]:
    words = _("There is no instrument %(number)s issued by %(day)s: register it first.")
    return [words % {"number": refused.number, "day": writing.day(refused.day)}]


def _shared_instrument(refused: SharedInstrument, name: Naming) -> list[str]:
    plans = ", ".join(refused.plans)
    if refused.number is None:
        return [_("These plans name no instrument: %s. Only one of a package may.") % plans]
    words = _("These plans are of one instrument, %(number)s: %(plans)s. Put them into one plan.")
    return [words % {"number": refused.number, "plans": plans}]


def _facts_missing(refused: FactsMissing, name: Naming) -> list[str]:
    return [_lacking(one, name) for one in refused.lacking]


def _lacking(one: Wanted, name: Naming) -> str:
    what = words_in(one.fact.title)
    if one.subject:
        what = _("%(what)s (%(unit)s)") % {"what": what, "unit": name(one.subject)}
    if one.recorded and one.fact.share is not None:
        words = _("%(what)s: more than %(share)s %% must agree, %(agreeing)s of %(asked)s do.")
        counted = {"agreeing": one.recorded.agreeing, "asked": one.recorded.asked}
        facts = {name: writing.count(many or 0) for name, many in counted.items()}
        return words % {"what": what, "share": one.fact.share, **facts}
    return _("%s is not recorded yet.") % what


def _own_plan(refused: OwnPlan, name: Naming) -> list[str]:
    return [_("Whoever drafted or edited a package does not approve it: let somebody else do it.")]


def _other_seal(refused: OtherSeal, name: Naming) -> list[str]:
    words = _("It was sealed anew since you looked (%s). Read it again, then decide.")
    return [words % refused.digest[:16]]


def _seal_broken(refused: SealBroken, name: Naming) -> list[str]:
    said = [moved_words(one, name) for one in refused.moved[:MOST_MOVED]]
    left = len(refused.moved) - len(said)
    more = ngettext("%s more has moved.", "%s more have moved.", left) % writing.count(left)
    return [
        _("What was sealed has moved since. Give the package back, look at it, seal it again."),
        *said,
        *([more] if left else []),
    ]


def _not_asked(refused: NotAsked, name: Naming) -> list[str]:
    of = name(refused.subject) if refused.subject else _("the package")
    words = _("The law of the package's day asks for no “%(fact)s” of %(of)s.")
    return [words % {"fact": refused.fact[:60], "of": of}]


def _impossible(refused: Impossible, name: Naming) -> list[str]:
    return [_("Say how many were asked and how many agree: no more can agree than were asked.")]


def _nothing_to_allot(refused: NothingToAllot, name: Naming) -> list[str]:
    relation = RELATIONS.get(refused.relation, refused.relation[:60])
    words = _("Nothing is to be decided about %(relation)s of %(unit)s: it does not end here.")
    return [words % {"relation": relation, "unit": name(refused.unit)}]


def _no_heir(refused: NoHeir, name: Naming) -> list[str]:
    return [_("%s does not stand after the day of effect: choose another.") % name(refused.unit)]


def _not_its_rows(refused: NotItsRows, name: Naming) -> list[str]:
    words = _("These rows do not hang on %(unit)s, or are given away twice: %(rows)s.")
    rows = ", ".join(str(row)[:20] for row in refused.rows[:MOST_MOVED])
    return [words % {"unit": name(refused.unit), "rows": rows}]


MOST_MOVED = 20


def _not_entitled(refused: NotEntitled, name: Naming) -> list[str]:
    words = _("This needs the permission %s for everything that the package concerns.")
    return [words % refused.permission]


def _nothing_to_explain(refused: NothingToExplain, name: Naming) -> list[str]:
    return [_("The rules do not ask for this explanation any more. Look at the findings again.")]


SENTENCES: dict[type[Exception], Callable[[Any, Naming], list[str]]] = {
    Blocked: _blocked,
    TooEarly: _too_early,
    Ahead: _ahead,
    Refused: _state,
    NotInEffect: _not_in_effect,
    Moved: _moved,
    Undecided: _undecided,
    Taken: _taken,
    NotACode: _not_a_code,
    UnknownInstrument: _unknown_instrument,
    SharedInstrument: _shared_instrument,
    NotEntitled: _not_entitled,
    NothingToExplain: _nothing_to_explain,
    FactsMissing: _facts_missing,
    OwnPlan: _own_plan,
    OtherSeal: _other_seal,
    SealBroken: _seal_broken,
    NotAsked: _not_asked,
    Impossible: _impossible,
    NothingToAllot: _nothing_to_allot,
    NoHeir: _no_heir,
    NotItsRows: _not_its_rows,
}
