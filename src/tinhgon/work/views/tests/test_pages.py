"""Pages of work: who sees what, what can be done from them, and in how many queries."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from django.utils.html import format_html
from openpyxl import load_workbook

from tinhgon.accounts import actions as accounts
from tinhgon.documents.models import Instrument
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.ui import panels
from tinhgon.work import actions
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.models import Work

DUE = (timezone.localdate() + timedelta(days=30)).isoformat()


@pytest.fixture
def late(people, works):
    return works.issue(title="Rà soát nhà văn hóa")


def test_the_head_of_the_unit_sees_its_work_late_and_first(people, late, works, show):

    works.hand_over(works.issue(title="Không thuộc phường này"), unit=works.tay_mo)

    page = show("/work/", by=people.lan, desk="held", unit="DM")

    assert late.title in page.text
    assert "Không thuộc phường này" not in page.text
    assert "1 work" in page.find(id="list-title").text
    assert "Not done, late" in page.find("table").text


def test_a_stranger_sees_no_work_and_no_count(people, late, show):
    assert late.title not in show("/work/", by=people.an, desk="held", unit="DM").text
    show(f"/work/{late.key}/", by=people.an, status=404)
    assert "Open: 1" not in show("/units/DM/", on="2025-06-03").text
    assert "Open: 1" in show("/units/DM/", by=people.lan, on="2025-06-03").text


def test_who_answers_for_one_unit_sees_nothing_that_somebody_has_to_do_for_another(
    people, works, operator, show
):
    works.issue(title="Của Đại Mỗ", officer=works.bodies.thu)
    works.bodies.assign(works.bodies.thu, "tm-chair", basis="concurrent")
    works.issue(title="Của Tây Mỗ", officer=works.bodies.thu, leads=[works.tay_mo])
    over = {"on": date(2025, 1, 1), "unit": works.tay_mo}
    accounts.grant(people.an, by=operator, role="unit-head", **over)

    section = show("/officers/CB03/", by=people.an).find(attrs={"aria-labelledby": "work-title"})

    assert "Của Tây Mỗ" in section.text
    assert "Của Đại Mỗ" not in section.text
    assert "Open: 1; late: 1" in section.text


def test_what_was_withdrawn_is_neither_late_nor_at_risk(people, works, show):
    gone = works.issue(title="Không còn cần")
    works.withdraw(gone)

    page = show(f"/work/{gone.key}/", by=people.lan)
    listed = show("/work/", by=people.lan, desk="held", unit="DM", show="closed").find("table")

    assert "Withdrawn" in page.text
    assert "late" not in page.find("main").text
    assert listed.text.count("Withdrawn") == 1
    assert "Not done" not in listed.text


def test_whoever_contributed_reads_what_is_closed_and_is_named_there(
    people, works, operator, show, client
):
    work = works.issue(title="Cùng làm", contributors=[works.tay_mo])
    works.report(work)
    works.confirm(work)
    over = {"on": date(2025, 1, 1), "unit": works.tay_mo}
    accounts.grant(people.an, by=operator, role="unit-head", **over)

    page = show(f"/work/{work.key}/", by=people.an, language="vi")
    desk = show("/work/", by=people.an, desk="helped", unit="TM", show="closed")
    show(f"/work/{work.key}/hand-over/", by=people.an, status=403)
    client.force_login(people.an)
    asked = {"desk": "helped", "unit": "TM", "show": "closed", "format": "csv"}
    taken = b"".join(client.get("/work/", asked)).decode()

    named = page.find("dt", string="Phối hợp").parent.text
    assert "Tây Mỗ" in named
    assert "02/06/2025" in named
    assert "1 work" in desk.find(id="list-title").text
    assert "Cùng làm" in desk.find("table").text
    assert "Tây Mỗ (TM)" in taken


def origin_of(request, work):
    """A panel of a higher module, which knows from where a work came."""
    return format_html("<p>{} came for {}</p>", work.key, request.user.name)


def test_what_a_work_comes_from_leads_there(people, works, show, monkeypatch):
    monkeypatch.setattr(panels, "_panels", {"work": [(1, f"{__name__}.origin_of")]})
    ordered = Instrument.objects.create(number="5/KH-UBND", issued=JUNE[1])
    work = works.issue(instrument=ordered, origin="")

    page = show(f"/work/{work.key}/", by=people.lan)

    link = page.find("dt", string="Comes from").parent.find("a", string="5/KH-UBND")
    assert link["href"].endswith(f"/instruments/{ordered.pk}/")
    assert f"{work.key} came for {people.lan.name}" in page.find("aside").text


def test_an_address_that_asks_for_all_days_there_are_is_answered(people, late, show):
    asked = {"desk": "given", "unit": "D019", "stood": "all", "from": "0001-01-01"}

    assert late.title in show("/work/", by=people.hung, **asked).text


def test_the_page_of_a_work_tells_where_the_days_went(people, late, works, show):
    works.extend(late, JUNE[15])
    works.suspend(late, at(10))

    page = show(f"/work/{late.key}/", by=people.lan, language="vi")

    assert "Đại Mỗ" in page.find("table").text
    assert "đang tạm dừng" in page.text.lower()
    assert "10/06/2025" in page.text


def test_a_work_is_accepted_reported_sent_back_and_confirmed_from_its_page(people, late, show):
    page = f"/work/{late.key}/"
    show(f"{page}accept/", by=people.lan, data={}, status=302)
    show(f"{page}report/", by=people.lan, data={"words": ""}, status=422)
    show(f"{page}report/", by=people.lan, data={"words": "Đã rà soát"}, status=302)
    show(f"{page}confirm/", by=people.lan, data={}, status=403)
    show(f"{page}send-back/", by=people.hung, data={"words": "Thiếu số liệu"}, status=302)
    show(f"{page}report/", by=people.lan, data={"words": "Đủ số liệu"}, status=302)
    show(f"{page}confirm/", by=people.hung, data={}, status=302)

    told = show(page, by=people.lan).text

    assert "Done late" in told
    assert [*late.events.order_by("pk").values_list("what", flat=True)] == [
        *("issued", "accepted", "reported", "sent-back", "reported", "confirmed")
    ]


def test_another_day_is_asked_for_only_where_a_day_stood_still(people, late, works, show):
    counted = works.issue(due=None, term=Term(5, Measure.WORKING_DAYS))
    works.suspend(late, at(4))
    works.suspend(counted, at(4, 10))

    named, goes_on = (show(f"/work/{one.key}/resume/", by=people.hung) for one in (late, counted))
    show(f"/work/{late.key}/resume/", by=people.hung, data={}, status=422)
    show(f"/work/{counted.key}/resume/", by=people.hung, data={}, status=302)

    assert named.find(attrs={"name": "until"})
    assert not goes_on.find(attrs={"name": "until"})


@pytest.mark.parametrize(
    ("act", "allows"),
    [
        ("confirm", "to give works, follow them up and confirm them, for Quận Nam Từ Liêm"),
        ("split", "to have the works of a unit done, for Phường Đại Mỗ"),
        ("cascade", "to have the works of a unit done, for Phường Đại Mỗ"),
    ],
)
def test_who_may_not_do_an_act_is_told_which_permission_it_takes(
    people, works, operator, show, act, allows
):
    work = works.issue(contributors=[works.tay_mo])
    over = {"on": date(2025, 1, 1), "unit": works.tay_mo}
    accounts.grant(people.an, by=operator, role="unit-head", **over)

    page = show(f"/work/{work.key}/{act}/", by=people.an, status=403)

    assert allows in page.find("main").text


def test_who_decides_on_more_time_reads_who_asks_until_when_and_why(people, works, show):
    work = works.issue(due=JUNE[10])
    asked = {"by": works.by, "on": JUNE[9], "until": JUNE[20], "reason": "Chờ số liệu của sở"}
    actions.ask_extension(work, **asked)
    works.hand_over(work, at(12), unit=works.tay_mo)

    page = show(f"/work/{work.key}/decide-extension/", by=people.hung)

    asked = "Đại Mỗ asks for time until 20 June 2025 (now due on 10 June 2025): Chờ số liệu"
    assert asked in page.find("main").text


def test_who_asks_for_more_time_reads_until_when_that_may_be(people, works, show):
    work = works.issue(due=JUNE[10])

    page = show(f"/work/{work.key}/ask-extension/", by=people.lan, language="vi")

    assert "Phải gửi đề nghị trước khi hết hạn 10/06/2025." in page.find("main").text


def test_a_work_is_given_only_when_everything_is_clear(in_effect, people, operator, show):
    sent = {"lead": "DM-new", "title": "Lập danh mục", "origin": "Họp", "due": DUE, "kind": "task"}
    sent |= {"measure": "days", "product": "Danh mục"}

    unclear = show("/units/P01/work/new/", by=people.hung, data=sent, status=422)

    assert "who answers for what" in unclear.text
    assert "Lập danh mục" in str(unclear)
    assert not Work.objects.filter(title="Lập danh mục").exists()


def test_a_long_desk_takes_no_more_queries(people, late, works, client, django_assert_num_queries):
    for _ in range(9):
        works.issue()
    client.force_login(people.lan)
    client.get("/work/", {"desk": "held", "unit": "DM"})

    with django_assert_num_queries(46, exact=False):
        client.get("/work/", {"desk": "held", "unit": "DM"})


@pytest.fixture
def taken_along(people, late, client):
    """The list of Đại Mỗ as a file of a kind."""

    def content(kind):
        client.force_login(people.lan)
        return b"".join(client.get("/work/", {"desk": "held", "unit": "DM", "format": kind}))

    return content


def test_the_list_is_taken_along_as_text(taken_along, late):
    assert late.title in taken_along("csv").decode()


def test_the_list_is_taken_along_as_a_workbook(taken_along, late):
    book = load_workbook(BytesIO(taken_along("xlsx")))

    assert late.title in [cell.value for cell in book.active[2]]
