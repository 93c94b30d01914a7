"""Pages of committees: who sees what, what can be done from them, and in how many queries."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tinhgon.directives.committees.conftest import FOUNDED, MAY, at
from tinhgon.directives.models import Committee, PlanItem, Session
from tinhgon.staff.posts import actions as posts

PAGE = "/directives/committees/bcd-07/"
LIST = "/directives/committees/"
TODAY = timezone.localdate()
YEAR = TODAY.year


@pytest.fixture
def an(person):
    """She has a role, but none that lets her see committees."""
    return person("an@x.vn", "planner")


@pytest.fixture
def mai(person, headed):
    """Ms Mai, who signs in."""
    return person("mai@x.vn", officer=headed.bodies.mai)


@pytest.fixture
def son(person, headed):
    """Mr Sơn, who signs in."""
    return person("son@x.vn", officer=headed.bodies.son)


# --- Who sees what --------------------------------------------------------------------------------


def test_whoever_keeps_it_finds_the_committee_with_its_head(headed, ha, show):
    page = show(LIST, by=ha)

    assert "Committee 07" in page.text
    assert "Đinh Thị Mai, Chair" in page.find("table").text
    assert "1 committee" in page.find(id="committees-title").text


def test_a_member_sees_their_own_committee_without_any_role(headed, son, show):
    assert "Committee 07" in show(LIST, by=son).text
    assert "2 members" in show(PAGE, by=son).text
    show(f"{PAGE}appoint/", by=son, status=403)


def test_a_member_who_was_sees_it_no_more(headed, son, show):
    headed.relieve(headed.son)

    show(PAGE, by=son, status=404)


def test_for_everybody_else_it_is_not_there(planned, an, show):
    session = planned.call("Sơ kết")
    page = show(LIST, by=an)

    assert "Committee 07" not in page.text
    assert "There is no committee on this day that you may see" in page.text
    show(PAGE, by=an, status=404)
    show(f"{PAGE}appoint/", by=an, status=404)
    show(f"/directives/plan-items/{planned.review.pk}/", by=an, status=404)
    show(f"/directives/plan-items/{planned.review.pk}/drop/", by=an, status=404)
    show(f"/directives/sessions/{session.pk}/", by=an, status=404)
    show(f"/directives/members/{planned.son.pk}/end/", by=an, status=404)


def test_whoever_keeps_another_units_committees_sees_none_of_the_citys(headed, person, show):
    other = person("khac@x.vn", "standing-office", headed.tay_mo)

    assert "Committee 07" not in show(LIST, by=other).text
    show(PAGE, by=other, status=404)


def test_whoever_keeps_the_committees_of_its_standing_office_keeps_it(headed, person, show):
    office = person("quan@x.vn", "standing-office", headed.bodies.books.district)

    show(f"{PAGE}appoint/", by=office)


def test_a_dissolved_committee_stands_among_the_past_ones(headed, ha, show):
    headed.dissolve()

    assert "Committee 07" not in show(LIST, by=ha).text
    assert "Committee 07" in show(LIST, by=ha, on="2025-11-30").text
    assert "Committee 07" in show(LIST, by=ha, past=1).text
    page = show(PAGE, by=ha)
    assert "no more since 1 December 2025" in page.text
    assert "Appoint a member" not in page.text


# --- One committee --------------------------------------------------------------------------------


def test_the_page_shows_the_members_of_the_day_and_those_before(headed, ha, show):
    headed.relieve(headed.son)

    before = show(PAGE, by=ha, on="2025-04-30").find(id="members")
    after = show(PAGE, by=ha, on="2025-05-01").find(id="members")

    assert "Hồ Văn Sơn" in before.find("table").text
    assert "Hồ Văn Sơn" not in after.find("table").text
    assert "Hồ Văn Sơn" in after.find("details").text


def test_a_member_who_left_their_post_is_to_be_settled(headed, ha, operator, show):
    assignment = headed.bodies.son.assignments.get()
    posts.relieve(assignment, by=operator, on=MAY, reason="nghỉ hưu")

    eve = show(PAGE, by=ha, on="2025-04-30")
    day = show(PAGE, by=ha, on="2025-05-01")

    assert "To be settled" not in eve.text
    assert "To be settled" in day.find(id="members").text
    assert "CB02" in day.text or "Hồ Văn Sơn" in day.text


def test_a_member_who_was_transferred_is_to_be_settled_too(headed, ha, operator, show):
    headed.bodies.assign(headed.bodies.son, "tm-chair", MAY, basis="concurrent")
    both = show(PAGE, by=ha, on="2025-05-02")
    posts.relieve(
        headed.bodies.son.assignments.get(basis="main"), by=operator, on=MAY, reason="điều động"
    )

    moved = show(PAGE, by=ha, on="2025-05-02")

    assert "To be settled" not in both.text
    assert "To be settled" in moved.text


def test_the_plan_is_shown_by_year_with_what_is_late(planned, ha, show):
    page = show(PAGE, by=ha, on="2025-07-01")

    plan = page.find(id="plan")
    assert "Plan of 2025" in plan.text
    assert "1 item is late" in plan.text
    assert "Not done, late" in plan.find("table").text
    assert "Nothing is planned for this year" in show(PAGE, by=ha, year=2024).text


@pytest.mark.parametrize("year", ["abc", "99999", "²²²²", "0000"])
def test_a_year_that_is_none_does_no_harm(planned, ha, show, year):
    show(PAGE, by=ha, year=year)


def test_sessions_stand_with_the_next_first(headed, ha, show):
    headed.hold(headed.call("Một", place="Phòng A"), {headed.mai.pk})
    headed.call("Hai", when=at(9, 1), place="Phòng B")
    headed.call("Ba", when=at(8, 1), place="Phòng C")

    told = show(PAGE, by=ha).find(id="sessions").text

    assert told.index("Phòng C") < told.index("Phòng B") < told.index("Phòng A")


def test_the_page_speaks_vietnamese(planned, ha, show):
    page = show(PAGE, by=ha, language="vi", on="2025-07-01")

    assert "Ban Chỉ đạo 07" in page.text
    assert "Trưởng ban" in page.text
    assert "Chương trình công tác năm 2025" in page.text


def test_a_committee_of_many_is_shown_with_the_same_queries(
    planned, ha, client, django_assert_max_num_queries
):
    client.force_login(ha)
    client.get(PAGE)
    with django_assert_max_num_queries(50) as few:
        client.get(PAGE)
    for number in range(60):
        planned.appoint(name=f"Ông {number}", position="Nhà khoa học", units=[planned.dai_mo])
        planned.plan(f"Việc {number}", member=planned.mai, unit=planned.tay_mo)

    with django_assert_max_num_queries(len(few)):
        page = client.get(PAGE).content.decode()

    assert page.count('<th scope="row">Ông ') == 48
    assert "62" in page


def test_a_list_of_many_takes_no_more_queries(
    headed, founding, ha, client, django_assert_max_num_queries
):
    client.force_login(ha)
    client.get(LIST)
    with django_assert_max_num_queries(40) as few:
        client.get(LIST)
    for number in range(60):
        _another(headed, founding, f"khac-{number}")

    with django_assert_max_num_queries(len(few)):
        page = client.get(LIST).content.decode()

    assert "61" in page


def _another(steering, founding, key):
    from tinhgon.directives.committees import actions

    return actions.set_up(
        key,
        by=steering.by,
        titles={"vi": key},
        unit=steering.city,
        office=steering.bodies.books.district,
        under=founding,
        on=FOUNDED,
    )


# --- What is done from pages ----------------------------------------------------------------------


def test_a_committee_is_set_up_from_its_form(steering, ha, show):
    sent = {"title_vi": "Ban Chỉ đạo chuyển đổi số", "key": "cds", "unit": "P01"}
    sent |= {"office": "D019", "under": "07-QĐ/TU", "day": "01/03/2026"}

    show("/directives/new-committee/", by=ha, data=sent, status=302)

    assert Committee.objects.get(key="cds").valid_from == date(2026, 3, 1)


def test_what_was_typed_stays_where_a_committee_cannot_be_set_up(steering, person, show):
    ward = person("phuong@x.vn", "standing-office", steering.dai_mo)
    sent = {"title_vi": "Ban Chỉ đạo chuyển đổi số", "key": "cds", "unit": "P01", "office": "DM"}

    page = show("/directives/new-committee/", by=ward, data=sent, status=422)
    assert "Ban Chỉ đạo chuyển đổi số" in str(page)

    sent |= {"under": "07-QĐ/TU", "day": "01/03/2026"}
    show("/directives/new-committee/", by=ward, data=sent, status=403)
    assert not Committee.objects.filter(key="cds").exists()


def test_a_member_is_appointed_and_relieved_from_forms(headed, ha, show):
    sent = {"role": "secretary", "officer": "cb03", "units": "DM\nTM", "day": "01/06/2025"}
    show(f"{PAGE}appoint/", by=ha, data={**sent, "name": "Ai đó"}, status=422)
    show(f"{PAGE}appoint/", by=ha, data={**sent, "units": "DM\nkhông có"}, status=422)
    show(f"{PAGE}appoint/", by=ha, data=sent, status=302)
    member = headed.committee.members.get(role="secretary")
    end = {"day": "01/07/2025", "reason": "đi học"}
    show(f"/directives/members/{member.pk}/end/", by=ha, data=end, status=302)

    member.refresh_from_db()

    assert member.valid_to == date(2025, 7, 1)
    assert member.units.count() == 2


def test_a_plan_is_written_adopted_and_carried_over_from_forms(headed, ha, show):
    sent = {"what": "Sơ kết", "month": "6", "member": str(headed.son.pk), "unit": "DM"}
    show(f"{PAGE}item/?year={YEAR}", by=ha, data={**sent, "day": f"01/06/{YEAR}"}, status=422)
    show(f"{PAGE}item/?year={YEAR}", by=ha, data={**sent, "recurring": "on"}, status=302)
    item = PlanItem.objects.get()
    page = f"/directives/plan-items/{item.pk}/"
    show(f"{page}rewrite/", by=ha)
    show(f"{page}rewrite/", by=ha, data={**sent, "month": "7", "recurring": "on"}, status=302)
    day = f"{TODAY:%d/%m/%Y}"
    show(f"{PAGE}adopt/?year={YEAR}", by=ha, data={"day": day}, status=302)
    show(f"{page}move/", by=ha, data={"month": "11", "reason": "chờ"}, status=302)
    show(f"{page}done/", by=ha, data={"day": day, "words": "Đã sơ kết"}, status=302)
    proposal = show(f"{PAGE}carry-over/?year={YEAR}", by=ha)
    show(f"{PAGE}carry-over/?year={YEAR}", by=ha, data={"items": [str(item.pk)]}, status=302)

    told = show(page, by=ha)
    draft = show(PAGE, by=ha, year=YEAR + 1)

    assert "recurs every year" in proposal.text
    assert f"Moved on {day[:2].lstrip('0')}" in told.text
    assert "Done" in told.text
    assert "Nothing of it counts until it is adopted" in draft.text
    again = show(f"{PAGE}carry-over/?year={YEAR}", by=ha)
    assert "There is nothing to carry over" in again.text


def test_a_session_is_called_and_held_from_forms(planned, ha, show):
    sent = {"day": "10/03/2025", "hour": "8h30", "place": "Phòng 1", "others": "Việc khác"}
    show(f"{PAGE}session/", by=ha, data={**sent, "hour": "sáng"}, status=422)
    show(f"{PAGE}session/", by=ha, data={**sent, "planned": [str(planned.review.pk)]}, status=302)
    session = Session.objects.get()
    page = f"/directives/sessions/{session.pk}/"
    (first, second) = session.agenda.order_by("number")
    sent = {f"came-{planned.mai.pk}": "on", f"sent-{planned.son.pk}": "Bà Thu"}
    show(f"{page}hold/", by=ha)
    show(f"{page}hold/", by=ha, data={}, status=422)
    show(f"{page}hold/", by=ha, data={**sent, f"done-{first.pk}": "on"}, status=302)

    told = show(page, by=ha)

    assert (first.title, second.title) == ("Sơ kết", "Việc khác")
    assert "Bà Thu stood in" in told.text
    assert "Came: 1 of 2" in told.text
    assert told.find("a", href=f"/en/directives/reading/?session={Session.objects.get().pk}")
    show(f"{page}cancel/", by=ha, data={"reason": "trùng"}, status=422)


def test_a_committee_is_dissolved_from_its_form(headed, ha, show):
    show(f"{PAGE}dissolve/", by=ha, data={"day": "01/12/2025"}, status=422)
    show(f"{PAGE}dissolve/", by=ha, data={"day": "01/12/2025", "reason": "xong"}, status=302)

    assert headed.fresh().valid_to == date(2025, 12, 1)


def test_another_standing_office_is_named_from_its_form(headed, ha, show):
    sent = {"capacity": "office", "unit": "TM", "day": "01/12/2025", "reason": "phân công lại"}
    show(f"{PAGE}units/", by=ha, data=sent, status=302)

    assert "Tây Mỗ" in show(PAGE, by=ha).text


def test_an_act_that_is_none_is_not_there(planned, ha, show):
    show(f"{PAGE}explode/", by=ha, status=404)
    show(f"/directives/plan-items/{planned.review.pk}/explode/", by=ha, status=404)
    show("/directives/plan-items/999999999999999999999/", by=ha, status=404)


# --- What somebody answers for --------------------------------------------------------------------


def test_a_member_finds_what_they_answer_for(planned, son, show):
    page = show("/directives/answering/", by=son)

    assert "Sơ kết" in page.text
    assert "Báo cáo năm" not in page.text
    assert "Open: 1; late: 1." in page.text


def test_whoever_answers_for_nothing_is_told_so(headed, an, show):
    page = show("/directives/answering/", by=an)

    assert "You answer for nothing" in page.text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_plan_is_taken_along(planned, ha, client, kind):
    client.force_login(ha)

    response = client.get(PAGE, {"year": 2025, "format": kind})

    content = b"".join(response.streaming_content if response.streaming else [response.content])
    assert response.status_code == 200
    assert len(content) > 100


def test_days_before_the_plan_was_adopted_show_a_draft(planned, ha, show):
    day = date(2025, 1, 10)

    eve = show(PAGE, by=ha, on=(day - timedelta(days=1)).isoformat()).find(id="plan")

    assert "Draft" in eve.find("table").text
