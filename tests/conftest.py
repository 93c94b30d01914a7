"""Installations that several tests ask, made once a session."""

import pytest

from tests.installation import Installation


@pytest.fixture(scope="session")
def reformed(tmp_path_factory) -> Installation:
    """Vietnam after the demonstration: as of 30 June 2025, and the reforms carried out on it."""
    installation = Installation(tmp_path_factory.mktemp("vietnam"))
    installation.run("demo", "--quiet")
    return installation
