"""The folder and the table are held together by a command."""

import json
import os
import time

import pytest

from tinhgon.work.files.keeping import incoming, kept, place_of


@pytest.fixture
def three(attach):
    """Three files of a work."""
    return attach(a_dot_txt=b"mot", b_dot_txt=b"hai", c_dot_txt=b"ba")


@pytest.fixture
def stray(home):
    """Content that no row names."""
    path = place_of("ab" * 32)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"stray")
    return path


def test_where_all_is_well_nothing_is_named(three, tinhgon):
    done = tinhgon("work", "files", "check")

    assert (done.exit_code, "None is missing or altered" in done.stdout) == (0, True)


def test_missing_altered_and_unreferenced_files_are_named(three, stray, tinhgon):
    place_of(three[0].digest).unlink()
    place_of(three[1].digest).write_bytes(b"other")

    done = tinhgon("work", "files", "check", "--json")

    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (told["files"], told["missing"]) == (3, [three[0].digest])
    assert (told["altered"], told["unreferenced"]) == ([three[1].digest], [stray.name])


def test_only_what_no_work_names_is_removed(three, stray, tinhgon):
    begun, left = incoming() / "begun", incoming() / "left"
    begun.write_bytes(b"now")
    left.write_bytes(b"then")
    before = time.time() - 90_000
    os.utime(left, (before, before))

    done = tinhgon("work", "files", "check", "--remove-unreferenced")

    assert done.exit_code == 0
    assert sorted(path.name for path in kept()) == sorted(one.digest for one in three)
    assert (begun.exists(), left.exists(), stray.exists()) == (True, False, False)


def test_a_withdrawn_file_is_still_kept(three, tinhgon, late, works):
    asked = ("work", "files", "withdraw", late.key, three[0].pk, "--reason", "Nhầm")

    refused = tinhgon(*asked, by=None)
    tinhgon("work", "files", "check", "--remove-unreferenced")

    assert "whoever put it there" in refused.stderr
    assert len([*kept()]) == 3
