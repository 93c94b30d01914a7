"""Files come with what happened or alone, up to a limit, and are withdrawn by who put them."""

import pytest
from django.core.files.base import ContentFile

from tinhgon.audit.models import Entry
from tinhgon.ui.actors import Operator
from tinhgon.work import actions as acts
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.files import actions
from tinhgon.work.files.keeping import staged
from tinhgon.work.models import Attachment
from tinhgon.work.refusals import Refused

TEXT = b"Da hop"


def test_a_report_has_its_files_with_the_day_of_the_evidence(works, late):
    with staged([ContentFile(TEXT, "Biên bản.txt")]) as files:
        report = acts.report(
            late, by=works.by, at=at(9), words="Đã xong", evidence_on=JUNE[8], files=files
        )

    found = report.attachments.get()
    assert (found.name, found.kind, found.day, found.on) == (
        *("Biên bản.txt", "text/plain"),
        *(JUNE[8], JUNE[9]),
    )
    assert found.unit == works.dai_mo
    assert Entry.objects.filter(act="work.file-attached", target=f"work:{late.key}").exists()


def test_what_is_sent_back_or_said_may_come_with_files(works, late):
    works.report(late, at(9))

    with staged([ContentFile(TEXT, "a.txt")]) as files:
        back = acts.send_back(late, by=works.by, at=at(9, 10), reason="Thiếu", files=files)
    with staged([ContentFile(TEXT, "b.txt")]) as files:
        said = acts.comment(late, by=works.by, at=at(9, 11), words="Xem", files=files)

    assert back.attachments.get().unit == works.district
    assert said.attachments.get().name == "b.txt"


def test_a_refused_report_leaves_no_file_behind(works, late):
    works.report(late, at(9))

    with pytest.raises(Exception, match="report while"), staged([ContentFile(TEXT, "a")]) as files:
        acts.report(late, by=works.by, at=at(9, 10), words="Lại", files=files)

    assert not Attachment.objects.exists()


def test_a_file_is_of_the_day_it_is_put_at_the_latest(works, late):
    with staged([ContentFile(TEXT, "a.txt")]) as files, pytest.raises(Refused, match="not-yet"):
        actions.attach(late, by=works.by, at=at(3), files=files, day=JUNE[4])

    with staged([ContentFile(TEXT, "a.txt")]) as files:
        (made,) = actions.attach(late, by=works.by, at=at(3), files=files, day=JUNE[3])
    assert made.day == JUNE[3]


def test_a_work_has_twenty_files_and_no_more(attach):
    attach(**{f"n{number}_dot_txt": TEXT for number in range(actions.MOST)})

    with pytest.raises(Refused, match="too-many-files"):
        attach(one_more_dot_txt=TEXT)

    assert Attachment.objects.count() == actions.MOST


def test_a_file_is_withdrawn_once_by_who_put_it_there_with_a_reason(works, attach):
    (made,) = attach(a_dot_txt=TEXT)
    mine = {"by": works.by, "at": at(4)}

    with pytest.raises(Refused, match="not-your-file"):
        actions.withdraw_file(made, by=Operator("another"), at=at(4), reason="Nhầm")
    with pytest.raises(Refused, match="no-reason"):
        actions.withdraw_file(made, **mine, reason=" ")
    actions.withdraw_file(made, **mine, reason="Nhầm")
    with pytest.raises(Refused, match="file-withdrawn"):
        actions.withdraw_file(made, **mine, reason="Nhầm")

    made.refresh_from_db()
    assert (made.name, made.withdrawal.reason) == ("a.txt", "Nhầm")


def test_why_a_file_is_withdrawn_is_kept_whole_or_refused(works, late, attach):
    (made,) = attach(a_dot_txt=TEXT)

    with pytest.raises(Refused, match="too-long"):
        actions.withdraw_file(made, by=works.by, at=at(4), reason="x" * 501)

    assert not hasattr(Attachment.objects.get(), "withdrawal")
