"""Files that somebody might send, and a folder of their own for each test."""

import io
import zipfile
from contextlib import ExitStack

import pytest
from django.core.files.base import ContentFile

from tinhgon.work.conftest import JUNE, at
from tinhgon.work.files import actions
from tinhgon.work.files.keeping import staged


def packed(**parts):
    """An archive with these parts, the first first."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return made.getvalue()


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    """The installation has no files yet."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def late(works):
    """A work of Đại Mỗ that was due on the tenth."""
    return works.issue(due=JUNE[10])


@pytest.fixture
def attach(works, late):
    """Files are put to that work by their names and what is in them."""

    def attached(when=None, **contents):
        files = [
            ContentFile(content, name.replace("_dot_", ".")) for name, content in contents.items()
        ]
        with ExitStack() as open_ones:
            waiting = open_ones.enter_context(staged(files))
            return actions.attach(late, by=works.by, at=when or at(3), files=waiting)

    return attached
