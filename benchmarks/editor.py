"""How fast the editor of drafts answers: a keystroke, a page, the first keystroke after an edit.

    python -m benchmarks.editor [--json]

14,000 units stand on the day; the draft is Resolution 1656, which forms the 126 communes of Hà Nội.
Under every old commune stands an invented village that the draft forgets, so there is much to find.
`check_ms` is the median of requests as the server answers them while somebody types in the form of
an operation, each with other words; `check_most_ms` is the slowest. `after_edit_ms` is the first
one after an edit, which reads the draft anew; `page_ms` the page of an operation; `whole_ms` what
judging the whole package takes instead.
"""

import statistics
import time
from collections.abc import Iterator
from typing import Any

from benchmarks import engines, world

UNITS = 14_000
PLAN = "1656-nq-ubtvqh15"
EDITOR = f"/plans/reform/{PLAN}/editor/"
KEYSTROKES = 60


def main() -> None:
    engines.on_each("benchmarks.editor", __doc__, _measure)


def _measure() -> dict[str, Any]:
    world.set_up()
    world.load_vietnam()
    world.fill_up(UNITS)
    package, client = _draft(), _client()
    from tinhgon.domain.structure import rules
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation.queries import compose

    plan = package.plans.get()
    numbers = _forming(plan)
    return {
        "units": len(structure(world.DAY)),
        "operations": plan.operations.count(),
        **_keystrokes(client, package, numbers),
        "after_edit_ms": _after_edit(client, plan),
        "page_ms": _median(
            [_timed(lambda: client.get(f"{EDITOR}{numbers[7]}/")) for _ in range(9)]
        ),
        "whole_ms": _median([_timed(lambda: rules.findings(compose(package))) for _ in range(3)]),
    }


def _draft() -> Any:
    """Resolution 1656 as a package of its own."""
    from tinhgon.registry.generic_form.folder import read_folder
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation import actions, drafting
    from tinhgon.ui.actors import Operator

    drafted = drafting.draft(read_folder(world.DATA, "VN", 64), world.DAY, structure(world.DAY))
    plans = [plan for plan in drafted.plans if plan.code == PLAN]
    by = Operator("benchmark")
    return actions.draft("reform", by=by, on=world.DAY, plans=plans, titles={"en": "Reform"})


def _client() -> Any:
    """A browser of somebody who plans."""
    from datetime import date

    from django.conf import settings
    from django.test import Client

    from tinhgon.accounts import actions
    from tinhgon.ui.actors import Operator

    settings.ALLOWED_HOSTS = ["testserver"]
    by = Operator("benchmark")
    planner = actions.open_account("p@example.vn", by=by, name="P", password="mật-khẩu-rất-dài")
    actions.grant(planner, by=by, role="planner", on=date(2025, 1, 1), unit=None)
    client = Client()
    client.force_login(planner)
    return client


def _forming(plan: Any) -> list[int]:
    """The numbers of the operations that form units."""
    documents = plan.operations.values_list("place", "document")
    return [place + 1 for place, document in documents if document["verb"] == "form"]


def _keystrokes(client: Any, package: Any, numbers: list[int]) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    sent = list(_typed(package, numbers))
    client.post(f"{EDITOR}check/", sent[0])  # reads what stays in memory
    taken = [_timed(lambda one=one: client.post(f"{EDITOR}check/", one)) for one in sent]
    with CaptureQueriesContext(connection) as asked:
        client.post(f"{EDITOR}check/", sent[0])
    return {
        "check_ms": _median(taken),
        "check_most_ms": round(max(taken), 1),
        "check_queries": len(asked),
    }


def _typed(package: Any, numbers: list[int]) -> Iterator[dict[str, str]]:
    """What the form of one operation after another sends while its name is being typed."""
    from tinhgon.reorganisation.editing.drafted import drafted
    from tinhgon.reorganisation.editing.making import form_of
    from tinhgon.reorganisation.editing.tests.conftest import sent_by

    draft = drafted(package)
    operations = draft.plan(PLAN).operations
    for number in numbers[:KEYSTROKES]:
        sent = sent_by(form_of(draft, operations[number - 1]))
        yield {
            **sent,
            "number": str(number),
            "edition": str(package.edition),
            "successor-name": sent["successor-name"][:-1] + "x",
        }


def _after_edit(client: Any, plan: Any) -> float:
    """The first check after somebody else has edited: the draft is read anew."""
    from tinhgon.domain.structure.operations.rename import Rename
    from tinhgon.reorganisation.editing import actions
    from tinhgon.ui.actors import Operator

    taken = []
    for number in range(5):
        plan.package.refresh_from_db()
        said = Rename(unit="P01", name=f"Hà Nội {number}")
        by, edition = Operator("benchmark"), plan.package.edition
        actions.add(plan, operation=said, by=by, edition=edition)
        sent = {"verb": "rename", "unit": "P01", "name": "x", "edition": str(edition + 1)}
        taken.append(_timed(lambda sent=sent: client.post(f"{EDITOR}check/", sent)))
    return _median(taken)


def _timed(work: Any) -> float:
    """How long something takes, in milliseconds."""
    began = time.perf_counter()
    answer = work()
    taken = (time.perf_counter() - began) * 1000
    assert getattr(answer, "status_code", 200) == 200, answer
    return taken


def _median(taken: list[float]) -> float:
    return round(statistics.median(taken), 1)


if __name__ == "__main__":
    main()
