"""The core is plain Python: it works where neither Django nor anything else of ours is there."""

import subprocess
import sys
import textwrap
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"
REFUSE = textwrap.dedent(
    """
    import sys

    ALLOWED = ("tinhgon.domain", "tinhgon.statutes")  # what the law says is data

    class Refuse:
        def find_spec(self, name, path=None, target=None):
            ours = name.startswith("tinhgon.") and not name.startswith(ALLOWED)
            if ours or name.partition(".")[0] in ("django", "ninja", "psycopg", "sqlite3"):
                raise ImportError(f"{name} is not here")

    sys.meta_path.insert(0, Refuse())
    """
)
IMPORT_ALL = """
from importlib import import_module
from pkgutil import walk_packages
import tinhgon.domain
named = [m.name for m in walk_packages(tinhgon.domain.__path__, "tinhgon.domain.")]
imported = [import_module(name) for name in named if ".tests" not in name]
print(len([name for name in named if ".tests" not in name]))
"""
TEST = """
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


def alone(program, *words):
    """What becomes of a program in a fresh process in which nothing but the core is there."""
    return subprocess.run(
        [sys.executable, "-c", REFUSE + program, *words],
        cwd=SOURCE,
        env={"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_refused_is_not_there():
    assert "django is not here" in alone("import django").stderr
    assert "tinhgon.registry is not here" in alone("import tinhgon.registry").stderr


def test_every_module_of_the_core_can_be_imported_alone():
    done = alone(IMPORT_ALL)

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50


def test_the_tests_of_the_core_need_nothing_else():
    done = alone(TEST, "--collect-only", "-q", "-p", "no:cacheprovider", "tinhgon/domain")

    assert done.returncode == 0, done.stdout
    assert " tests collected" in done.stdout
