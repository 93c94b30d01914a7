"""The table of what operations ask knows every verb and every member of the core."""

from dataclasses import fields

import pytest

from tinhgon.domain.structure.operations import verbs
from tinhgon.reorganisation.editing.listing import HEADS
from tinhgon.reorganisation.editing.malformed import MALFORMED
from tinhgon.reorganisation.editing.verbs import VERBS


def test_every_verb_can_be_drafted():
    assert VERBS.keys() == verbs().keys()


def test_every_verb_has_a_headline():
    assert HEADS.keys() == verbs().keys()


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_member_of_an_operation_is_asked_for(verb):
    asked = {member.name for member in VERBS[verb].members}
    main = {"main"} if VERBS[verb].main else set()

    assert asked | main | {"clause"} == {field.name for field in fields(verbs()[verb])}


def test_whatever_the_core_refuses_has_a_sentence():
    import re
    from pathlib import Path

    from tinhgon.domain.structure.tests.test_documents import __file__ as tests

    core = Path(tests).parent.parent
    raised = {
        code
        for path in core.rglob("*.py")
        if "tests" not in path.parts
        for code in re.findall(r'Malformed\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }

    assert raised <= MALFORMED.keys()
