"""What is generated from the code says what the code says."""

import json
import re

import pytest
from openapi_spec_validator import validate
from tools.generated import DOCUMENTS

from tests.docs.reading import ROOT, text
from tinhgon.config.settings import REFERENCE

SETTINGS = re.compile(r"\bTINHGON_[A-Z_]+\b")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_current(name):
    assert text(f"docs/reference/{name}") == DOCUMENTS[name](), "run `make generated`"


def test_the_contract_of_the_api_is_valid():
    contract = json.loads(text("docs/reference/openapi.json"))

    validate(contract)

    assert contract["openapi"].startswith("3.1")


def test_the_contract_is_served_as_it_is_committed(client):
    answer = client.get("/api/v1/openapi.json")

    assert answer.json() == json.loads(text("docs/reference/openapi.json"))


def test_no_machine_stands_in_the_settings():
    written = text("docs/reference/settings.md")

    assert str(ROOT) not in written
    assert re.findall(r"/(?:root|home|tmp)/", written) == []


def test_every_setting_that_the_program_reads_is_in_the_reference():
    said = text("docs/reference/settings.md")
    read = {
        name
        for path in (ROOT / "src/tinhgon").rglob("*.py")
        for name in SETTINGS.findall(path.read_text(encoding="utf-8"))
    }

    assert {name for name in read if name not in said} == set()


def test_every_setting_says_what_it_means():
    assert [name for name, _default, meaning in REFERENCE if not meaning.endswith(".")] == []
