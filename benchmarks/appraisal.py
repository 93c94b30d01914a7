"""How long the national package takes on its way, with 200,000 rows hanging on its units.

    python -m benchmarks.appraisal [--json]

`appraise_s` composes the package, judges it by all rules and counts what hangs on the units that
end; `seal_s` reads and hashes all that is decided upon; `approve_s` reads it again and compares;
`impact_s` is what the page of the impact lists. Each in a process that has nothing in memory yet.
"""

import time
from collections.abc import Callable
from typing import Any

from benchmarks import engines, world

DEPENDANTS = 200_000


def main() -> None:
    engines.on_each("benchmarks.appraisal", __doc__, _measure)


def _measure() -> dict[str, Any]:
    world.set_up()
    world.load_vietnam()
    package = world.draft_reform()
    world.hang_dependants(DEPENDANTS)
    from tinhgon.reorganisation import actions
    from tinhgon.reorganisation.continuity.impact import impact
    from tinhgon.reorganisation.evidence import actions as evidence
    from tinhgon.reorganisation.evidence.required import wanted
    from tinhgon.reorganisation.queries import packages
    from tinhgon.reorganisation.rearrangement.reading import rearrangement
    from tinhgon.ui.actors import Operator

    drafter, chair, on = Operator("benchmark"), Operator("chair"), world.DAY
    figures = {"appraise_s": _timed(lambda: actions.appraise(package, by=drafter, on=on))}
    done = rearrangement(packages().get())
    for one in wanted(package, done):
        said = {"document": "1/BC"} if one.fact.share is None else {"agreeing": 9, "asked": 10}
        evidence.note(package, by=drafter, on=on, fact=one.fact.key, subject=one.subject, **said)
    figures["seal_s"] = _timed(lambda: actions.seal(package, by=drafter, on=on))
    digest = packages().get().sealing.digest
    figures["approve_s"] = _timed(lambda: actions.approve(package, by=chair, on=on, digest=digest))
    figures["impact_s"] = _timed(lambda: impact(packages().get(), done))
    return figures


def _timed(step: Callable[[], Any]) -> float:
    began = time.perf_counter()
    step()
    return round(time.perf_counter() - began, 2)


if __name__ == "__main__":
    main()
