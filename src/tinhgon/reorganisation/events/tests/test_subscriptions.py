"""Who is told: three doors, one act; a secret is shown once and stands nowhere else."""

import json

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation.events.actions import (
    Subscribed,
    WeakSecret,
    subscribe,
    unsubscribe,
)
from tinhgon.reorganisation.models import Subscription
from tinhgon.reorganisation.permissions import PlanPermission

PAGE, URL = "/events/subscriptions/", "https://he-thong.example.vn/nhan"


@pytest.fixture
def minh(world, operator):
    """Mr Minh, who looks after the site."""
    user = accounts.open_account(
        "minh@example.vn", by=operator, name="Trần Minh", password="mật-khẩu-rất-dài"
    )
    accounts.grant(user, by=operator, role="administrator", on=world.eve)
    return user


@pytest.fixture
def local(world, operator):
    """Ms Hạnh, who looks after one district alone."""
    user = accounts.open_account(
        "hanh@example.vn", by=operator, name="Vũ Hạnh", password="mật-khẩu-rất-dài"
    )
    unit = world.unit("P01")
    accounts.grant(user, by=operator, role="administrator", on=world.eve, unit=unit)
    return user


@pytest.fixture
def token(minh, operator):
    return accounts.hand_out_token(
        minh, by=operator, name="kiểm tra", scopes=[PlanPermission.SUBSCRIBE]
    )


def everything_kept():
    """All that the record of acts says, as one text."""
    return json.dumps([*Entry.objects.values("target", "facts", "act")], ensure_ascii=False)


# --- The act --------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", [None, "một-khóa-bí-mật-của-riêng-họ"])
def test_a_subscription_is_recorded_without_its_secret(world, operator, secret):
    made = subscribe(URL, by=operator, secret=secret)
    unsubscribe(made, by=operator)

    entries = Entry.objects.filter(chain="subscriptions").order_by("place")
    assert [(one.act, one.facts["url"]) for one in entries] == [
        ("subscription.made", URL),
        ("subscription.ended", URL),
    ]
    assert made.secret == secret or len(made.secret) >= 32
    assert made.secret not in everything_kept()
    assert not [*verify()]


def test_an_address_is_told_once(world, operator):
    subscribe(URL, by=operator)

    with pytest.raises(Subscribed):
        subscribe(URL, by=operator)
    assert Entry.objects.filter(act="subscription.made").count() == 1


def test_what_has_ended_may_be_told_anew_under_another_secret(world, operator):
    old = subscribe(URL, by=operator)
    unsubscribe(old, by=operator)

    assert subscribe(URL, by=operator).secret != old.secret


def test_ending_what_has_ended_changes_nothing(world, operator):
    made = subscribe(URL, by=operator)

    assert unsubscribe(made, by=operator)
    assert not unsubscribe(made, by=operator)
    assert Entry.objects.filter(act="subscription.ended").count() == 1


@pytest.mark.parametrize("secret", ["ngắn", "x" * 65])
def test_a_secret_that_will_not_do_is_refused(world, operator, secret):
    with pytest.raises(WeakSecret):
        subscribe(URL, by=operator, secret=secret)


# --- The page -------------------------------------------------------------------------------------


def test_an_address_is_entered_and_its_secret_shown_once(client, minh):
    client.force_login(minh)

    answer = client.post(f"/en{PAGE}", {"url": URL})

    made = Subscription.objects.get()
    assert answer.status_code == 201
    assert "no-store" in answer["Cache-Control"]
    assert words(soup(answer), "code") == [made.secret]
    assert made.secret not in client.get(f"/en{PAGE}").content.decode()
    assert URL in client.get(f"/en{PAGE}").content.decode()


def test_an_address_that_will_not_do_is_kept_in_the_box(client, minh):
    client.force_login(minh)

    answer = client.post(f"/en{PAGE}", {"url": "http://example.vn/nhan"})

    assert answer.status_code == 422
    assert soup(answer).select_one("#id_url")["value"] == "http://example.vn/nhan"
    assert "only sent over HTTPS" in words(soup(answer), ".tg-error")[0]


def test_ending_asks_again_and_is_done(client, minh, operator):
    made = subscribe(URL, by=operator)
    client.force_login(minh)
    address = f"/en{PAGE}{made.pk}/end/"

    assert client.get(address).status_code == 200
    assert Subscription.objects.get().ended is None
    assert client.post(address, follow=True).status_code == 200
    assert Subscription.objects.get().ended
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_looks_after_a_part_alone_tells_no_system(client, local, method):
    client.force_login(local)

    assert getattr(client, method)(PAGE).status_code == 403


def test_the_list_of_plans_leads_there_whoever_may_pass(client, minh, world):
    client.force_login(minh)
    for_minh = soup(client.get("/en/plans/"))
    client.force_login(world.huong)
    for_huong = soup(client.get("/en/plans/"))

    assert for_minh.select(f'a[href="/en{PAGE}"]')
    assert not for_huong.select(f'a[href="/en{PAGE}"]')


def test_without_a_subscription_the_page_says_what_to_do(client, minh):
    client.force_login(minh)

    assert words(soup(client.get(f"/en{PAGE}")), ".tg-empty h2, .tg-empty h3")


def test_the_list_asks_the_same_however_many_there_are(
    client, minh, operator, django_assert_max_num_queries
):
    made = [subscribe(f"{URL}/{number}", by=operator) for number in range(5)]
    client.force_login(minh)
    client.get(f"/en{PAGE}")  # the register is in memory now

    with django_assert_max_num_queries(9):
        page = soup(client.get(f"/en{PAGE}"))

    assert len(words(page, "tbody tr")) == len(made)


# --- Programs and the command line ----------------------------------------------------------------


def test_a_program_subscribes_sees_and_ends(client, token, send, minh):
    status, made = send("/subscriptions", {"url": URL}, token)
    headers = {"Authorization": f"Bearer {token}"}
    listed = client.get("/api/v1/subscriptions", headers=headers).json()
    ended = client.delete(f"/api/v1/subscriptions/{made['id']}", headers=headers)

    assert status == 201
    assert made["secret"] == Subscription.objects.get().secret
    assert [one["url"] for one in listed["items"]] == [URL]
    assert made["secret"] not in json.dumps(listed)
    assert ended.status_code == 204
    assert Subscription.objects.get().ended


def test_a_program_is_told_why_it_may_not(send, token):
    status, problem = send("/subscriptions", {"url": "https://10.0.0.1/"}, token)

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:no-subscription")
    assert "inside our own network" in problem["detail"]


def test_a_token_of_whoever_looks_after_a_part_is_refused(send, local, operator):
    token = accounts.hand_out_token(
        local, by=operator, name="kiểm tra", scopes=[PlanPermission.SUBSCRIBE]
    )

    assert send("/subscriptions", {"url": URL}, token)[0] == 403


def test_the_command_line_does_the_same(world, tinhgon):
    made = tinhgon("plan", "subscribe", URL)
    listed = tinhgon("plan", "subscriptions")
    sent = tinhgon("plan", "deliver", "--json")
    ended = tinhgon("plan", "unsubscribe", URL)
    again = tinhgon("plan", "unsubscribe", URL)

    assert made.output.strip() == Subscription.objects.get().secret
    assert URL in listed.output
    assert made.output.strip() not in listed.output
    assert json.loads(sent.output) == {"delivered": 0, "waiting": 0, "given_up": 0}
    assert (ended.exit_code, again.exit_code) == (0, 2)


@pytest.mark.parametrize(
    "words_typed", [("subscribe", URL), ("subscriptions",), ("unsubscribe", URL), ("deliver",)]
)
def test_the_planner_tells_no_system(world, tinhgon, words_typed):
    assert tinhgon("plan", *words_typed, by=world.huong).exit_code == 2
