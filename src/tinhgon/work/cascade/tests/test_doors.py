"""A work goes down by page, by program and by command alike; who may not is refused by each."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.registry.api.tests.conftest import ask, send  # noqa: F401 - fixtures
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.tests.world import DUE, TODAY
from tinhgon.work.models import Work
from tinhgon.work.views.tests.conftest import show  # noqa: F401 - the fixture

PAGE = "/work/NV/cascade/"
CLEAR = {"clear-responsibility": "Chịu trách nhiệm chính", "clear-authority": "Chủ tịch"}
TYPED = {"title": "Rà soát nhà văn hóa", "product": "Báo cáo", "due": f"{DUE:%d/%m/%Y}", **CLEAR}


@pytest.fixture
def hanh(world, whole, works, operator):
    """Ms Hạnh answers for the district, which has the work."""
    over = {"on": TODAY - timedelta(days=9), "unit": works.district}
    user = accounts.open_account("hanh@x.vn", by=operator, name="Hạnh", password="mật-khẩu-rất-dài")
    accounts.grant(user, by=operator, role="unit-head", **over)
    return user


def ticked(page):
    return [box["value"] for box in page.select("#units input[checked]")]


def test_all_wards_are_ticked_looked_at_and_given_without_script(hanh, whole, show):  # noqa: F811
    offered = show("/work/NV/", by=hanh)
    form = show(PAGE, by=hanh)
    sent = {**TYPED, "units": ticked(form)[:3]}
    looked = show(PAGE, by=hanh, data={**sent, "look": "1"})
    nothing = Work.objects.filter(parent=whole).count()
    show(PAGE, by=hanh, data={**sent, "go": "1"}, status=302)

    assert offered.find("a", href=f"/en{PAGE}").text == "Give it to all units below"
    assert ticked(form) == ["DM", "MT", "TM", "XP"]
    assert form.select_one("[name=title]").text.strip() == whole.title
    assert "3 units will each have a part. Nothing is given yet." in looked.find("main").text
    assert (ticked(looked), nothing) == (["DM", "MT", "TM"], 0)
    assert Work.objects.filter(parent=whole).count() == 3
    assert ticked(show(PAGE, by=hanh)) == ["XP"]


def test_what_is_wrong_is_told_and_what_was_typed_and_ticked_stays(hanh, whole, works, show):  # noqa: F811
    works.bodies.mai.assignments.update(valid_to=TODAY)
    sent = {**TYPED, "title": "Lập danh sách", "units": ["DM", "TM"], "go": "1"}

    page = show(PAGE, by=hanh, data=sent, status=422)

    words = page.find("main").text
    assert "Nothing is given: of 2 units 1 cannot be given their part." in words
    assert "Phường Đại Mỗ" in page.select_one("main form.tg-prose ul li .tg-small").text
    assert page.select_one("[name=title]").text.strip() == "Lập danh sách"
    assert ticked(page) == ["DM", "TM"]
    assert not Work.objects.filter(parent=whole).exists()


def test_nobody_is_ticked_where_that_is_asked_and_then_nothing_is_given(hanh, show):  # noqa: F811
    page = show(PAGE, by=hanh, tick="none")
    refused = show(PAGE, by=hanh, data={**TYPED, "go": "1"}, status=422, language="vi")

    assert ticked(page) == []
    assert "Chưa chọn đơn vị nào" in refused.find("main").text


def test_the_page_is_for_whoever_answers_for_the_unit_that_has_it(hanh, world, show):  # noqa: F811
    show("/work/NV/", by=world.hung)
    show(PAGE, by=world.hung, status=403)
    show(PAGE, by=world.an, status=404)
    show(PAGE, by=world.an, data={**TYPED, "units": ["DM"], "go": "1"}, status=404)


def test_a_ward_that_sees_the_whole_may_not_send_it_down(hanh, world, works, whole, operator, show):  # noqa: F811
    over = {"on": TODAY - timedelta(days=9), "unit": works.dai_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    custody.ask_to_contribute(whole, by=works.by, on=TODAY, units=[works.dai_mo])

    show("/work/NV/", by=world.lan)
    show(PAGE, by=world.lan, status=403)


def test_many_parts_are_counted_on_the_page_each_number_with_its_list(
    hanh,
    whole,
    wards,
    many,
    down,
    works,
    show,  # noqa: F811
):
    parts = down(whole, [*wards, *many(12)])
    works.report(parts[0], timezone.now())
    works.withdraw(parts[1], timezone.now())

    page = show("/work/NV/", by=hanh)

    lines = page.select("section[aria-labelledby=counted-title] li")
    assert [line.get_text(" ").split()[-1] for line in lines] == ["15", "0", "1", "1"]
    assert page.find(id="parts-title") is None
    listed = show(lines[2].find("a")["href"].removeprefix("/en"), by=hanh)
    assert "1 work" in listed.find(id="list-title").text
    assert "Rà soát nhà văn hóa" in listed.find("main").find("a", href="/en/work/NV/").text
    assert listed.find("input", {"name": "parent"})["value"] == "NV"


def test_a_hundred_parts_are_shown_with_the_queries_of_eleven(
    hanh,
    whole,
    many,
    down,
    client,
    show,  # noqa: F811
):
    units = many(120)
    down(whole, units[:11])
    show("/work/NV/", by=hanh)
    with CaptureQueriesContext(connection) as few:
        client.get("/work/NV/")
    down(whole, units[11:])

    with CaptureQueriesContext(connection) as all_of_them:
        client.get("/work/NV/")

    assert len(all_of_them) == len(few) < 60


def test_programs_look_first_and_then_give(hanh, whole, send, operator):  # noqa: F811
    scopes = ["work.see", "work.handle"]
    token = accounts.hand_out_token(hanh, by=operator, name="máy", scopes=scopes)
    reading = accounts.hand_out_token(hanh, by=operator, name="đọc", scopes=["work.see"])
    body = {"kind": "phường", "without": ["MT"]}

    looked = send("/works/NV/cascade", {**body, "dry_run": True}, token=token)
    none, why = send("/works/NV/cascade", body, token=reading)
    wrong, faults = send("/works/NV/cascade", {"units": ["P01", "DM"]}, token=token)
    status, told = send("/works/NV/cascade", body, token=token)

    assert (looked[0], looked[1]["units"], looked[1]["parts"]) == (201, ["DM", "TM", "XP"], [])
    assert (none, why["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert (wrong, faults["type"]) == (409, "urn:tinhgon:problem:not-all")
    assert [(one["unit"], one["code"]) for one in faults["faults"]] == [("P01", "not-answering")]
    assert (status, told["units"], len(told["parts"])) == (201, ["DM", "TM", "XP"], 3)
    assert Work.objects.filter(parent=whole).count() == 3


def test_it_goes_down_by_command(whole, world, tinhgon):
    looked = tinhgon("work", "cascade", "NV", "--kind", "phường", "--dry-run", "--json")
    stranger = tinhgon("work", "cascade", "NV", "--kind", "phường", by=world.an)
    nobody = tinhgon("work", "cascade", "NV")
    done = tinhgon("work", "cascade", "NV", "--kind", "phường", "--without", "DM")

    assert json.loads(looked.stdout)["units"] == ["DM", "MT", "TM", "XP"]
    assert stranger.exit_code == 2
    assert (nobody.exit_code, "Nobody is chosen" in nobody.stderr) == (2, True)
    assert (done.exit_code, "Parts: 3" in done.stdout) == (0, True)
    assert Work.objects.filter(parent=whole).count() == 3
