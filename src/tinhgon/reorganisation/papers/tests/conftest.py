"""Papers of the small world, as values and as what is written."""

import io

import pytest
from docx import Document

from tinhgon.reorganisation.papers import listing
from tinhgon.reorganisation.papers.making import paper, written
from tinhgon.reorganisation.papers.matter import Manner
from tinhgon.reorganisation.queries import packages

SITE = "https://tinhgon.example"


@pytest.fixture
def made():
    """A paper as a value: `made("reform", "scheme", form="party")`."""

    def making(code, name, **manner):
        return paper(packages().get(code=code), name, Manner(site=SITE, **manner))

    return making


@pytest.fixture
def pdf():
    """A paper as PDF."""

    def making(code, name, **manner):
        return written(packages().get(code=code), name, "pdf", Manner(site=SITE, **manner))

    return making


@pytest.fixture
def docx():
    """A paper as DOCX, read again."""

    def making(code, name, **manner):
        package = packages().get(code=code)
        return Document(io.BytesIO(written(package, name, "docx", Manner(site=SITE, **manner))))

    return making


@pytest.fixture
def long(settings, monkeypatch, tmp_path):
    """Papers of more than five operations are long; what is kept of them goes to a folder."""
    settings.HOME = tmp_path
    monkeypatch.setattr(listing, "MOST_IN_PDF", 5)
    return tmp_path / "papers"
