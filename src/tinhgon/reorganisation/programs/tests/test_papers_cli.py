"""Papers on the command line: named, written, refused."""

import json

from docx import Document

from tinhgon.reorganisation.papers.tests.reading import addresses, text


def test_papers_are_named(in_effect, tinhgon):
    said = tinhgon("plan", "papers", "reform", "--json")

    names = [one["name"] for one in json.loads(said.output)["papers"]]
    assert names[0] == "scheme"
    assert len(names) == 7
    assert "annexes" in tinhgon("plan", "papers", "reform").output


def test_a_paper_is_written_to_a_file(in_effect, tinhgon, tmp_path):
    file = tmp_path / "to-trinh.docx"

    said = tinhgon(
        *("plan", "paper", "reform", "submission", "--output", file),
        *("--form", "party", "--by-deputy", "--base", "https://sap-xep.example"),
    )

    assert (said.exit_code, said.output.strip()) == (0, str(file))
    document = Document(file)
    assert text(document).startswith("THÀNH ỦY HÀ NỘI")
    assert "https://sap-xep.example/plans/reform/" in addresses(document)


def test_it_may_be_pdf(in_effect, tinhgon, tmp_path):
    file = tmp_path / "de-an.pdf"

    tinhgon("plan", "paper", "reform", "scheme", "--format", "pdf", "--output", file)

    assert file.read_bytes().startswith(b"%PDF-")


def test_a_name_that_is_none_is_refused_and_writes_nothing(in_effect, tinhgon, tmp_path):
    file = tmp_path / "x.docx"

    said = tinhgon("plan", "paper", "reform", "poem", "--output", file)

    assert said.exit_code == 2
    assert "There are: scheme, submission" in said.output
    assert not file.exists()


def test_a_stranger_writes_no_paper_of_a_draft(package, world, tinhgon, tmp_path):
    file = tmp_path / "x.docx"

    said = tinhgon("plan", "paper", "reform", "scheme", "--output", file, by=world.an)

    assert said.exit_code == 2
    assert not file.exists()


def test_a_place_that_cannot_be_written_is_said(in_effect, tinhgon, tmp_path):
    said = tinhgon("plan", "paper", "reform", "scheme", "--output", tmp_path / "no" / "x.docx")

    assert said.exit_code == 1
    assert "can be neither read nor written" in said.output
