"""`tinhgon accounts`: what operators and administrators type, and what they are answered."""

import json
from datetime import date

import pytest

from tinhgon.accounts import actions
from tinhgon.accounts.models import Grant, Token, User
from tinhgon.accounts.tokens import TokenAuth
from tinhgon.audit.models import Entry

pytestmark = pytest.mark.django_db

LONG = "một-mật-khẩu-dài"
LAN, AN = "lan@example.vn", "an@example.vn"


@pytest.fixture
def accounts(tinhgon):
    """One command of the group."""

    def run(*words, **options):
        return tinhgon("accounts", *words, **options)

    return run


@pytest.fixture
def administrator(world, operator):
    """Makes somebody an administrator, of a part or of everything."""

    def made(user, unit=None):
        over = world.unit(unit) if unit else None
        actions.grant(user, by=operator, role="administrator", on=date(2025, 1, 1), unit=over)
        return user

    return made


def held(user, on=date(2025, 7, 1)):
    return [(g.role, str(g.unit or "*")) for g in Grant.objects.on(on).filter(user__email=user)]


# --- Opening and closing --------------------------------------------------------------------------


def test_an_account_is_opened(accounts):
    done = accounts("open", "minh@example.vn", "--name", "Trần Văn Minh", "--password", LONG)

    assert (done.exit_code, done.output) == (0, "minh@example.vn may now sign in.\n")
    assert User.objects.get(email="minh@example.vn").check_password(LONG)


def test_a_password_that_is_not_given_is_asked_for_twice_and_not_shown(accounts):
    done = accounts("open", "minh@example.vn", "--name", "Minh", typed=f"{LONG}\n{LONG}\n")

    assert done.exit_code == 0
    assert LONG not in done.output
    assert User.objects.get().check_password(LONG)


def test_an_address_that_is_taken_is_refused(accounts, world):
    done = accounts("open", "LAN@example.vn", "--name", "Lan", "--password", LONG)

    assert (done.exit_code, done.stderr) == (2, "Somebody already signs in with LAN@example.vn.\n")


def test_an_address_that_is_none_is_refused(accounts):
    done = accounts("open", "minh", "--name", "Minh", "--password", LONG)

    assert (done.exit_code, done.stderr) == (
        2,
        "This is not an e-mail address. Write it in full, for example name@hanoi.gov.vn.\n",
    )


def test_a_password_that_is_too_short_is_refused_in_both_languages(accounts):
    english = accounts("open", "minh@example.vn", "--name", "Minh", "--password", "ngắn")
    vietnamese = accounts(
        "open", "minh@example.vn", "--name", "Minh", "--password", "ngắn", language="vi"
    )

    assert english.exit_code == vietnamese.exit_code == 2
    assert "at least 12 characters" in english.stderr
    assert "12 ký tự" in vietnamese.stderr


def test_an_account_without_a_name_is_refused(accounts):
    done = accounts("open", "minh@example.vn", "--password", LONG)

    assert done.exit_code == 2
    assert "--name" in done.stderr


def test_an_account_is_closed(accounts, world):
    done = accounts("close", LAN, "--reason", "Nghỉ hưu")

    assert (done.exit_code, done.output) == (0, "lan@example.vn may no longer sign in.\n")
    assert not User.objects.get(email=LAN).is_active


@pytest.mark.parametrize(
    "words",
    [
        ("close", "nobody@example.vn", "--reason", "x"),
        ("grant", "nobody@example.vn", "auditor"),
        ("end", "nobody@example.vn", "auditor", "--reason", "x"),
        ("token", "nobody@example.vn", "--name", "x", "--scope", "audit.read"),
        ("end-token", "nobody@example.vn", "--name", "x", "--reason", "x"),
    ],
    ids=lambda words: words[0],
)
def test_somebody_without_an_account_is_said_to_have_none(accounts, words):
    done = accounts(*words)

    assert (done.exit_code, done.stderr) == (2, "Nobody signs in with nobody@example.vn.\n")


# --- Roles ----------------------------------------------------------------------------------------


def test_a_role_is_granted_over_a_unit_that_a_code_names_on_the_day(accounts, world):
    done = accounts("grant", AN, "registrar", "--unit", "00634", "--on", "2025-06-30")

    assert (done.exit_code, done.output) == (0, "an@example.vn: Registrar\n")
    assert held(AN) == [("registrar", "DM")]


def test_a_role_is_granted_everywhere_until_a_day(accounts, world):
    accounts("grant", AN, "auditor", "--on", "2025-01-01", "--until", "2025-07-01")

    assert held(AN, date(2025, 6, 30)) == [("auditor", "*")]
    assert held(AN, date(2025, 7, 1)) == []


def test_a_role_that_is_held_is_not_granted_again(accounts, world):
    accounts("grant", AN, "auditor", "--on", "2025-01-01")
    done = accounts("grant", AN, "auditor", "--on", "2025-06-01")

    assert (done.exit_code, done.stderr) == (2, "This role is already granted in this period.\n")


def test_a_period_that_ends_before_it_starts_is_refused(accounts, world):
    done = accounts("grant", AN, "auditor", "--on", "2025-06-01", "--until", "2025-06-01")

    assert (done.exit_code, done.stderr) == (2, "A period ends after it starts.\n")


def test_a_unit_that_is_not_there_is_named(accounts, world):
    done = accounts("grant", AN, "registrar", "--unit", "99999", "--on", "2025-06-30")

    assert done.exit_code == 2
    assert "There is no unit 99999 on 30 June 2025" in done.stderr


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("grant", AN, "king"), "king"),
        (("grant", AN, "auditor", "--on", "2025-02-30"), "2025-02-30"),
        (("grant", AN, "auditor", "--until", "soon"), "soon"),
        (("token", AN, "--name", "x", "--scope", "everything"), "everything"),
        (("token", AN, "--name", "x"), "--scope"),
        (("end", AN, "auditor"), "--reason"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_words_are_named(accounts, world, words, named):
    done = accounts(*words)

    assert done.exit_code == 2
    assert named in done.stderr


def test_a_role_ends_on_the_day_that_is_named(accounts, world):
    accounts("grant", AN, "auditor", "--on", "2025-01-01")

    done = accounts("end", AN, "auditor", "--on", "2025-07-01", "--reason", "Chuyển công tác")

    assert (done.exit_code, done.output) == (0, "Ended: 1 grant.\n")
    assert held(AN, date(2025, 6, 30)) == [("auditor", "*")]
    assert held(AN, date(2025, 7, 1)) == []


def test_all_grants_of_a_role_end_together(accounts, world):
    accounts("grant", AN, "registrar", "--unit", "DM", "--on", "2025-01-01")
    accounts("grant", AN, "registrar", "--unit", "TM", "--on", "2025-01-01")

    done = accounts("end", AN, "registrar", "--on", "2025-07-01", "--reason", "Chuyển công tác")

    assert done.output == "Ended: 2 grants.\n"
    assert held(AN) == []


def test_a_role_that_is_not_held_cannot_end(accounts, world):
    done = accounts("end", AN, "auditor", "--on", "2025-07-01", "--reason", "x")

    assert done.exit_code == 2
    assert "an@example.vn does not hold this role on 2025-07-01." in done.stderr


def test_who_holds_which_role_on_a_day_is_listed(accounts, world):
    lines = accounts("list", "--on", "2025-06-30").output.splitlines()

    assert lines == [
        "hung@example.vn  Lê Quốc Hùng  chair  *",
        "hung@example.vn  Lê Quốc Hùng  registrar  *",
        "huong@example.vn  Phạm Thu Hương  planner  *",
        "lan@example.vn  Nguyễn Thị Lan  contact-editor  DM",
    ]


def test_nobody_held_a_role_before_the_first_day(accounts, world):
    assert accounts("list", "--on", "2024-12-31").output == ""


def test_programs_read_who_holds_which_role(accounts, world):
    grants = json.loads(accounts("list", "--on", "2025-06-30", "--json").stdout)["grants"]

    assert grants[3] == {
        "email": "lan@example.vn",
        "name": "Nguyễn Thị Lan",
        "role": "contact-editor",
        "unit": "DM",
    }


def test_roles_are_told_with_what_they_give(accounts, db):
    english, vietnamese = accounts("roles").output, accounts("roles", language="vi").output

    assert "auditor          Auditor: Reads the record of acts.\n" in english
    assert "                 audit.read\n" in english
    assert "Reads the record" not in vietnamese


# --- Tokens ---------------------------------------------------------------------------------------


def test_a_token_is_shown_once_and_works(accounts, world):
    done = accounts("token", LAN, "--name", "Cổng", "--scope", "registry.contact")

    user, scopes = TokenAuth().authenticate(None, done.output.strip())
    assert (user, scopes) == (world.lan, {"registry.contact"})


def test_a_token_may_end_by_itself(accounts, world):
    accounts(
        *("token", LAN, "--name", "Cổng", "--scope", "registry.contact", "--until", "2999-07-01")
    )

    assert f"{Token.objects.get().ends:%Y-%m-%d %H:%M}" == "2999-06-30 17:00"


def test_a_token_is_ended(accounts, world):
    secret = accounts("token", LAN, "--name", "Cổng", "--scope", "registry.contact").output.strip()

    done = accounts("end-token", LAN, "--name", "Cổng", "--reason", "Lộ mã")

    assert (done.exit_code, done.output) == (0, "“Cổng” opens nothing any more.\n")
    assert TokenAuth().authenticate(None, secret) is None


def test_a_token_that_is_not_there_cannot_be_ended(accounts, world):
    done = accounts("end-token", LAN, "--name", "Cổng", "--reason", "Lộ mã")

    assert (done.exit_code, done.stderr) == (2, "lan@example.vn has no token “Cổng”.\n")


# --- Who may --------------------------------------------------------------------------------------

OPEN = ("open", "minh@example.vn", "--name", "Minh", "--password", LONG)
CLOSE = ("close", LAN, "--reason", "x")
GRANT = ("grant", AN, "auditor", "--on", "2025-01-01")
END = ("end", LAN, "contact-editor", "--on", "2025-07-01", "--reason", "x")
TOKEN = ("token", LAN, "--name", "x", "--scope", "registry.contact")
END_TOKEN = ("end-token", LAN, "--name", "x", "--reason", "x")
LIST = ("list",)
DOORS = pytest.mark.parametrize(
    "words", [OPEN, CLOSE, GRANT, END, TOKEN, END_TOKEN, LIST], ids=lambda words: words[0]
)


@DOORS
def test_whoever_is_no_administrator_may_not(accounts, world, words):
    done = accounts(*words, by=world.hung)

    assert (done.exit_code, done.stdout) == (2, "")
    assert "it needs the permission accounts.manage" in done.stderr
    assert held(LAN) == [("contact-editor", "DM")]


@pytest.mark.parametrize("words", [OPEN, CLOSE, GRANT, END, TOKEN], ids=lambda words: words[0])
def test_an_administrator_may_and_is_named_in_the_record(accounts, administrator, world, words):
    done = accounts(*words, by=administrator(world.huong))

    assert done.exit_code == 0, done.output
    assert Entry.objects.order_by("id").last().actor == world.huong.audit_name


@pytest.mark.parametrize(
    "words", [OPEN, CLOSE, GRANT, TOKEN, END_TOKEN], ids=lambda words: words[0]
)
def test_an_administrator_of_a_part_does_nothing_that_reaches_further(
    accounts, administrator, world, words
):
    done = accounts(*words, by=administrator(world.huong, "D019"))

    assert done.exit_code == 2
    assert "it needs the permission accounts.manage for everything" in done.stderr


def test_an_administrator_of_a_part_grants_and_ends_roles_there(accounts, administrator, world):
    huong = administrator(world.huong, "D019")

    granted = accounts("grant", AN, "registrar", "--unit", "DM", "--on", "2025-01-01", by=huong)
    ended = accounts(*END, by=huong)

    # what is asked is asked today: the district stands in the register until its reform is entered
    assert (granted.exit_code, ended.exit_code) == (0, 0), granted.output + ended.output


def test_an_administrator_of_a_part_reads_who_holds_roles_there(accounts, administrator, world):
    accounts("grant", AN, "registrar", "--unit", "DN", "--on", "2025-01-01")

    done = accounts("list", "--on", "2025-06-30", by=administrator(world.huong, "D019"))

    assert done.output.splitlines() == [
        "huong@example.vn  Phạm Thu Hương  administrator  D019",
        "lan@example.vn  Nguyễn Thị Lan  contact-editor  DM",
    ]


def test_an_administrator_of_a_part_grants_nothing_elsewhere(accounts, administrator, world):
    huong = administrator(world.huong, "D019")

    done = accounts("grant", AN, "registrar", "--unit", "DN", "--on", "2025-01-01", by=huong)

    assert done.exit_code == 2
    assert "accounts.manage for DN" in done.stderr
    assert held(AN) == []
