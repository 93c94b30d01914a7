"""Look-ups shared among cores give the same rows in the same order."""

from datetime import date

from tinhgon.registry.directory import directory
from tinhgon.registry.where import sharing
from tinhgon.registry.where.batch import Asked, answers

DAYS = (date(2025, 6, 30), date(2025, 7, 1))
NAMES = ("Phường Mễ Trì", "Đại Mỗ", "không có", "=1+1")


def test_shared_rows_are_those_of_one_core_in_their_order(in_effect, monkeypatch):
    monkeypatch.setattr(sharing, "WORTH_SHARING", 1)
    monkeypatch.setattr(sharing, "AT_ONCE", 3)
    monkeypatch.setattr(sharing.os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(sharing.connections, "close_all", lambda: None)
    asked = [Asked(str(number), NAMES[number % 4]) for number in range(20)]

    shared = list(sharing.shared_answers(directory(), asked, *DAYS))

    assert shared == list(answers(directory(), asked, *DAYS))


def test_few_questions_need_no_helpers(in_effect, monkeypatch):
    monkeypatch.setattr(sharing.multiprocessing, "get_context", None)

    rows = list(sharing.shared_answers(directory(), [Asked("1", "Phường Mễ Trì")], *DAYS))

    assert [row[:3] for row in rows] == [("1", "00637", "00637")]
