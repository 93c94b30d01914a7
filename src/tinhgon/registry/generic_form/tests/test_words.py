"""Every fault has a sentence in both languages, and every sentence a fault that some test sees."""

import re
from copy import deepcopy

import pytest
from django.utils.translation import override

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.lookup import Index
from tinhgon.domain.staffing import read_staffing
from tinhgon.domain.work.clarities import read_working
from tinhgon.registry.correction.tests import test_correcting
from tinhgon.registry.generic_form.tests import test_checks
from tinhgon.registry.generic_form.words import JURISDICTION, PROBLEMS, jurisdiction_words
from tinhgon.registry.where.refusals import TABLES
from tinhgon.registry.where.tests import test_batch

SENTENCES = [
    pytest.param(words, id=f"{name}-{code}")
    for name, table in {"folder": PROBLEMS, "table": TABLES, "file": JURISDICTION}.items()
    for code, words in table.items()
]

KIND = "levels.commune.kinds.xã"
SEAT = {"role": "x", "level": "authority", "kind": "hội đồng nhân dân", "name": "{unit}"}
FILE_FAULTS = [
    ("jurisdiction", None, "jurisdiction", "missing"),
    ("levels", [], "levels", "not-a-mapping"),
    ("spelling", {"alike": "đắk"}, "spelling.alike", "not-a-list"),
    ("addresses", {"streets": "phố"}, "addresses.streets", "not-a-list-of-texts"),
    ("spelling", {"roman_numerals": "yes"}, "spelling.roman_numerals", "not-a-boolean"),
    ("spelling", {"letters": {"ae": "a"}}, "spelling.letters.ae", "not-one-character"),
    ("spelling", {"patterns": [{"of": "y", "as": r"\1"}]}, "spelling.patterns.0.as",
     "not-a-replacement"),
    ("root", 7, "root", "not-a-text"),
    ("levels.commune.code", "(", "levels.commune.code", "not-a-pattern"),
    ("levels.commune.until", "soon", "levels.commune.until", "not-a-date"),
    ("name", [], "name", "not-words"),
    ("levels.commune.holds", ["air"], "levels.commune.holds", "unknown-aspect"),
    ("evidence", {"both": "Z"}, "evidence", "unknown-mark"),
    ("spelling", {"silnt": "'"}, "spelling.silnt", "unknown-member"),
    ("spelling", {"aliases": {"town": {}}}, "spelling.aliases.town", "unknown-level"),
    (KIND, {"from": "2025-01-01", "until": "2025-01-01"}, f"{KIND}.until", "ends-before-it-starts"),
    ("full_name", "{kind}", "full_name", "no-name-in-form"),
    (KIND, {"bloc": "x"}, f"{KIND}.bloc", "unknown-bloc"),
    ("standards", [{"key": "x", "bodies": [SEAT | {"under": "nobody"}]}], "standards.0.bodies.0",
     "unknown-role"),
    ("standards", [{"key": "x", "bodies": [SEAT | {"kind": "sở"}]}], "standards.0.bodies.0.kind",
     "unknown-body-kind"),
    ("standards", [{"key": "x", "bodies": [SEAT | {"ties": {"church": "x"}}]}],
     "standards.0.bodies.0.ties", "unknown-hierarchy"),
    ("levels", {"office": {"noun": "x", "holds": ["functions"], "kinds": {"b": {"noun": "b"}}}},
     "levels", "no-areas"),
    ("required_facts", [{"levels": ["town"]}], "required_facts.0.levels", "unknown-level"),
    ("required_facts", [{"levels": ["commune"], "per": "unit"}], "required_facts.0.per",
     "unknown-per"),
    ("required_facts", [{"levels": ["commune"], "share": 100}], "required_facts.0.share",
     "not-a-share"),
    ("staff.kinds.official.counted_in", ["x"], "staff.kinds.official.counted_in", "unknown-base"),
    ("staff.roles", [{"rank": "x"}], "staff.roles.0.rank", "unknown-rank"),
    ("staff.roles", [{"rank": "head", "role": "x", "kinds": ["x"]}], "staff.roles.0.kinds",
     "unknown-kind"),
    ("staff.retirement.ages", [{"from": "2025-01-01", "men": 62}], "staff.retirement.ages.0.men",
     "not-an-age"),
    ("staff.retirement.ages", [], "staff.retirement.ages", "not-in-order"),
    ("work.at_risk", -1, "work.at_risk", "not-a-count"),
]  # fmt: skip


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_is_complete_in_both_languages(words):
    with override("vi"):
        vietnamese = str(words)
    with override("en"):
        english = str(words)

    assert vietnamese != english
    assert sorted(re.findall(r"%\(\w+\)s", vietnamese)) == sorted(re.findall(r"%\(\w+\)s", english))


def test_every_problem_of_a_folder_or_a_correction_is_seen_by_a_test():
    of_corrections = {refusal.code for refusal in test_correcting.REFUSALS}

    assert test_checks.PRODUCED | of_corrections | {"changed-since"} == PROBLEMS.keys()


def test_every_problem_of_a_table_is_seen_by_a_test():
    assert {fault.code for fault in test_batch.FAULTS} == TABLES.keys()


def test_every_problem_of_a_jurisdiction_file_is_seen_by_a_test():
    assert {code for *_, code in FILE_FAULTS} == JURISDICTION.keys()


@pytest.mark.parametrize(("place", "value", "path", "code"), FILE_FAULTS)
def test_a_jurisdiction_file_is_told_where_it_is_wrong(vietnam, place, value, path, code):
    with pytest.raises(Unreadable) as refused:
        read(changed(vietnam, place, value))

    assert refused.value.code == code
    with override("en"):
        assert jurisdiction_words(refused.value).startswith(f"{path}: ")


def read(document):
    """All of a file, as loading reads it."""
    Index((), read_jurisdiction(document))
    read_staffing(document)
    read_working(document)


def changed(vietnam, place, value):
    """Vietnam's file with another value at a place, or none."""
    document = deepcopy(vietnam)
    *way, last = place.split(".")
    at = document
    for name in way:
        at = at[name]
    at[last] = value
    return {name: member for name, member in document.items() if member is not None}
