"""Content has its place before a row names it, whenever the program ends."""

import hashlib
import os
import stat

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError

from tinhgon.work.files import actions, keeping
from tinhgon.work.files.keeping import kept, place_of, staged
from tinhgon.work.models import Attachment
from tinhgon.work.refusals import Refused

TEXT = b"Da hop"
DIGEST = hashlib.sha256(TEXT).hexdigest()


class Killed(BaseException):
    """The program ends here."""


def waiting(home):
    return [one.name for one in home.glob("files/incoming/*")]


def of_file(descriptor):
    """Whether what reaches the disk is a file or a folder."""
    return "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"


@pytest.fixture
def told():
    """Functions that are heard of when they are called, in order."""

    def tell(what, function, more=None):
        def called(*args, **given):
            tell.heard.append(f"{what}: {more(*args)}" if more else what)
            return function(*args, **given)

        return called

    tell.heard = []
    return tell


def test_what_is_put_is_there_under_its_digest_and_nothing_is_left_behind(attach, home):
    (made,) = attach(a_dot_txt=TEXT)

    assert (made.digest, made.size) == (DIGEST, len(TEXT))
    assert place_of(DIGEST).read_bytes() == TEXT
    assert place_of(DIGEST).stat().st_mode & 0o077 == 0
    assert waiting(home) == []


def test_the_same_content_is_kept_once(attach):
    attach(a_dot_txt=TEXT)
    attach(b_dot_txt=TEXT)

    assert [path.name for path in kept()] == [DIGEST]
    assert Attachment.objects.count() == 2


def test_a_program_killed_before_the_content_has_its_place_leaves_no_row(attach, monkeypatch):
    def killed(path, digest):
        raise Killed

    monkeypatch.setattr(keeping, "_put", killed)

    with pytest.raises(Killed):
        attach(a_dot_txt=TEXT)

    assert not Attachment.objects.exists()
    assert [*kept()] == []


def test_a_program_killed_before_the_row_is_written_leaves_a_file_at_most(attach, monkeypatch):
    def killed(*args, **facts):
        raise Killed

    monkeypatch.setattr(actions, "record", killed)

    with pytest.raises(Killed):
        attach(a_dot_txt=TEXT)

    assert not Attachment.objects.exists()
    assert [path.name for path in kept()] == [DIGEST]


def test_content_and_its_name_reach_the_disk_before_the_row_is_written(attach, monkeypatch, told):
    monkeypatch.setattr(keeping.os, "fsync", told("disk", keeping.os.fsync, of_file))
    monkeypatch.setattr(keeping.Path, "replace", told("place", keeping.Path.replace))
    monkeypatch.setattr(Attachment.objects, "create", told("row", Attachment.objects.create))

    attach(a_dot_txt=TEXT)

    assert told.heard == ["disk: file", "place", *["disk: folder"] * 3, "row"]


def test_a_file_of_the_largest_size_is_taken_and_not_a_byte_more(monkeypatch, home):
    monkeypatch.setattr(keeping, "MOST_BYTES", len(TEXT))

    with staged([ContentFile(TEXT, "a.txt")]) as files:
        assert files[0].size == len(TEXT)
    with pytest.raises(Refused, match="file-too-large"), staged([ContentFile(TEXT + b".", "a")]):
        pass
    assert waiting(home) == []


def test_an_empty_file_is_refused(home):
    with pytest.raises(Refused, match="empty-file"), staged([ContentFile(b"", "a.txt")]):
        pass


def test_the_database_refuses_a_file_that_is_too_large_and_a_change(attach):
    (made,) = attach(a_dot_txt=TEXT)

    with pytest.raises(IntegrityError):
        Attachment.objects.filter(pk=made.pk).update(name="b.txt")
