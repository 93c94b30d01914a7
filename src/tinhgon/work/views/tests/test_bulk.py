"""Many works from the list: ticked, one act said once, told what was done, filters kept."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.accounts import actions as accounts
from tinhgon.work.models import Event, Work


@pytest.fixture
def three(people, works):
    return [works.issue(title=f"Việc số {place}", key=f"NV{place}") for place in range(3)]


@pytest.fixture
def works_of(client, works):
    """How many queries it takes to list the works of Đại Mỗ."""

    def asked(user):
        works.issue()
        client.force_login(user)
        client.get("/work/", {"desk": "held", "unit": "DM"})
        with CaptureQueriesContext(connection) as found:
            client.get("/work/", {"desk": "held", "unit": "DM"})
        return len(found)

    return asked


LIST = "desk=held&unit=DM&show=late"
ACTS = f"/works/acts/?{LIST}"


def test_works_are_ticked_in_the_list_and_the_filters_go_along(people, three, show):
    page = show("/work/", by=people.lan, desk="held", unit="DM", show="late")

    boxes = page.find_all("input", {"name": "works"})
    form = boxes[0].find_parent("form")

    assert {box["value"] for box in boxes} == {"NV0", "NV1", "NV2"}
    assert all("Việc số" in box["aria-label"] for box in boxes)
    assert form["action"].endswith(f"/works/acts/?{LIST}")
    assert form["method"] == "post"


def test_only_what_the_reader_may_do_with_a_listed_work_is_offered_the_commonest_first(
    people, three, works, show
):
    works.accept(three[0])
    works.accept(three[1])
    works.report(three[1])
    asked = {"desk": "held", "unit": "DM"}

    held = [one["value"] for one in show("/work/", by=people.lan, **asked).select("#act option")]
    all_ = [one["value"] for one in show("/work/", by=people.hung, **asked).select("#act option")]

    assert held == ["assign", "ask-extension", "ask-to-contribute", "accept"]
    assert all_ == ["hand-over", "withdraw", "confirm"]


def test_who_may_do_nothing_with_what_is_listed_ticks_nothing(people, works, operator, show):
    works.issue(contributors=[works.tay_mo])
    over = {"on": date(2025, 1, 1), "unit": works.tay_mo}
    accounts.grant(people.an, by=operator, role="unit-head", **over)

    page = show("/work/", by=people.an, desk="helped", unit="TM")

    assert "1 work" in page.find(id="list-title").text
    assert not page.find_all("input", {"name": "works"})
    assert not page.find(id="act")


def test_what_is_offered_takes_the_same_queries_however_many_works(people, works, works_of):
    few = works_of(people.lan)
    for _ in range(9):
        works.issue()

    assert works_of(people.lan) == few


def test_an_act_is_asked_for_once_and_done_with_those_that_were_ticked(people, three, show):
    chosen = {"act": "accept", "works": ["NV0", "NV2"]}

    asked = show(ACTS, by=people.lan, data=chosen)
    done = show(ACTS, by=people.lan, data={**chosen, "go": "1"})

    hidden = {box["value"] for box in asked.find_all("input", {"name": "works"})}
    assert hidden == {"NV0", "NV2"}
    assert "Done with 2 works" in done.text
    assert done.find("a", string="Back to the list")["href"].endswith(f"/work/?{LIST}")
    assert Event.objects.filter(what="accepted").count() == 2


def test_all_that_the_list_shows_is_done_and_the_rest_told_with_why(people, three, works, show):
    works.accept(three[1])

    asked = show(ACTS, by=people.lan, data={"act": "accept", "all": "1"})
    chosen = [box["value"] for box in asked.find_all("input", {"name": "works"})]
    done = show(ACTS, by=people.lan, data={"act": "accept", "works": chosen, "go": "1"})

    assert {*chosen} == {"NV0", "NV1", "NV2"}
    assert "Not done with 1 work" in done.text
    assert "This cannot be done now" in done.text
    assert "Done with 2 works" in done.text


def test_all_or_nothing_says_that_nothing_was_done(people, three, works, show):
    works.accept(three[1])
    sent = {"act": "accept", "works": ["NV0", "NV1"], "go": "1", "whole": "on"}

    page = show(ACTS, by=people.lan, data=sent, status=409)

    assert "Nothing was done" in page.text
    assert Event.objects.filter(what="accepted").count() == 1


def test_a_reason_that_is_missing_is_asked_for_and_what_was_typed_stays(people, three, show):
    sent = {"act": "hand-over", "works": ["NV0"], "go": "1", "words": "", "unit": "Tây Mỗ"}

    page = show(ACTS, by=people.hung, data=sent, status=422)

    assert page.find("input", {"name": "unit"})["value"] == "Tây Mỗ"
    assert page.find("input", {"name": "works"})["value"] == "NV0"


def test_a_unit_has_what_was_handed_over_together(people, three, show, standing):
    sent = {"act": "hand-over", "works": ["NV0", "NV1"], "go": "1"}

    page = show(ACTS, by=people.hung, data={**sent, "words": "Đúng địa bàn", "unit": "TM"})

    assert "Done with 2 works" in page.text
    assert standing(three[0]).held.unit.key == "TM"


@pytest.mark.parametrize(
    "sent",
    [{}, {"act": "accept"}, {"act": "nothing", "works": "NV0"}, {"act": "accept", "works": "x"}],
)
def test_who_ticks_nothing_comes_back_to_the_list(people, three, client, sent):
    client.force_login(people.lan)

    answer = client.post(f"/en{ACTS}", sent)

    assert (answer.status_code, answer["Location"]) == (302, f"/en/work/?{LIST}")
    assert not Event.objects.filter(what="accepted").exists()


def test_more_than_five_hundred_are_told_so(people, three, works, show, monkeypatch):
    monkeypatch.setattr("tinhgon.work.views.bulk.MOST", 2)

    show(ACTS, by=people.lan, data={"act": "accept", "all": "1"}, status=302)
    page = show("/work/", by=people.lan, desk="held", unit="DM")

    assert "These are 3 works; at most 2 are done at once" in page.text


def test_a_stranger_does_nothing_with_works_of_others(people, three, client):
    client.force_login(people.an)

    answer = client.post(f"/en{ACTS}", {"act": "accept", "works": ["NV0"], "go": "1"})

    assert answer.status_code == 302
    assert not Event.objects.filter(what="accepted").exists()
    assert Work.objects.count() == 3
