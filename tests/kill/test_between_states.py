"""Power is lost while a plan is sealed, approved or enacted: it is in the state before, or after.

The program kills itself (SIGKILL) after a write, before its commit and after it. What is asked
afterwards from the database is what the next person would see; the act is then done again.
"""

import os
import signal
from datetime import date

import pytest

from tests.kill.conftest import again, faults, look

pytestmark = pytest.mark.django_db

ACTS = ("seal", "approve", "enact")
STATES = ("appraised", "sealed", "approved", "enacted")
OPTIONS = {"enact": ("--on", "2025-06-16")}
EARLY = [] if os.environ.get("TEST_DATABASE_URL") else ["2"]
"""On a server, where it takes seconds to drop a database, late moments will do."""

UNDONE = [(act, moment) for act in ACTS for moment in (*EARLY, "commit")] + [("enact", "9")]
"""Acts and moments of them: after so many writes, or with all written and nothing committed."""


@pytest.fixture(scope="module")
def way(databases, loaded):
    """A database for each state of the reform, each from the one before by one command."""
    found = {"appraised": databases.new(loaded)}
    with databases.opened(found["appraised"]):
        appraise_the_reform()
    for before, act, after in zip(STATES, ACTS, STATES[1:], strict=False):
        found[after] = databases.new(found[before])
        with databases.opened(found[after]):
            assert again(*words(act)) == 0
    return found


@pytest.fixture
def killed(databases, way):
    """The database in which an act was killed at a moment."""

    def run(act, moment):
        name = databases.new(way[state_before(act)])
        with databases.opened(name):
            command = words(act)
        process = databases.start(name, "-m", "tests.kill.dying", moment, *command)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        databases.wait_until_left(name)
        return databases.opened(name)

    return run


@pytest.fixture
def seen(databases, way):
    """What there is in a state."""

    def looked(state):
        with databases.opened(way[state]):
            return look_closely()

    return looked


@pytest.mark.parametrize(("act", "moment"), UNDONE)
def test_what_was_not_committed_never_was(killed, seen, act, moment):
    before, after = seen(state_before(act)), seen(state_after(act))
    with killed(act, moment):
        assert look_closely() == before
        assert faults() == []

        assert again(*words(act)) == 0

        assert look_closely() == after
        assert faults() == []


@pytest.mark.parametrize("act", ACTS)
def test_what_was_committed_stands_and_is_not_done_twice(killed, seen, act):
    after = seen(state_after(act))
    with killed(act, "committed"):
        assert look_closely() == after
        assert faults() == []

        assert again(*words(act)) == 0

        assert look_closely() == after
        assert faults() == []


def state_before(act):
    return STATES[ACTS.index(act)]


def state_after(act):
    return STATES[ACTS.index(act) + 1]


def words(act):
    """The command of an act upon the reform in the database that is open."""
    from tinhgon.reorganisation.models import Sealing

    seal = [("--digest", one.digest) for one in Sealing.objects.all() if act == "approve"]
    return ("plan", act, "reform", *sum(seal, ()), *OPTIONS.get(act, ()))


def look_closely():
    """What `look` sees, and which acts on the reform are kept and recorded."""
    from tinhgon.audit.models import Entry
    from tinhgon.registry.models import Tie, Version
    from tinhgon.reorganisation.models import Approval, Enactment, Package, Sealing

    return {
        **look(),
        "seals": [*Sealing.objects.values_list("digest", flat=True)],
        "approvals": [*Approval.objects.values_list("digest", flat=True)],
        "enactments": Enactment.objects.count(),
        "rows": (Version.objects.count(), Tie.objects.count()),
        "recorded": [
            *Entry.objects.filter(chain=Package.objects.get().chain)
            .order_by("pk")
            .values_list("act", flat=True)
        ],
    }


def appraise_the_reform():
    """The reform of the small world with all that the law asks for, ready to be sealed."""
    from tinhgon.conftest import DAY, SMALL_WORLD, approved
    from tinhgon.registry.generic_form.folder import read_folder
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation import actions, drafting
    from tinhgon.ui.actors import Operator

    by = Operator("test")
    drafted = drafting.draft(read_folder(SMALL_WORLD, "VN", 1), DAY, structure(DAY))
    package = actions.draft(
        "reform", by=by, on=DAY, plans=[*drafted.plans], titles={"vi": "Sắp xếp 2025"}
    )
    sealed = approved(package, by)
    actions.give_back(sealed, by=by, on=date(2025, 6, 13), reason="Còn phải niêm phong")
