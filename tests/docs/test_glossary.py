"""The glossary has every Vietnamese term of the code."""

import unicodedata

import pytest

from tests.docs.reading import rows, text, vietnamese_terms

GLOSSARY = rows("docs/glossary.md")
TERMS = {term.strip() for row in GLOSSARY for term in row.split(",")}


@pytest.mark.parametrize(("term", "file"), vietnamese_terms())
def test_a_term_of_a_docstring_is_in_the_glossary(term, file):
    assert term in TERMS


def test_terms_are_found():
    assert ("hợp nhất", "consolidate.py") in vietnamese_terms()


@pytest.mark.parametrize("term", [term for term in GLOSSARY if term not in ("Vietnamese", "---")])
def test_a_term_has_its_english(term):
    assert len(GLOSSARY[term]) == 4
    assert GLOSSARY[term][1]


def test_it_is_composed():
    written = text("docs/glossary.md")

    assert unicodedata.normalize("NFC", written) == written
