"""Tags of templates: what is invented is said once above a list."""

from types import SimpleNamespace

import pytest

from tinhgon.ui.templatetags.tinhgon import invented_among

REAL, MADE_UP = SimpleNamespace(invented=False), SimpleNamespace(invented=True)


@pytest.mark.parametrize(
    ("things", "told"),
    [
        ([], None),
        ([REAL], None),
        ([REAL, MADE_UP], "Some of what follows is invented"),
        ([MADE_UP, MADE_UP], "All that follows is invented"),
    ],
)
def test_a_list_says_once_whether_all_or_some_of_it_is_invented(things, told, settings):
    settings.LANGUAGE_CODE = "en"
    said = invented_among([(thing, "title") for thing in things], "0")

    assert (told is None) == (said == "")
    assert (told or "") in said
    assert said.count("tg-tag--sample") == (told is not None)


def test_things_may_stand_in_rows_by_name():
    rows = [{"row": SimpleNamespace(work=MADE_UP)}]

    assert "tg-tag--sample" in invented_among(rows, "row.work")
