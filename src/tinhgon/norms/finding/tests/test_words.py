"""Every rule and every remedy has words, in which a finding is told."""

import re
from pathlib import Path

from django.utils.translation import override

from tinhgon.domain.norms import rules, shapes
from tinhgon.domain.norms.judging import rules as known
from tinhgon.norms.conftest import DAY
from tinhgon.norms.finding.portrait import portrait
from tinhgon.norms.finding.rule_words import GROUPS, REMEDIES, RULES
from tinhgon.norms.queries import findings

SOURCES = (*Path(rules.__file__).parent.glob("*.py"), Path(shapes.__file__))


def told(rule):
    with override("en"):
        one = portrait(findings(DAY).get(rule=rule), DAY)
        return one.says, one.remedies, [cited.citation for cited, _disc in one.grounds.provisions]


def test_every_rule_has_words():
    assert RULES.keys() == known().keys()
    assert {words.group for words in RULES.values()} == GROUPS.keys()


def test_every_remedy_has_words():
    texts = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    coded = re.findall(r'(?:Remedy\(|remedy(?:: str)? ?= ?)"([a-z-]+)"', texts)

    assert set(coded) == REMEDIES.keys()


def test_a_division_too_small_is_told_with_its_article(city):
    city.run()

    says, remedies, cited = told("division-too-small")

    assert says == "Phòng Tổ chức has 6 posts; the law asks for at least 7."
    assert remedies[0] == "Add posts: 1 more are needed."
    assert cited == ["Article 5(2)(b), 150/2025/NĐ-CP of 12 June 2025"]


def test_a_rule_whose_provision_is_not_there_says_so(city):
    city.run(DAY.replace(year=2020, month=2))

    says, _remedies, _cited = told("division-too-small")

    assert says == "Not judged (units: 1): the law first says something on 25 November 2020."


def test_what_has_a_day_says_it(city):
    for officer in ("lan", "hung"):
        city.lead("tccc", "deputy", officer)
    from tinhgon.registry.models import Succession

    Succession.objects.create(
        predecessor=city["syt"],
        successor=city["tccc"],
        day=DAY,
        extent="part",
        verb="form",
        recorded_from="2025-07-01T00:00Z",
    )
    city.run()

    with override("en"):
        one = portrait(findings(DAY).get(rule="division-deputies"), DAY)
        assert one.until == "to be put right by 1 July 2030"
        assert ("Class of the province", "Hanoi, Ho Chi Minh City") in one.grounds.inputs
