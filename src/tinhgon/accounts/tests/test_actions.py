"""What may be done with accounts, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from tinhgon.accounts import actions
from tinhgon.accounts.models import Grant, Token, User
from tinhgon.audit.models import Entry

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)
START, END = date(2025, 7, 1), date(2025, 10, 1)
LONG = "mật-khẩu-rất-dài"


@pytest.fixture
def lan(operator):
    return actions.open_account("lan@example.vn", by=operator, name="Nguyễn Thị Lan", password=LONG)


@pytest.fixture
def granted(lan, operator):
    """Gives Ms Lan the role of an auditor for a period."""

    def given(start=START, end=END, role="auditor", **options):
        return actions.grant(lan, by=operator, role=role, on=start, until=end, **options)

    return given


def acts():
    return [(entry.act, entry.target) for entry in Entry.objects.order_by("id")]


def test_an_account_is_opened_with_a_password_that_is_not_kept(lan):
    assert lan.check_password(LONG)
    assert LONG not in lan.password


def test_opening_is_recorded_without_personal_data(lan):
    entry = Entry.objects.get()

    assert (entry.act, entry.target, entry.actor) == (
        "account.opened",
        f"user:{lan.pk}",
        "operator:test",
    )
    assert entry.facts == {}


def test_an_address_is_used_once_whatever_its_letters(lan, operator):
    with pytest.raises(actions.EmailTaken):
        actions.open_account("LAN@Example.VN", by=operator, name="Another")


@pytest.mark.parametrize("email", ["", "lan", "lan@", "lan@example", "lan example.vn"])
def test_what_is_no_address_is_refused(db, operator, email):
    with pytest.raises(ValidationError) as wrong:
        actions.open_account(email, by=operator, name="Lan", password=LONG)

    assert [*wrong.value.error_dict] == ["email"]


@pytest.mark.parametrize("password", ["", "short", "password1234", "hung@example.vn"])
def test_a_password_that_will_not_do_is_refused(db, operator, password):
    with pytest.raises(ValidationError):
        actions.open_account("hung@example.vn", by=operator, name="Lê Hùng", password=password)

    assert not User.objects.exists()


def test_without_a_password_nobody_signs_in_until_it_is_set(db, operator):
    hung = actions.open_account("hung@example.vn", by=operator, name="Lê Quốc Hùng")

    assert not hung.has_usable_password()


def test_a_role_is_given_from_a_day_on(granted):
    given = granted(end=None, reason="Quyết định 12")

    assert (given.valid_from, given.valid_to, given.unit) == (START, None, None)
    assert given.granted_by == "operator:test"
    assert Entry.objects.last().facts["reason"] == "Quyết định 12"


def test_a_role_may_follow_upon_itself(granted):
    granted(START, END)

    assert granted(END, None)
    assert granted(START - A_DAY, START)


@pytest.mark.parametrize(
    ("start", "end"),
    [(END - A_DAY, None), (START - A_DAY, START + A_DAY), (START, END), (date(2025, 1, 1), None)],
)
def test_a_role_is_not_given_twice_for_one_day(granted, start, end):
    granted(START, END)

    with override("en"), pytest.raises(ValidationError) as wrong:
        granted(start, end)

    assert wrong.value.messages == ["This role is already granted in this period."]
    assert acts().count(("account.granted", "user:" + str(Grant.objects.get().user_id))) == 1


def test_a_role_is_not_given_twice_over_one_unit(world, operator):
    over = {"by": operator, "role": "registrar", "on": START, "unit": world.unit("DM")}
    actions.grant(world.an, **over)

    with pytest.raises(ValidationError):
        actions.grant(world.an, **over)


def test_a_role_may_be_held_over_two_units_and_everywhere(world, operator):
    given = {"by": operator, "role": "registrar", "on": START}

    actions.grant(world.an, unit=world.unit("DM"), **given)
    actions.grant(world.an, unit=world.unit("TM"), **given)
    actions.grant(world.an, **given)

    assert world.an.grants.count() == 3


def test_another_role_may_be_given_for_the_same_days(granted):
    granted(role="auditor")

    assert granted(role="planner")


@pytest.mark.parametrize("end", [START, START - A_DAY])
def test_a_role_ends_after_it_begins(granted, end):
    with override("en"), pytest.raises(ValidationError) as wrong:
        granted(START, end)

    assert wrong.value.message_dict == {"valid_to": ["A period ends after it starts."]}


def test_a_role_that_nobody_wrote_down_is_refused(granted):
    with pytest.raises(actions.UnknownRole, match="king"):
        granted(role="king")


def test_a_role_ends_on_a_day_which_is_the_first_without_it(granted, lan, operator):
    given = granted(START, None)

    actions.end_grant(given, by=operator, on=END, reason="Chuyển công tác")

    assert lan.may("audit.read", on=END - A_DAY)
    assert not lan.may("audit.read", on=END)
    assert acts()[-1] == ("account.grant-ended", lan.audit_name)
    assert Entry.objects.last().facts["reason"] == "Chuyển công tác"


def test_a_role_may_end_earlier_than_was_meant(granted, lan, operator):
    given = granted(START, END)

    actions.end_grant(given, by=operator, on=START + A_DAY, reason="Sai sót")

    assert lan.may("audit.read", on=START)
    assert not lan.may("audit.read", on=START + A_DAY)


def test_ending_does_not_make_a_role_longer(granted, lan, operator):
    given = granted(START, END)

    with override("en"), pytest.raises(ValidationError) as wrong:
        actions.end_grant(given, by=operator, on=END + A_DAY, reason="Sai sót")

    assert wrong.value.messages == ["This role has ended before."]
    assert not lan.may("audit.read", on=END)


@pytest.mark.parametrize("on", [START, START - A_DAY])
def test_a_role_that_ends_before_it_began_was_never_held(granted, lan, operator, on):
    given = granted(START, None)

    actions.end_grant(given, by=operator, on=on, reason="Giao nhầm")

    assert not lan.grants.exists()
    assert acts()[-1] == ("account.grant-ended", lan.audit_name)


def test_a_role_that_a_reorganisation_carried_on_is_not_made_unheld(world, in_effect, operator):
    carried = Grant.objects.get(user=world.lan, unit__key="DM-new")

    with pytest.raises(ValidationError):
        actions.end_grant(carried, by=operator, on=world.day, reason="Giao nhầm")

    assert Grant.objects.filter(pk=carried.pk).exists()


def test_a_closed_account_may_do_nothing_and_does_not_sign_in(granted, lan, operator, client):
    granted(START, None)

    actions.close_account(lan, by=operator, reason="Nghỉ hưu")

    assert not lan.may("audit.read", on=START)
    assert not client.login(email="lan@example.vn", password=LONG)
    assert acts()[-1] == ("account.closed", lan.audit_name)


def test_whoever_is_signed_in_when_their_account_is_closed_is_out(lan, operator, client):
    client.force_login(lan)

    actions.close_account(lan, by=operator, reason="Nghỉ hưu")

    assert client.get("/account/me/").status_code == 302


def test_of_a_token_only_its_digest_is_kept(lan, operator):
    secret = actions.hand_out_token(lan, by=operator, name="Cổng", scopes=["audit.read"])

    token = Token.objects.get()
    assert token.digest == Token.digest_of(secret)
    assert secret not in str(vars(token))
    assert secret not in str(vars(Entry.objects.last()))


def test_two_tokens_are_never_alike(lan, operator):
    given = {"by": operator, "name": "Cổng", "scopes": ["audit.read"]}

    assert actions.hand_out_token(lan, **given) != actions.hand_out_token(lan, **given)


def test_a_scope_that_no_door_asks_for_is_refused(lan, operator):
    with pytest.raises(actions.UnknownScope, match=r"audit\.write"):
        actions.hand_out_token(lan, by=operator, name="Cổng", scopes=["audit.read", "audit.write"])

    assert not Token.objects.exists()


def test_a_token_can_be_ended(lan, operator):
    actions.hand_out_token(lan, by=operator, name="Cổng", scopes=["audit.read"])

    actions.end_token(Token.objects.get(), by=operator, reason="Lộ mã")

    assert not Token.objects.working(timezone.now()).exists()
    assert acts()[-1] == ("account.token-ended", lan.audit_name)
