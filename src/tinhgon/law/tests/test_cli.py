"""The law on the command line."""

import json

import pytest
from click.testing import CliRunner

from tinhgon.law.cli import law


@pytest.fixture
def run():
    def running(*words, code=0):
        came = CliRunner().invoke(law, words)
        assert came.exit_code == code, came.output
        return came.output

    return running


DEPUTIES = ("--input", "posts=14", "--input", "province_class=class_3")


def test_a_figure_is_explained(run):
    told = run("explain", "division_deputies", "--on", "2025-06-16", *DEPUTIES)

    assert "16/06/2025: 2" in told
    assert "khoản 2 Điều 6, 150/2025/NĐ-CP ngày 12/06/2025" in told
    assert "Chưa đối chiếu với văn bản gốc" not in told


def test_what_is_not_verified_says_so(run):
    told = run("explain", "division_deputies", "--on", "2026-11-23", *DEPUTIES)

    assert "Chưa đối chiếu với văn bản gốc" in told
    assert "370/2025/NĐ-CP" in told


def test_a_program_is_told_the_chain(run):
    told = json.loads(
        run("explain", "division_deputies", "--on", "2025-06-16", *DEPUTIES, "--json")
    )

    assert (told["value"], told["mark"], told["verified"], told["caution"]) == (2, "P", True, "")
    assert [step["kind"] for step in told["step"]["steps"]] == ["input", "input", "figure"]
    assert told["provisions"][0]["article"] == "6(2)"


def test_before_the_first_provision_there_is_an_error(run):
    told = run("explain", "division_deputies", "--on", "2020-11-24", *DEPUTIES, code=2)

    assert "25/11/2020" in told


def test_a_program_is_told_why_there_is_none(run):
    told = run("explain", "division_deputies", "--on", "2020-11-24", *DEPUTIES, "--json", code=2)

    assert '"code": "before-first-provision"' in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("explain", "tea"), "“tea”"),
        (("explain", "office_deputies"), "posts"),
        (("explain", "office_deputies", "--input", "posts=x"), "“x”"),
        (("explain", "office_deputies", "--input", "tea=1"), "tea"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(run, words, said):
    assert said in run(*words, code=2)


def test_changes_are_told_with_both_values(run):
    told = run("changes", "2025-10-14", "2025-10-15")

    assert "332/NQ-CP ngày 15/10/2025" in told
    assert "3 thay đổi" in told


def test_changes_are_told_to_programs(run):
    told = json.loads(run("changes", "2025-10-14", "2025-10-15", "--json"))

    assert [one["after"]["mark"] for one in told["changes"]] == ["O", "O", "O"]


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_days_the_wrong_way_round_are_refused_in_words(run, form):
    told = run("changes", "2025-10-15", "2025-10-14", *form, code=2)

    assert "Ngày sau đứng trước ngày đầu" in told


def test_one_day_twice_has_no_changes(run):
    assert "0 thay đổi" in run("changes", "2025-10-15", "2025-10-15")


def test_everything_is_listed(run):
    told = json.loads(run("list", "--json"))

    assert {"name", "asks", "inputs"} <= told["rules"][0].keys()
    assert "departments.most" in [one["name"] for one in told["figures"]]
    assert "division_deputies(posts, province_class)" in run("list")


def test_the_check_is_well(run):
    assert "Không có lỗi" in run("check")
    assert json.loads(run("check", "--json"))["faults"] == []


def test_the_check_says_what_is_wrong(run, statutes):
    statutes("departments/office/minimum_posts", lambda file: file["metadata"].update(unit="cups"))

    assert "unknown-unit" in run("check", code=1)
