"""Every relative link of a document leads somewhere."""

import pytest

from tests.docs.reading import ROOT, documents, links


@pytest.mark.parametrize(("document", "link"), links())
def test_it_leads_somewhere(document, link):
    assert (ROOT / document).parent.joinpath(link).exists()


def test_documents_are_found():
    assert {
        "README.md",
        "docs/glossary.md",
        "docs/decisions/0004-a-constraint-class-of-our-own.md",
    } <= {*documents()}
