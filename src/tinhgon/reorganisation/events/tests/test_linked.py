"""Events as linked data: the graph says exactly what passed, in both notations the same."""

from datetime import date

import pytest
from rdflib import RDF, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, ORG, PROV, SKOS, XSD

from tinhgon.conftest import DAY, approved, reloaded
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.events.conftest import BASE
from tinhgon.reorganisation.rearrangement.reading import rearrangement

TG = Namespace("urn:tinhgon:vocabulary:")
PLAN = URIRef(f"{BASE}/plans/reform/")
RESOLUTION = "1656/NQ-UBTVQH15"


def unit(key):
    return URIRef(f"{BASE}/units/{key}/")


def event(id, code="reform"):
    return URIRef(f"{BASE}/plans/{code}/events/#{id}")


def read_back(graph):
    """What a graph says passed: from, to, how much, what of it, whether mainly."""
    found = set()
    for part in graph.objects(None, TG.passed):
        carried = frozenset(str(one) for one in graph.objects(part, TG.carries))
        ends = (graph.value(part, end).split("/")[-2] for end in (TG["from"], TG.to))
        said = (graph.value(part, word).toPython() for word in (TG.extent, TG.main))
        found.add((*ends, *said, carried))
    return found


def recorded(package):
    """The same, as the register has it."""
    return {
        (e.predecessor, e.successor, e.extent, e.main, frozenset(map(str, e.carries or ())))
        for e in rearrangement(package).edges
    }


@pytest.fixture
def divided(draft, operator):
    """Tây Mỗ is divided in two, and Mễ Trì renamed."""
    into = (
        Unit("TM1", "commune", "phường", "Tây Mỗ Đông", "00638", "D019"),
        Unit("TM2", "commune", "phường", "Tây Mỗ Tây", "00639", "D019"),
    )
    package = draft(
        "divided",
        Divide(unit="TM", into=into, main="TM1", clause="khoản 2"),
        Rename(unit="MT", name="Mễ Trì Thượng"),
    )
    actions.enact(approved(package, operator), by=operator, on=DAY)
    return reloaded(package)


# --- Both notations -------------------------------------------------------------------------------


@pytest.mark.parametrize("notation", ["turtle", "jsonld"])
def test_what_is_read_back_is_exactly_what_passed(in_effect, graph, notation):
    assert read_back(graph(in_effect, notation)) == recorded(in_effect)
    assert len(recorded(in_effect)) == 6


def test_both_notations_say_the_same_graph(in_effect, graph):
    assert isomorphic(graph(in_effect, "turtle"), graph(in_effect, "jsonld"))


def test_both_notations_say_the_same_of_names_that_have_to_be_escaped(in_effect, graph):
    Instrument.objects.filter(number=RESOLUTION).update(
        titles={"vi": 'Về "sắp xếp"\n\\ và …', "en": "It's <so> {far}"}
    )

    turtle, jsonld = graph(in_effect, "turtle"), graph(in_effect, "jsonld")

    assert isomorphic(turtle, jsonld)
    assert Literal('Về "sắp xếp"\n\\ và …', lang="vi") in {*turtle.objects(None, DCTERMS.title)}


@pytest.mark.parametrize("done", ["in_effect", "divided"])
def test_every_word_of_the_organization_ontology_is_one_that_it_has(request, done, graph):
    said = graph(request.getfixturevalue(done))
    words = {one for triple in said for one in triple if str(one).startswith(str(ORG))}

    assert words == {
        *(ORG.ChangeEvent, ORG.Organization, ORG.classification),
        *(ORG.originalOrganization, ORG.resultingOrganization),
    }


# --- Events ---------------------------------------------------------------------------------------


def test_a_successor_is_one_event_with_its_day_instrument_and_clause(in_effect, graph):
    said = graph(in_effect)
    id = Instrument.objects.get(number=RESOLUTION).pk
    about = event("TM-new")

    assert (about, RDF.type, ORG.ChangeEvent) in said
    assert {*said.objects(about, ORG.originalOrganization)} == {unit("DM"), unit("TM")}
    assert {*said.objects(about, ORG.resultingOrganization)} == {unit("TM-new")}
    assert said.value(about, DCTERMS.date) == Literal("2025-07-01", datatype=XSD.date)
    assert said.value(about, DCTERMS.source) == URIRef(f"{BASE}/instruments/{id}/")
    assert said.value(about, DCTERMS.bibliographicCitation) == Literal("Điều 1 khoản 1")
    assert said.value(about, DCTERMS.isPartOf) == PLAN


def test_a_level_that_ends_leaves_an_event_of_each_of_its_units(in_effect, graph):
    said = graph(in_effect)

    ended = {*said.subjects(RDF.type, TG.DissolutionEvent)}

    assert ended == {event("D019"), event("D268")}
    assert {*said.objects(event("D019"), ORG.originalOrganization)} == {unit("D019")}
    assert not {*said.objects(event("D019"), ORG.resultingOrganization)}


def test_what_is_divided_is_one_event_of_the_unit_divided(divided, graph):
    said, about = graph(divided), event("TM", "divided")

    assert {*said.objects(about, RDF.type)} == {ORG.ChangeEvent, TG.SplitEvent}
    assert {*said.objects(about, ORG.resultingOrganization)} == {unit("TM1"), unit("TM2")}


def test_a_unit_that_is_renamed_is_before_and_after_and_keeps_its_former_name(divided, graph):
    said, about = graph(divided), event("MT", "divided")

    assert {*said.objects(about, RDF.type)} == {ORG.ChangeEvent}
    assert said.value(about, ORG.originalOrganization) == unit("MT")
    assert said.value(about, ORG.resultingOrganization) == unit("MT")
    assert said.value(unit("MT"), SKOS.prefLabel) == Literal("Phường Mễ Trì Thượng", lang="vi")
    assert said.value(unit("MT"), SKOS.altLabel) == Literal("Phường Mễ Trì", lang="vi")


@pytest.mark.parametrize("done", ["in_effect", "divided"])
def test_events_are_told_apart(request, done, changes):
    ids = [one.id for one in changes(request.getfixturevalue(done))]

    assert len(ids) == len(set(ids))


def test_a_unit_is_an_organization_with_name_code_and_kind(in_effect, graph):
    said = graph(in_effect)
    kind = said.value(unit("DM"), ORG.classification)

    assert (unit("DM"), RDF.type, ORG.Organization) in said
    assert said.value(unit("DM"), SKOS.prefLabel) == Literal("Phường Đại Mỗ", lang="vi")
    assert said.value(unit("DM"), DCTERMS.identifier) == Literal("00634")
    assert {*said.objects(kind, SKOS.prefLabel)} == {
        Literal("phường", lang="vi"),
        Literal("ward", lang="en"),
    }


def test_what_the_reader_speaks_changes_no_address(in_effect, graph):
    from django.utils.translation import override

    with override("vi"):
        vietnamese = graph(in_effect)
    with override("en"):
        english = graph(in_effect)

    assert isomorphic(vietnamese, english)


def test_an_enacted_package_has_the_events_that_are_to_come(enacted, graph):
    assert read_back(graph(enacted)) == recorded(enacted)


def test_of_a_withdrawn_package_only_that_it_was_withdrawn_is_told(enacted, graph, operator):
    actions.withdraw(enacted, by=operator, on=date(2025, 6, 20), reason="Chưa đủ điều kiện")

    said = graph(reloaded(enacted))

    assert {*said.subjects()} == {PLAN}
    assert (PLAN, PROV.invalidatedAtTime, None) in said


def test_however_large_a_package_is_it_takes_few_questions(
    in_effect, graph, django_assert_max_num_queries
):
    graph(in_effect)  # the register is in memory now

    with django_assert_max_num_queries(4):
        graph(in_effect)
