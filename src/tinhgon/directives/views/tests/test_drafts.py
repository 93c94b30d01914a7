"""Ms Hà keeps a conclusion, makes its tasks clear on their pages, and issues it; others may not."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.accounts import actions as accounts
from tinhgon.directives.committees import actions as committees
from tinhgon.directives.committees.meeting import actions as meeting
from tinhgon.directives.committees.meeting.actions import Point
from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.models import Directive
from tinhgon.documents.models import Instrument
from tinhgon.registry.tests.pages import soup, words
from tinhgon.work.conftest import CLEAR, at
from tinhgon.work.models import Work

TEXT = "Giao Sở Nội vụ, Sở Tài chính chủ trì rà soát nhà văn hóa."
LIST = "/en/directives/"


def opened(by, email, role, unit=None):
    """Somebody with a role, over a unit if one is named."""
    user = accounts.open_account(email, by=by, name=email, password="mật-khẩu-rất-dài")
    given = {"role": role, "on": date(2025, 1, 1), "unit": unit, "reason": "việc"}
    accounts.grant(user, by=by, **given)
    return user


@pytest.fixture
def ha(works, client):
    """Of the standing office of the district, signed in."""
    user = opened(works.by, "ha@x.vn", "standing-office", works.district)
    client.force_login(user)
    return user


@pytest.fixture
def directive(works):
    """A draft of the district with one task that is clear and one that wants who leads."""
    heading = Heading(title="Kết luận giao ban", day=date(2025, 6, 2), clarities=CLEAR)
    made = actions.draft(works.district, heading=heading, by=works.by, at=at(2), text=TEXT)
    made.tasks.all().delete()
    actions.add(made, wanted=wanted(works), by=works.by)
    actions.add(made, wanted=wanted(works, title="Lập danh sách hộ nghèo", leads=[]), by=works.by)
    return made


@pytest.fixture
def session(works):
    """A session of a committee that stands in the name of the district."""
    founded = Instrument.objects.create(number="1/QĐ-UBND", issued=date(2025, 1, 2))
    heading = {"titles": {"vi": "Ban Chỉ đạo"}, "on": date(2025, 1, 2)}
    units = {"unit": works.district, "office": works.district}
    committee = committees.set_up("bcd", by=works.by, under=founded, **heading, **units)
    head = {"role": "head", "name": "Trần Mai", "position": "Bí thư Quận ủy"}
    committees.appoint(committee, by=works.by, on=date(2025, 1, 2), officer=None, **head)
    point = {"when": at(10), "place": "Phòng họp số 1", "agenda": [Point("Sơ kết")]}
    return meeting.call(committee, by=works.by, at=at(2), **point)


def wanted(works, **more):
    said = {"title": "Rà soát nhà văn hóa", "product": "Báo cáo", "leads": [works.dai_mo]}
    return Wanted(**{**said, "due": date(2027, 6, 10), **more})


def page_of(directive, rest=""):
    return f"{LIST}{directive.key}/{rest}"


def task_page(directive, place, rest=""):
    """The page of a task by its place in the list, from 0."""
    return page_of(directive, f"tasks/{directive.tasks.all()[place].pk}/{rest}")


def typed(**more):
    """What is sent of a task that is clear."""
    said = {"title": "Lập danh sách", "product": "Danh sách", "lead": "DM", "contributors": "TM"}
    due = {"due": "10/06/2027", "measure": "working-days", "kind": "task", "officer": ""}
    return {**said, **due, "number": "", **more}


def test_a_text_is_kept_as_a_draft_of_the_unit(ha, client, works):
    sent = {"text": TEXT, "day": "02/06/2025", "title": "Kết luận", "unit": "D019", "keep": "1"}

    answer = client.post("/en/directives/reading/", sent)

    (made,) = Directive.objects.all()
    assert answer.url == page_of(made)
    assert (made.title, made.unit, made.text) == ("Kết luận", works.district, TEXT)


def test_a_text_is_kept_with_the_number_in_its_head(ha, client):
    sent = {"text": f"Số: 812/TB-UBND\n{TEXT}", "day": "02/06/2025", "title": "Kết luận"}

    client.post("/en/directives/reading/", {**sent, "unit": "D019", "keep": "1"})

    assert Directive.objects.get().number == "812/TB-UBND"


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ({"title": ""}, "Say what it is called"),
        ({"unit": ""}, "Say in whose name it is issued"),
        ({"unit": "P01"}, "You may not draft directives of this unit"),
    ],
)
def test_what_is_to_be_kept_has_a_name_and_a_unit_of_theirs(ha, client, missing, told):
    sent = {"text": TEXT, "day": "02/06/2025", "title": "Kết luận", "unit": "D019", "keep": "1"}

    answer = client.post("/en/directives/reading/", {**sent, **missing})

    assert answer.status_code == 422
    assert told in words(soup(answer), "main")[0]
    assert soup(answer).select_one("textarea").get_text().strip() == TEXT
    assert not Directive.objects.exists()


def test_the_page_says_what_each_task_still_wants(ha, client, directive):
    page = soup(client.get(page_of(directive)))

    first, second = words(page, "section[aria-labelledby='tasks-title'] > ol > li")
    assert words(page, "#tasks-title") == ["1 of 2 tasks are clear"]
    assert first.startswith("Clear 1. Rà soát nhà văn hóa")
    assert "Still wanted Name the unit that is to do it" in second
    assert not page.select("form[action$='/issue/']")


def test_made_clear_a_task_can_be_issued_with_the_others(ha, client, directive, works):
    client.post(task_page(directive, 1), typed())
    page = soup(client.get(page_of(directive)))

    client.post(page.select_one("form[action$='/issue/']")["action"])

    first, second = Work.objects.order_by("pk")
    assert second.title == "Lập danh sách"
    assert [one.unit for one in second.contributors.all()] == [works.tay_mo]
    shown = words(soup(client.get(page_of(directive))), "section[aria-labelledby='works-title'] tr")
    assert [first.title in shown[1], second.title in shown[2]] == [True, True]


def test_what_was_typed_stays_where_something_is_wrong(ha, client, directive):
    sent = typed(lead="Sở không có", number="5")

    answer = client.post(task_page(directive, 1), sent)

    page = soup(answer)
    assert answer.status_code == 422
    assert "is no unit of this day" in words(page, "main")[0]
    assert "Name a day or a term, not both." in words(page, "main")[0]
    assert page.select_one("[name=lead]")["value"] == "Sở không có"


def test_several_that_lead_are_kept_until_one_is_chosen(ha, client, directive, works):
    task = directive.tasks.last()
    both = wanted(works, leads=[works.dai_mo, works.tay_mo])
    actions.change(task, wanted=both, by=works.by)

    client.post(task_page(directive, 1), typed(lead="", contributors=""))

    assert directive.tasks.last().leads == ["DM", "TM"]


def test_the_heading_holds_for_all_tasks(ha, client, directive):
    sent = {"title": "Thông báo kết luận", "kind": "instruction", "day": "03/06/2025"}
    clear = {"clear-responsibility": "Trưởng phòng", "clear-authority": "Chủ tịch quyết định"}

    client.post(page_of(directive, "heading/"), {**sent, **clear, "template": "six"})

    held = Directive.objects.get()
    assert (held.title, held.kind, held.day) == (*[*sent.values()][:2], date(2025, 6, 3))
    assert held.clarities["authority"] == "Chủ tịch quyết định"


def test_tasks_are_added_split_and_left_out(ha, client, directive):
    client.post(page_of(directive, "tasks/new/"), typed(title="Báo cáo chung"))
    client.post(task_page(directive, 0, "split/"))
    client.post(task_page(directive, 2, "remove/"))

    titles = [task.title for task in directive.tasks.all()]
    assert titles == ["Rà soát nhà văn hóa", "Rà soát nhà văn hóa", "Báo cáo chung"]


def test_what_somebody_else_has_to_do_already_is_shown(ha, client, directive, works):
    given = works.issue(title="Rà soát các nhà văn hóa")
    actions.change(directive.tasks.first(), wanted=wanted(works, leads=[works.tay_mo]), by=works.by)

    page = soup(client.get(page_of(directive)))

    (link,) = page.select("[id^='task-'] a[href*='/work/']")
    assert link["href"].endswith(f"/work/{given.key}/")


def test_a_draft_is_thrown_away_after_a_question(ha, client, directive):
    asked = client.get(page_of(directive, "discard/"))
    client.post(page_of(directive, "discard/"))

    assert "is gone then" in words(soup(asked), "main")[0]
    assert not Directive.objects.exists()


def test_a_draft_is_there_only_for_who_may_draft(directive, works, client):
    client.force_login(opened(works.by, "mai@x.vn", "unit-head", works.district))

    listed = client.get(LIST)
    answers = [client.get(page_of(directive, rest)).status_code for rest in ("", "heading/")]

    assert "Kết luận giao ban" not in listed.content.decode()
    assert answers == [404, 403]


def test_what_is_issued_is_read_by_who_sees_its_works(directive, works, client):
    actions.remove(directive.tasks.last(), by=works.by)
    actions.issue(directive, by=works.by, at=at(3))
    client.force_login(opened(works.by, "mai@x.vn", "unit-head", works.district))

    listed = client.get(LIST)

    assert "Kết luận giao ban" in listed.content.decode()
    assert "Issued" in words(soup(client.get(page_of(directive))), "main")[0]


def test_what_was_withdrawn_of_it_is_counted_nowhere(ha, client, directive, works):
    actions.remove(directive.tasks.last(), by=works.by)
    actions.issue(directive, by=works.by, at=at(3))
    works.withdraw(Work.objects.get(), at(4))

    page = soup(client.get(page_of(directive)))

    assert "Not done, in time 0" in " ".join(page.find(class_="tg-btns").text.split())
    assert "Withdrawn" in page.find("table").text


def test_for_a_stranger_nothing_is_there(directive, world, client):
    client.force_login(world.huong)

    assert "There is no directive here" in words(soup(client.get(LIST)), "main")[0]
    assert client.get(page_of(directive)).status_code == 404


def test_who_drafts_for_another_unit_finds_nothing(directive, works, client):
    client.force_login(opened(works.by, "o@x.vn", "standing-office", works.tay_mo))

    assert client.get(page_of(directive)).status_code == 404
    assert client.post(task_page(directive, 0, "split/")).status_code == 404


def test_the_list_asks_no_more_for_many_than_for_few(ha, client, works, directive):
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for number in range(10):
        heading = Heading(title=f"Kết luận {number}", day=date(2025, 6, 2))
        actions.draft(works.district, heading=heading, by=works.by, at=at(2))

    with CaptureQueriesContext(connection) as many:
        page = soup(client.get(LIST))

    assert len(many) == len(few)
    assert words(page, "#list-title") == ["11 directives"]


def test_the_conclusion_of_a_session_is_tied_to_it(ha, client, works, session):
    page = soup(client.get(f"/en/directives/reading/?session={session.pk}"))
    title = page.select_one("[name=title]")["value"]
    sent = {"text": TEXT, "day": "02/06/2025", "title": title, "unit": "D019", "keep": "1"}

    client.post("/en/directives/reading/", {**sent, "session": str(session.pk)})

    (made,) = session.directives.all()
    shown = soup(client.get(f"/en/directives/sessions/{session.pk}/"))
    assert title.startswith("Conclusion of the session of")
    assert shown.select(f"a[href$='/directives/{made.key}/']")


def test_a_session_that_is_not_there_for_them_ties_nothing(ha, client):
    sent = {"text": TEXT, "day": "02/06/2025", "title": "Kết luận", "unit": "D019", "keep": "1"}

    answer = client.post("/en/directives/reading/", {**sent, "session": "7"})

    assert answer.status_code == 404
    assert not Directive.objects.exists()


def test_whoever_saves_changes_the_task_that_was_opened_whatever_was_left_out_before_it(
    ha, client, directive, works
):
    opened = task_page(directive, 1)
    actions.remove(directive.tasks.first(), by=works.by)

    client.post(opened, typed(title="Lập danh sách mới"))

    assert [task.title for task in directive.tasks.all()] == ["Lập danh sách mới"]


@pytest.mark.parametrize("year", ["0000", "20", "x", "٢٠٢٦"])
def test_a_year_that_is_none_narrows_nothing(ha, client, directive, year):
    page = soup(client.get(LIST, {"year": year}))

    assert words(page, "#list-title") == ["1 directive"]


def test_a_draft_of_many_tasks_asks_no_more_than_one_of_few(ha, client, directive, works):
    client.get(page_of(directive))
    with CaptureQueriesContext(connection) as few:
        client.get(page_of(directive))
    for number in range(20):
        several = [works.dai_mo, works.tay_mo]
        unclear = wanted(works, title=f"Việc {number}", leads=several, product="")
        actions.add(directive, wanted=unclear, by=works.by)

    with CaptureQueriesContext(connection) as many:
        client.get(page_of(directive))

    assert len(many) <= len(few) + 1


def test_one_task_is_made_one_for_each_of_the_units_that_are_ticked(ha, client, directive, works):
    asked = soup(client.get(task_page(directive, 1, "each/")))
    boxes = [box["value"] for box in asked.select("#units input[checked]")]

    client.post(task_page(directive, 1, "each/"), {"units": boxes})

    assert boxes == ["DM", "MT", "TM", "XP"]
    assert [task.leads for task in directive.tasks.all()[1:]] == [[key] for key in boxes]
    page = soup(client.get(page_of(directive)))
    assert words(page, "#tasks-title") == ["2 of 5 tasks are clear"]
    tasks = page.select("section[aria-labelledby='tasks-title'] > ol > li")
    assert len(tasks) == 2
    told = " ".join(tasks[1].get_text(" ").split())
    assert "4 units, a task for each" in told
    assert told.count("Not everything is clear yet") == 3
    assert not Work.objects.exists()


def test_who_chooses_again_finds_ticked_whom_they_chose(ha, client, directive):
    client.post(task_page(directive, 1, "each/"), {"units": ["DM", "XP"]})

    page = soup(client.get(task_page(directive, 1, "each/")))

    assert [box["value"] for box in page.select("#units input[checked]")] == ["DM", "XP"]


def test_nobody_ticked_is_told_and_the_task_stays(ha, client, directive):
    client.post(task_page(directive, 1, "each/"), {})

    page = soup(client.get(page_of(directive)))
    assert "Nobody is chosen" in page.get_text()
    assert directive.tasks.count() == 2


def test_who_may_not_draft_makes_no_task_for_anybody(directive, works, client):
    client.force_login(opened(works.by, "o@x.vn", "standing-office", works.tay_mo))

    assert client.get(task_page(directive, 1, "each/")).status_code == 404
    assert client.post(task_page(directive, 1, "each/"), {"units": ["DM"]}).status_code == 404
    assert directive.tasks.count() == 2


def test_who_saves_a_task_is_told_how_many_are_still_unclear(ha, client, directive, works):
    left = client.post(task_page(directive, 1), typed(lead=""), follow=True)
    none = client.post(task_page(directive, 1), typed(), follow=True)

    assert "Task 2 is kept. 1 task is not clear yet." in words(soup(left), "body")[0]
    assert "Task 2 is kept. All tasks are clear." in words(soup(none), "body")[0]


def test_who_splits_a_task_is_told_what_to_do_then(ha, client, directive, works):
    alike = client.post(task_page(directive, 0, "split/"), follow=True)
    both = wanted(works, leads=[works.dai_mo, works.tay_mo])
    actions.change(directive.tasks.last(), wanted=both, by=works.by)
    each = client.post(task_page(directive, 2, "split/"), follow=True)

    assert "Split into two tasks: change what each of them says." in words(soup(alike), "body")[0]
    assert "Split into 2 tasks, one for each unit." in words(soup(each), "body")[0]


def test_before_it_is_issued_the_page_says_how_many_works_go_to_how_many_units(
    ha, client, directive
):
    client.post(task_page(directive, 1), typed())

    (form,) = words(soup(client.get(page_of(directive))), "form[action$='/issue/']")

    assert form == "Issue it Works that are given: 2. Units that get them: 1."


def test_a_task_that_names_a_group_shows_the_words_of_the_text(ha, client, works):
    heading = Heading(title="Kết luận", day=date(2025, 6, 2), clarities=CLEAR)
    text = "1. Giao UBND các xã, phường rà soát nhà văn hóa."
    made = actions.draft(works.district, heading=heading, by=works.by, at=at(2), text=text)

    (task,) = words(soup(client.get(page_of(made))), "li[id^='task-']")

    assert "Leads UBND các xã, phường" in task


def test_how_many_units_have_no_head_is_said_on_the_row_whose_list_is_open(ha, client, directive):
    client.post(task_page(directive, 1, "each/"), {"units": ["DM", "MT", "TM", "XP"]})

    page = soup(client.get(page_of(directive)))

    (said,) = words(page, "section[aria-labelledby='tasks-title'] dd > p")
    assert said == "3 of 4 units have no head in the system."
    assert page.select("section[aria-labelledby='tasks-title'] details[open]")
