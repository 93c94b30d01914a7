import json

import pytest

from tinhgon.staff.models import Officer

WORDS = ("invent", "P01", "--officers", "300", "--on", "2025-07-01")


def test_it_says_how_many_of_each_were_invented(bodies, tinhgon):
    told = tinhgon(*WORDS)

    assert told.exit_code == 0, told.output
    assert "300 officers" in told.output
    assert Officer.objects.filter(invented=True).count() == 300


def test_for_programs_it_gives_one_document(bodies, tinhgon):
    said = json.loads(tinhgon(*WORDS, "--json", "--seed", "a").stdout)

    assert (said["unit"], said["on"], said["seed"]) == ("P01", "2025-07-01", "a")
    assert said["invented"]["officers"] == 300


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "People were invented for Thành phố Hà Nội already"), ("vi", "đã có số liệu minh họa")],
)
def test_a_refusal_is_told_in_words(bodies, tinhgon, language, words):
    tinhgon(*WORDS)

    told = tinhgon(*WORDS, language=language)

    assert told.exit_code == 2
    assert words in told.output


def test_a_planner_may_not_invent(bodies, world, tinhgon):
    told = tinhgon(*WORDS, by=world.huong)

    assert told.exit_code == 2
    assert "registry.load for everything" in told.output
    assert not Officer.objects.exists()


def test_a_unit_that_is_not_there_is_told_so(bodies, tinhgon):
    told = tinhgon("invent", "XX", "--officers", "300")

    assert told.exit_code == 2
    assert "XX" in told.output
