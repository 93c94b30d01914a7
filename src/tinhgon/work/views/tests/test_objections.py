"""Objections on the pages of works: the unit raises them, the giver decides."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tinhgon.work.conftest import JUNE


@pytest.fixture
def work(people, works):
    return works.issue(title="Rà soát nhà văn hóa", due=JUNE[10])


def test_the_unit_objects_and_the_giver_decides(people, work, show):
    page = f"/work/{work.key}/"
    show(f"{page}decide-objection/", by=people.lan, status=403)
    show(f"{page}object/", by=people.lan, data={"words": "Không rõ"}, status=422)
    sent = {"objection": "not-ours", "words": "Thuộc địa bàn Tây Mỗ"}
    show(f"{page}object/", by=people.lan, data=sent, status=302)

    waiting = show("/work/", by=people.hung, desk="given", unit="D019", show="objected")
    told = show(page, by=people.hung)
    decided = {"upheld": "yes", "words": "Đúng, chuyển Tây Mỗ"}
    show(f"{page}decide-objection/", by=people.hung, data=decided, status=302)
    after = show(page, by=people.hung)

    assert "Objected to" in waiting.find("table").text
    assert "Not decided yet" in told.find(id="objections-title").parent.text
    assert "Upheld" in after.find(id="objections-title").parent.text
    note = after.select_one(".tg-note--amber")
    assert [one["href"] for one in note.find_all("a")] == [
        *(f"/en{page}hand-over/", f"/en{page}withdraw/")
    ]


def test_a_lateness_that_is_excused_says_so(people, work, show):
    page = f"/work/{work.key}/"
    sent = {"objection": "judgement", "words": "Chờ số liệu của quận"}
    show(f"{page}object/", by=people.lan, data=sent, status=302)
    decided = {"upheld": "yes", "words": "Đúng"}
    show(f"{page}decide-objection/", by=people.hung, data=decided, status=302)

    told = show(page, by=people.lan)
    offered = show(f"{page}object/", by=people.lan).select("input[name=objection]")
    assert ", excused" in told.find("main").text
    assert ", excused" in show("/work/", by=people.lan, desk="held", unit="DM").find("table").text
    assert [one["value"] for one in offered] == ["not-ours", "not-possible"]


def test_what_is_offered_is_what_may_be_said(people, works, show):
    early = works.issue(due=timezone.localdate() + timedelta(days=30))

    form = show(f"/work/{early.key}/object/", by=people.lan)

    assert [one["value"] for one in form.select("input[name=objection]")] == [
        *("not-ours", "not-possible")
    ]
