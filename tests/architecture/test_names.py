"""Names say what a thing is: nothing is called by a word that would fit anything."""

from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "tinhgon"
EMPTY_WORDS = {
    *("utils", "util", "common", "core", "helpers", "helper", "services", "service"),
    *("manager", "managers", "data", "info", "misc", "lib"),
}
LONGEST = 500


def python_files():
    return [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]


def test_no_module_and_no_folder_has_a_name_that_says_nothing():
    names = {part.removesuffix(".py") for path in python_files() for part in path.parts[-4:]}

    assert "actions" in names
    assert names & EMPTY_WORDS == set()


def test_a_module_opens_with_what_it_is_for():
    bare = {"__init__.py", "apps.py", "conftest.py"}
    silent = [
        path.relative_to(SOURCE)
        for path in python_files()
        if path.name not in bare
        and "tests" not in path.parts
        and not path.read_text(encoding="utf-8").startswith('"""')
    ]

    assert silent == []


@pytest.mark.parametrize("suffix", [".py", ".html", ".css"])
def test_a_file_has_one_subject(suffix):
    made = {"vendor", "migrations"}  # by programs
    files = [path for path in SOURCE.rglob(f"*{suffix}") if not made & {*path.parts}]
    long = [path.name for path in files if len(path.read_text("utf-8").splitlines()) > LONGEST]

    assert files
    assert long == []
