"""Plans on the command line, as an operator and as people with and without roles type them."""

import pytest
from click.testing import CliRunner
from django.utils import translation

from tinhgon.accounts import actions as accounts
from tinhgon.config.cli import main
from tinhgon.conftest import SMALL_WORLD
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.registry.cli.tests.conftest import Said
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.programs import named
from tinhgon.temporal.gate import Busy

DRAFT = ("draft", SMALL_WORLD, "--day", "2025-07-01", "--code")


@pytest.fixture
def plan():
    """Run `tinhgon plan …` as a person, or as the operator of the machine."""

    def command(*words, by=None, language="en"):
        who = ["--as", by] if by else []
        with translation.override(language):
            result = CliRunner().invoke(
                main, ["--language", language, *who, "plan", *map(str, words)]
            )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return command


def state(code="reform"):
    return Package.objects.get(code=code).state


# --- Draft ----------------------------------------------------------------------------------------


def test_a_day_of_a_folder_is_drafted(world, plan):
    said = plan(*DRAFT, "thu", "--title", "Thử")

    assert (said.code, said.out.split()) == (0, ["5", "1656-nq-ubtvqh15", "1", "203-2025-qh15"])
    assert (state("thu"), Package.objects.get(code="thu").title) == (State.DRAFT, "Thử")


def test_a_draft_is_told_to_programs(world, plan):
    assert plan(*DRAFT, "thu", "--json").document == {
        "package": "thu",
        "plans": {"1656-nq-ubtvqh15": 5, "203-2025-qh15": 1},
        "unexplained": [],
        "unstated": [],
    }


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("reform", "There is already a package “reform”. Choose another code."),
        ("Sai mã", "“Sai mã” cannot be a code. Small letters, digits and hyphens only."),
        ("../etc", "“../etc” cannot be a code."),
    ],
)
def test_a_code_that_will_not_do_is_refused_in_words(package, plan, code, says):
    said = plan(*DRAFT, code)

    assert said.code == 2
    assert says in said.err
    assert Package.objects.count() == 1


def test_a_folder_with_mistakes_drafts_nothing_and_says_where(world, plan, folder):
    folder.edit("changes.csv", "2025-07-01,keep", "2025-02-30,keep")

    said = plan("draft", folder.path, "--day", "2025-07-01", "--code", "thu")

    assert said.code == 2
    assert "changes.csv" in said.err
    assert "Nothing was drafted." in said.err


# --- Read -----------------------------------------------------------------------------------------


def test_packages_are_listed(in_effect, plan):
    assert plan("list").out.split() == ["2025-07-01", "in-effect", "reform"]
    assert plan("list", "--json").document == {
        "packages": [{"package": "reform", "day": "2025-07-01", "state": "in-effect"}]
    }


def test_a_package_is_shown_as_the_documented_json(package, plan):
    document = plan("show", "reform").document

    assert (document["state"], len(document["plans"])) == ("draft", 2)
    assert document["plans"][1]["operations"] == [{"verb": "abolish-level", "level": "district"}]


def test_a_check_that_finds_nothing_grave_leaves_with_nought(package, plan):
    said = plan("check", "reform")

    assert said.code == 0
    assert "[note] Codes that pass to another unit: 3" in said.out


def test_a_check_that_finds_something_grave_leaves_with_two(draft, plan):
    draft("lost", Dissolve(unit="DM"))

    said = plan("check", "lost", "--json")

    assert said.code == 2
    assert said.document["findings"][0]["rule"] == "left-behind"


@pytest.mark.parametrize("words", [("show", "x"), ("check", "x"), ("enact", "x")])
def test_a_package_that_does_not_exist_is_told(world, plan, words):
    said = plan(*words)

    assert (said.code, said.err) == (2, "There is no package “x”.\n")


def test_drafts_are_shown_to_those_who_plan_and_to_nobody_else(package, world, plan):
    assert plan("list", by="huong@example.vn").out.split() == ["2025-07-01", "draft", "reform"]
    assert plan("list", by="an@example.vn").out == ""


@pytest.mark.parametrize("command", ["show", "check"])
def test_a_stranger_reads_no_draft(package, world, plan, command):
    said = plan(command, "reform", by="an@example.vn")

    assert (said.code, said.out, said.err) == (2, "", "There is no package “reform”.\n")


def test_what_the_rules_find_is_said_of_units_by_name(draft, plan):
    draft("lost", Dissolve(unit="DM"))

    assert "[block] Land, people of Phường Đại Mỗ would be left" in plan("check", "lost").out


# --- Act ------------------------------------------------------------------------------------------


def test_a_package_is_enacted_and_put_into_effect(package, plan):
    plan("enact", "reform", "--on", "2025-06-16", "--quiet")
    assert state() is State.ENACTED

    said = plan("take-effect", "reform", "--on", "2025-07-01", "--quiet")

    assert said.out.splitlines() == [
        "reform: In effect",
        "       1  roles of people over a unit",
    ]
    assert state() is State.IN_EFFECT


def test_doing_it_again_changes_nothing(in_effect, plan):
    assert plan("take-effect", "reform", "--json").document["state"] == "in-effect"
    assert plan("enact", "reform", "--json").document == {
        "package": "reform",
        "state": "in-effect",
        "counts": {},
    }


def test_it_speaks_vietnamese(package, plan):
    said = plan("enact", "reform", "--quiet", language="vi")

    assert said.out.splitlines()[0] == "reform: Có hiệu lực"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("take-effect", "reform", "--on", "2025-06-30"), "takes effect on 1 July 2025"),
        (("take-effect", "reform", "--on", "2999-01-01"), "1 January 2999 has not come yet"),
    ],
)
def test_what_is_too_early_is_refused(enacted, plan, words, says):
    said = plan(*words)

    assert said.code == 2
    assert says in said.err
    assert state() is State.ENACTED


def test_what_a_rule_stops_is_refused_in_words(draft, plan):
    draft("lost", Dissolve(unit="DM"))

    said = plan("enact", "lost")

    assert (said.code, said.err) == (
        2,
        "Land, people of Phường Đại Mỗ would be left with nobody.\n",
    )


def test_a_package_is_withdrawn_with_a_reason(enacted, plan):
    assert plan("withdraw", "reform").code == 2  # no reason
    assert plan("withdraw", "reform", "--reason", "Sai căn cứ").code == 0
    assert state() is State.WITHDRAWN


def test_withdrawing_again_changes_nothing(enacted, plan):
    plan("withdraw", "reform", "--reason", "Sai căn cứ")

    said = plan("withdraw", "reform", "--reason", "Lần nữa", "--json")

    assert said.document == {"package": "reform", "state": "withdrawn", "counts": {}}


def test_somebody_else_at_work_is_told_to_wait_for(package, plan, monkeypatch):
    def held(act, package, **given):
        raise Busy

    monkeypatch.setattr(named, "decide", held)
    said = plan("enact", "reform")

    assert said.code == 1
    assert said.err == "The register is being changed by somebody else. Try again soon.\n"


def test_people_act_within_their_roles(package, world, plan, operator):
    refused = plan("enact", "reform", by="huong@example.vn")
    done = plan("enact", "reform", "--quiet", by="hung@example.vn")

    assert (refused.code, "plan.enact" in refused.err) == (2, True)
    assert done.code == 0
    assert Package.objects.get(code="reform").enactment.by == world.hung


def test_a_chair_of_one_ward_may_not_decide_about_the_city(package, world, plan, operator):
    accounts.grant(
        world.an, by=operator, role="chair", on=world.eve.replace(day=1), unit=world.unit("XP")
    )

    said = plan("enact", "reform", by="an@example.vn")

    assert said.code == 2
    assert "for everything that the package concerns" in said.err
    assert state() is State.DRAFT
