"""The three vocabularies cover what there is."""

from collections import Counter

from tinhgon.domain.structure.operations import verbs
from tinhgon.domain.structure.vocabulary import BY_DATA, BY_VERB, TERMS


def test_every_verb_has_one_term_and_every_term_a_verb() -> None:
    assert Counter(term.verb for term in TERMS) == Counter([*verbs()])
    assert BY_VERB.keys() == verbs().keys()


def test_every_term_says_what_the_law_and_the_organization_ontology_call_it() -> None:
    assert all(term.law.strip() for term in TERMS)
    assert all(term.org.startswith("org:") for term in TERMS)


def test_a_word_of_the_data_means_one_operation() -> None:
    words = [word for term in TERMS for word in term.data]

    assert len(words) == len(set(words)) == len(BY_DATA)


def test_the_words_of_the_reform_data_are_known() -> None:
    of_the_reform = {"merge", "merge_with_parts", "carve_out", "keep", "rename"}
    of_the_reform |= {"reclassify", "upgrade_district", "abolish"}

    assert of_the_reform <= BY_DATA.keys()
