"""Documents on the command line: what a text names, what a number says, drafts of tasks."""

import json
from datetime import date

import pytest

from tinhgon.documents.models import Instrument

TEXT = (
    "Thực hiện Kết luận số 34-KL/TW và Luật số 72/2025/QH15.\n"
    "1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng Kế hoạch, báo cáo trước ngày "
    "15/12/2026.\n"
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "conclusion.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.django_db
def test_a_program_is_told_which_documents_a_file_names(tinhgon, file):
    came = tinhgon("documents", "parse", file, "--json")

    assert json.loads(came.stdout) == {
        "documents": [
            {
                "number": "34-KL/TW",
                "kind": "kết luận",
                "issuer": "TW",
                "year": None,
                "start": TEXT.index("34-KL"),
                "end": TEXT.index("34-KL") + 8,
            },
            {
                "number": "72/2025/QH15",
                "kind": "luật",
                "issuer": "QH",
                "year": 2025,
                "start": TEXT.index("72/2025"),
                "end": TEXT.index("72/2025") + 12,
            },
        ]
    }


@pytest.mark.django_db
def test_a_registered_document_gives_its_year(tinhgon, file):
    Instrument.objects.create(number="34-KL/TW", issued=date(2018, 8, 7))

    came = tinhgon("documents", "parse", file, "--json")

    assert json.loads(came.stdout)["documents"][0]["year"] == 2018


@pytest.mark.django_db
def test_a_registered_title_gives_the_kind(tinhgon, file):
    file.write_text("theo số 72/2025/QH15", encoding="utf-8")
    titles = {"vi": "Luật Tổ chức chính quyền địa phương"}
    Instrument.objects.create(number="72/2025/QH15", titles=titles)

    came = tinhgon("documents", "parse", file, "--json")

    assert json.loads(came.stdout)["documents"][0]["kind"] == "luật"


@pytest.mark.django_db
def test_looking_up_all_documents_is_one_query(file, django_assert_num_queries):
    from tinhgon.documents.queries import registered
    from tinhgon.domain.documents.numbers import parse

    with django_assert_num_queries(1):
        registered([parse("34-KL/TW"), parse("72/2025/QH15")])


@pytest.mark.django_db
def test_people_are_told_in_lines(tinhgon, file):
    came = tinhgon("documents", "parse", file)

    assert "34-KL/TW" in came.stdout
    assert "2 documents are named." in came.stdout


def test_a_number_is_explained(tinhgon):
    came = tinhgon("documents", "number", "80-QĐ/TW", "--json")

    assert json.loads(came.stdout)["kinds"] == ["quyết định", "quy định"]


def test_a_number_is_explained_in_words(tinhgon):
    assert "quyết định or quy định" in tinhgon("documents", "number", "80-QĐ/TW").stdout


def test_a_wrong_number_is_refused_with_a_sentence(tinhgon):
    came = tinhgon("documents", "number", "16/2015/XX-CP", language="vi")

    assert came.exit_code == 2
    assert "XX" in came.stderr


@pytest.mark.django_db
def test_drafts_rest_on_words_of_the_file(tinhgon, file):
    came = tinhgon("documents", "directions", file, "--on", "2026-11-20", "--json")

    (draft,) = json.loads(came.stdout)["drafts"]
    assert [one["name"] for one in draft["leads"]] == ["Sở Nội vụ"]
    assert [one["name"] for one in draft["contributors"]] == ["Sở Tài chính"]
    assert (draft["due"]["last"], draft["product"]["words"]) == ("2026-12-14", "Kế hoạch")
    assert TEXT[draft["due"]["start"] : draft["due"]["end"]] == draft["due"]["words"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "1 drafts; none of them is issued."),
        ("vi", "Chưa giao nhiệm vụ nào"),
        ("en", "Taking part: Sở Tài chính"),
        ("vi", "Phối hợp: Sở Tài chính"),
        ("vi", "Thời hạn: chậm nhất 14/12/2026"),
        ("vi", "Căn cứ: “Giao Sở Nội vụ"),
    ],
)
def test_people_are_told_that_nothing_is_issued(tinhgon, file, language, says):
    came = tinhgon("documents", "directions", file, "--on", "2026-11-20", language=language)

    assert "Sở Nội vụ" in came.stdout
    assert says in came.stdout


@pytest.mark.django_db
def test_units_of_the_register_are_named(tinhgon, file, bodies):
    file.write_text("Giao UBND Thành phố rà soát biên chế.", encoding="utf-8")

    came = tinhgon("documents", "directions", file, "--on", "2026-11-20", "--unit", "P01", "--json")

    (draft,) = json.loads(came.stdout)["drafts"]
    assert [one["key"] for one in draft["leads"][0]["units"]] == ["P01.people-committee"]


@pytest.mark.parametrize("command", ["parse", "directions"])
def test_a_file_that_cannot_be_read_is_refused(tinhgon, file, command):
    file.write_bytes(b"%PDF-1.7 broken")

    came = tinhgon("documents", command, file, "--json")

    assert came.exit_code == 2
    assert json.loads(came.stdout)["code"] == "broken"
    assert "Traceback" not in came.output
