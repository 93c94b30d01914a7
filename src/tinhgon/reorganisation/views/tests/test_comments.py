"""Comments on a draft and those invited to read it, as people meet them."""

from datetime import date

import pytest
from django.utils.timezone import now

from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation.actions import enact
from tinhgon.reorganisation.consulting import actions
from tinhgon.reorganisation.models import Comment

COMMENTS, READERS = "/plans/reform/comments/", "/plans/reform/readers/"
ON = date(2025, 6, 2)


@pytest.fixture
def huong(world, client):
    """Ms Hương, signed in."""
    client.force_login(world.huong)
    return world.huong


@pytest.fixture
def lan(package, world, client):
    """Ms Lan, invited to the reform and signed in."""
    actions.invite(package, by=world.huong, on=ON, reader=world.lan)
    client.force_login(world.lan)
    return world.lan


@pytest.fixture
def send(client):
    """POST a form: the answer, and the page it leads to as soup."""

    def sent(address, **given):
        answer = client.post(f"/en{address}", given, follow=True)
        return answer, soup(answer)

    return sent


# --- Reading --------------------------------------------------------------------------------------


def test_where_nobody_said_anything_it_says_so(package, huong, show):
    page = show(COMMENTS)

    assert words(page, "h1") == ["No comment yet"]
    assert words(page, ".tg-empty h2") == ["Nobody has said anything yet"]


def test_the_same_in_vietnamese(package, huong, show):
    assert words(show(COMMENTS, language="vi"), "h1") == ["Chưa có góp ý"]


def test_a_comment_says_who_when_and_what_it_is_about(package, huong, show, world):
    plan = package.plans.get(code="1656-nq-ubtvqh15")
    actions.comment(package, by=world.huong, on=ON, text="Giữ tên cũ.", plan=plan, unit="DM")

    page = show(COMMENTS)

    assert words(page, "h1") == ["1 comment waits for an answer"]
    (said,) = words(page, ".tg-talk > li > article")
    assert said.startswith("Phạm Thu Hương ")
    assert "Open About Phường Đại Mỗ , Sắp xếp 2025 Giữ tên cũ." in said


def test_what_people_write_is_not_carried_out(package, huong, show, world):
    actions.comment(package, by=world.huong, on=ON, text="<script>alert(1)</script>")

    assert show(COMMENTS).select(".tg-talk script") == []


def test_they_are_sifted_by_state_plan_and_unit(package, huong, show, world):
    actions.comment(package, by=world.huong, on=ON, text="Một", unit="DM")
    settled = actions.comment(package, by=world.huong, on=ON, text="Hai")
    actions.settle(settled, by=world.huong, on=ON, answer="Rồi.")

    assert words(show(COMMENTS, state="settled"), ".tg-talk__text") == ["Hai"]
    assert words(show(COMMENTS, unit="DM"), ".tg-talk__text") == ["Một"]
    assert words(show(COMMENTS, plan="1656-nq-ubtvqh15"), ".tg-empty h2") == ["Nothing fits"]
    assert words(show(COMMENTS), ".tg-filters a")[:3] == ["All 2", "Open 1", "Settled 1"]


def test_a_list_turns_pages_and_asks_the_same_few_times(
    package, huong, client, world, django_assert_max_num_queries
):
    said = {"package": package, "by": world.huong, "by_name": "Hương", "at": now(), "on": ON}
    Comment.objects.bulk_create([Comment(text=f"Ý {number}", **said) for number in range(25)])
    client.get(COMMENTS)

    with django_assert_max_num_queries(20):
        page = soup(client.get(COMMENTS, {"page": 2}))

    assert len(page.select(".tg-talk > li")) == 5


# --- Who ------------------------------------------------------------------------------------------


def test_an_invited_reader_sees_the_draft_and_its_comments(lan, show):
    assert words(show("/plans/reform/"), "a[href$='/comments/']") == ["Comments"]
    assert show(COMMENTS)


def test_a_reader_neither_answers_nor_invites(lan, show, client, package):
    made = actions.comment(package, by=lan, on=ON, text="Vì sao?")

    assert show(COMMENTS).select(".tg-talk summary") == []
    sent = client.post(COMMENTS, {"do": "answer", "comment": made.pk, "answer": "Rồi"})
    assert sent.status_code == 403
    assert client.get(READERS).status_code == 403


def test_of_a_draft_others_learn_nothing(package, world, client):
    client.force_login(world.an)

    assert client.get(COMMENTS).status_code == 404
    assert client.get(f"{COMMENTS}units/").status_code == 404


def test_of_what_is_public_the_comments_are_not(enacted, world, client, show):
    client.force_login(world.an)

    assert client.get(COMMENTS).status_code == 403
    assert words(show("/plans/reform/"), "a[href$='/comments/']") == []


# --- Saying ---------------------------------------------------------------------------------------


def test_a_reader_says_something_about_a_unit_by_its_name(lan, send):
    answer, page = send(COMMENTS, text="Giữ tên cũ.", unit="Tây Mỗ, Nam Từ Liêm")

    assert answer.redirect_chain == [("/en/plans/reform/comments/", 302)]
    assert words(page, ".tg-messages .tg-message") == [
        "Your comment is there for all who read the draft."
    ]
    assert [(one.text, one.unit) for one in Comment.objects.all()] == [("Giữ tên cũ.", "TM")]


def test_a_name_of_several_is_asked_about_and_nothing_is_lost(lan, send):
    answer, page = send(COMMENTS, text="Giữ tên cũ.", unit="Đại Mỗ")

    assert answer.status_code == 422
    assert page.select_one("textarea[name=text]").get_text().strip() == "Giữ tên cũ."
    assert len(page.select("input[type=radio][name=unit_key]")) == 2


def test_nothing_is_no_comment(lan, send):
    answer, _page = send(COMMENTS, text="   ", unit="")

    assert answer.status_code == 422
    assert Comment.objects.count() == 0


def test_units_are_suggested_to_readers_too(lan, client):
    found = soup(client.get(f"{COMMENTS}units/", {"box": "unit", "unit": "Dương"}))

    assert words(found, "button b") == ["Phường Dương Nội", "Phường Dương Nội"]


def test_what_was_decided_meanwhile_takes_no_comment_and_keeps_what_was_typed(
    package, huong, send, operator, world
):
    enact(package, by=operator, on=world.day)

    answer, page = send(COMMENTS, text="Muộn rồi.")

    assert answer.status_code == 409
    assert page.select_one("textarea[name=text]").get_text().strip() == "Muộn rồi."
    assert Comment.objects.count() == 0


# --- Answering ------------------------------------------------------------------------------------


def test_whoever_drafts_answers_and_it_is_settled(package, huong, send, world):
    made = actions.comment(package, by=world.huong, on=ON, text="Vì sao?")

    _answer, page = send(COMMENTS, do="answer", comment=made.pk, answer="Theo khoản 2.")

    assert words(page, "h1") == ["Every comment is answered"]
    assert "Theo khoản 2." in words(page, ".tg-talk__answer")[0]


def test_whoever_comes_second_is_told_and_their_answer_is_kept_in_the_box(
    package, huong, send, world
):
    made = actions.comment(package, by=world.huong, on=ON, text="Vì sao?")
    actions.settle(made, by=world.hung, on=ON, answer="Theo khoản 2.")

    answer, page = send(COMMENTS, do="answer", comment=made.pk, answer="Khác")

    assert answer.status_code == 409
    assert page.select_one("textarea[name=answer]").get_text().strip() == "Khác"
    assert Comment.objects.get().answer == "Theo khoản 2."


def test_an_answer_says_something(package, huong, send, world):
    made = actions.comment(package, by=world.huong, on=ON, text="Vì sao?")

    answer, page = send(COMMENTS, do="answer", comment=made.pk, answer="")

    assert answer.status_code == 422
    assert page.select("details[open] .tg-error")


# --- Inviting -------------------------------------------------------------------------------------


def test_whoever_drafts_invites_by_address(package, huong, send, world):
    _answer, page = send(READERS, do="invite", email="LAN@example.vn")

    assert words(page, ".tg-messages .tg-message") == [
        "Nguyễn Thị Lan may read the draft and comment on it."
    ]
    assert package.invitations.get().reader == world.lan


def test_an_address_without_an_account_is_told(package, huong, send):
    answer, page = send(READERS, do="invite", email="ai@example.vn")

    assert answer.status_code == 422
    assert "There is no account with the address ai@example.vn." in page.get_text()
    assert page.select_one("input[name=email]")["value"] == "ai@example.vn"


def test_it_is_ended_from_the_list(package, huong, send, world):
    actions.invite(package, by=world.huong, on=ON, reader=world.lan)

    _answer, page = send(READERS, do="end", reader=world.lan.pk)

    assert words(page, ".tg-empty h2") == ["Nobody is invited"]


def test_the_package_says_how_many_comments_are_open(package, huong, show, world):
    actions.comment(package, by=world.huong, on=ON, text="Vì sao?")

    assert "Comments 1 open" in words(show("/plans/reform/"), ".tg-panel li")
