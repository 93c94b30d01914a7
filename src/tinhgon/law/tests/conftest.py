"""The statutes as they are, and copies in which one thing is wrong."""

import shutil
from pathlib import Path

import pytest
import yaml

from tinhgon import statutes as shipped
from tinhgon.law import book, situations


@pytest.fixture
def statutes(tmp_path, monkeypatch):
    """Changes one file of figures: `statutes("departments/most", change)`."""
    copied = tmp_path / "parameters"
    shutil.copytree(str(shipped.PARAMETERS), copied)
    forget = (book.book, book.subjects, situations.cases)

    def change(name: str, how) -> None:
        file = Path(copied / f"{name}.yaml")
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        how(document)
        file.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
        for one in forget:
            one.cache_clear()

    monkeypatch.setattr(book, "PARAMETERS", copied)
    monkeypatch.setattr(book.documents, "__defaults__", (copied, ""))
    for one in forget:
        one.cache_clear()
    yield change
    for one in forget:
        one.cache_clear()
