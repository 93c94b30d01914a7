"""Power is lost during an act upon works: it is wholly absent, or there with all that it told.

Each act is killed at some moments of its writing, before its commit, and when it has committed and
told nothing yet: whatever it would tell is there. At every moment one unit is responsible for each work, and no file is missing.
"""

import pytest

from tests.kill.conftest import faults
from tests.kill.forked import told_until_killed
from tests.kill.works import (
    ACTS,
    begin,
    digest,
    grown,
    look,
    not_held_by_one,
    of_district,
    recorded,
    report_on,
)
from tinhgon.work.files.actions import remove_unreferenced
from tinhgon.work.files.checking import check
from tinhgon.work.files.keeping import digest_of, place_of
from tinhgon.work.models import Work
from tinhgon.work.standing import Standing

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def given(databases, loaded):
    """One database for all acts: on a server it takes seconds to drop one."""
    name = databases.new(loaded)
    with databases.opened(name):
        begin()
    return name


@pytest.fixture
def killed(databases, given, settings):
    """What an act told until it was killed at a moment."""
    settings.HOME = databases.home

    def run(do, moment):
        told = told_until_killed(databases.opened(given), lambda: do(of_district()), moment)
        databases.wait_until_left(given)
        return told

    return run


@pytest.fixture
def seen(databases, given, killed):
    """What there is after an act was killed, and whether all of that is sound."""

    def run(do, moment):
        told = killed(do, moment)
        with databases.opened(given):
            return told, look(), _unsound()

    return run


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_act_is_absent_until_its_first_commit_and_whole_from_then_on(
    act, seen, databases, given
):
    with databases.opened(given):
        before = look()

    left = [seen(act.do, moment) for moment in act.moments]
    told, after, unsound = seen(act.do, "committed")

    assert left == [("", before, [])] * len(act.moments)
    assert (grown(before, after), recorded(before, after)) == (act.leaves, act.recorded)
    assert (told, unsound) == ("", [])


def test_a_file_that_a_killed_report_left_without_a_row_is_swept(killed, databases, given):
    told = killed(report_on("sweep"), "kept")

    with databases.opened(given):
        left = check().unreferenced
        swept = remove_unreferenced(by=of_district().by)
        after = check()

    assert (told, left, swept) == ("", [digest("sweep")], [digest("sweep")])
    assert (after.unreferenced, place_of(digest("sweep")).exists()) == ([], False)


def test_a_report_that_was_killed_is_made_again_and_once_told_it_is_there_with_its_file(
    killed, databases, given
):
    killed(report_on("again"), "kept")
    told = killed(report_on("again"), "told")

    with databases.opened(given):
        files = [one.digest for one in Standing(Work.objects.get(key="again")).files]

    assert (told, files) == ("again", [digest("again")])
    assert digest_of(place_of(digest("again"))) == digest("again")


def _unsound():
    """What no moment may leave: faults of the record, works of nobody or two, missing files."""
    files = check()
    return [*faults(), *not_held_by_one(), *files.missing, *files.altered]
