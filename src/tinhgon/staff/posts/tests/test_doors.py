"""Whoever is transferred passes from that day on through the doors of the new post, and no others.

Ms Mai heads quận Nam Từ Liêm and is transferred to quận Hà Đông. The file of this place trusts its
heads with personnel, the register and plans; nobody granted her anything.
"""

import json
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tinhgon.accounts.actions import hand_out_token, open_account
from tinhgon.accounts.roles import every_permission
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.packages import Plan
from tinhgon.registry.models import Register, Unit
from tinhgon.registry.revision import changed
from tinhgon.reorganisation import actions as plans
from tinhgon.staff.conftest import KIND, NEW_YEAR
from tinhgon.staff.models import Basis
from tinhgon.staff.posts import actions

YESTERDAY, TODAY, TOMORROW = -1, 0, 1
OLD, NEW = "DM", "DN"
"""A ward of each district."""

TRUSTED = ("unit-head", "personnel-officer", "registrar", "planner")
NO_BODY = "not-a-body"
"""Only bodies have working regulations: a ward is turned away by what comes after the door."""


@pytest.fixture
def trusting(register):
    """Whoever heads a unit has there all the roles of `TRUSTED`."""
    held = Register.objects.get()
    file = json.loads(held.file)
    file["staff"]["roles"] = [{"rank": "head", "role": role} for role in TRUSTED]
    Register.objects.update(file=json.dumps(file))
    changed()


@pytest.fixture
def offices(staffed, operator, trusting):
    """The posts of the heads of both districts; Ms Mai is in the first."""

    def post(key, unit):
        given = {"titles": {"vi": "Chủ tịch"}, "kind": KIND, "rank": "head", "on": NEW_YEAR}
        return actions.set_up(key, by=operator, unit=Unit.objects.get(key=unit), **given)

    made = {"D019": post("nam-tu-liem", "D019"), "D268": post("ha-dong", "D268")}
    actions.transfer(staffed.mai, by=operator, to=made["D019"], on=localdate() - timedelta(90))
    return made


@pytest.fixture
def mai(staffed, offices, operator):
    """Ms Mai, who signs in."""
    staffed.mai.user = open_account(
        "mai@example.vn", by=operator, name="Mai", password="mật-khẩu-rất-dài"
    )
    staffed.mai.save()
    return staffed.mai.user


@pytest.fixture
def transferred(staffed, offices, operator):
    """Ms Mai goes to the other district so many days from now."""

    def go(days):
        on = localdate() + timedelta(days)
        actions.transfer(staffed.mai, by=operator, to=offices["D268"], on=on)

    return go


@pytest.fixture
def drafted(register, operator):
    """A draft that says nothing yet."""
    Instrument.objects.get_or_create(number="01/NQ-HĐND", issued=None)
    plan = Plan(code="plan", day=localdate(), operations=(), instrument="01/NQ-HĐND")
    return plans.draft("empty", by=operator, on=localdate(), plans=[plan], titles={"vi": "Thử"})


# --- The doors, by page, program and command: whether she passes with a ward ----------------------


@pytest.fixture
def passes(client, tinhgon, mai, operator, drafted, tmp_path):
    """Whether Ms Mai passes through a door of `DOORS` with a unit; else she is refused in words."""
    scopes = sorted(every_permission())
    token = hand_out_token(mai, by=operator, name="all", scopes=scopes)

    def page(path, **sent):
        client.force_login(mai)
        said = client.post(f"/en{path}", sent) if sent else client.get(f"/en{path}")
        assert said.status_code in (200, 302, 403)
        return said.status_code != 403

    def program(path, **body):
        said = client.post(
            f"/api/v1{path}",
            json.dumps(body),
            content_type="application/json",
            headers={"authorization": f"Bearer {token}"},
        )
        assert said.status_code in (201, 403) or NO_BODY in said.json()["type"]
        return said.status_code != 403

    def command(*words):
        ran = tinhgon(*words, by=mai)
        assert ran.exit_code in (0, 2)
        return "needs the permission" not in ran.output

    renamed = {"verb": "rename", "name": "Mới"}
    doors = {
        "staff-page": lambda key: page(f"/units/{key}/posts/new/"),
        "staff-program": lambda key: program(
            f"/staff/units/{key}/posts",
            post=f"{key}-new", titles={"vi": "Chuyên viên"}, kind=KIND,
        ),
        "staff-command": lambda key: command("staff", "export", key, tmp_path / key),
        "norms-page": lambda key: page(f"/units/{key}/regulations/new/"),
        "norms-program": lambda key: program(f"/units/{key}/regulations", number="1/QC-UBND"),
        "norms-command": lambda key: command("norms", "adopt", key, "--number", "1/QC-UBND"),
        "registry-page": lambda key: page(f"/units/{key}/contact/"),
        "registry-program": lambda key: program(
            f"/units/{key}/corrections", reason="viết sai", name="Mới", start=None, end=None
        ),
        "registry-command": lambda key: command(
            "registry", "contact", key, "--telephone", "024 3111 2222"
        ),
        "plan-page": lambda key: page(
            "/plans/empty/plan/editor/new/",
            verb="rename", unit=key, name="Mới",
        ),
        "plan-program": lambda key: program(
            "/plans/empty/plan/operations", edition=1, operation={**renamed, "unit": key}
        ),
        "plan-command": lambda key: command(
            "plan", "add", "empty", "plan", "--operation", json.dumps({**renamed, "unit": key})
        ),
    }  # fmt: skip
    return lambda door, key: doors[door](key)


DOORS = (
    *("staff-page", "staff-program", "staff-command"),
    *("norms-page", "norms-program", "norms-command"),
    *("registry-page", "registry-program", "registry-command"),
    *("plan-page", "plan-program", "plan-command"),
)


@pytest.mark.parametrize(
    ("days", "shut", "open_to"), [(YESTERDAY, OLD, NEW), (TODAY, OLD, NEW), (TOMORROW, NEW, OLD)]
)
@pytest.mark.parametrize("door", DOORS)
def test_a_door_opens_from_the_day_of_the_transfer_on(
    transferred, passes, door, days, shut, open_to
):
    transferred(days)

    assert not passes(door, shut)
    assert passes(door, open_to)


@pytest.mark.parametrize("door", DOORS)
def test_whoever_was_relieved_yesterday_passes_nowhere(staffed, offices, passes, door):
    assignment = staffed.mai.assignments.get(post=offices["D019"])
    day = localdate() - timedelta(1)

    actions.relieve(assignment, by=staffed.by, on=day, reason="thôi giữ chức vụ")

    assert not passes(door, OLD)


@pytest.mark.parametrize("basis", [Basis.ACTING, Basis.CONCURRENT, Basis.LOAN])
def test_whoever_acts_or_is_there_besides_or_on_loan_has_both_from_the_day_on(
    staffed, offices, mai, basis
):
    begins = localdate() + timedelta(TOMORROW)

    actions.assign(staffed.mai, by=staffed.by, post=offices["D268"], on=begins, basis=basis)

    assert mai.may("staff.keep", on=begins, unit=NEW)
    assert not mai.may("staff.keep", on=localdate(), unit=NEW)
    assert mai.may("staff.keep", on=begins, unit=OLD)
