"""publiccode.yml has what the standard (version 0.4) asks for."""

import pytest
import yaml

from tests.docs.reading import text

FILE = yaml.safe_load(text("publiccode.yml"))
WANTED = {
    *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"),
    *("softwareType", "description", "legal", "maintenance", "localisation"),
}


def test_nothing_that_must_be_there_is_missing():
    assert set(FILE) >= WANTED
    assert FILE["legal"]["license"] == "AGPL-3.0-or-later"
    assert FILE["maintenance"]["contacts"][0]["name"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_descriptions_have_the_lengths_that_catalogues_take(language):
    said = FILE["description"][language]

    assert len(said["genericName"]) <= 35
    assert len(said["shortDescription"]) <= 150
    assert 500 <= len(said["longDescription"]) <= 10_000


def test_the_licence_is_the_text_of_the_foundation():
    written = text("LICENSE")

    assert written.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE")
    assert len(written.encode()) == 34_523
