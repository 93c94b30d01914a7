"""How to build a page shows every component once."""

import pytest

from tests.docs.reading import ROOT, text
from tinhgon.ui.templatetags.tinhgon import register

PAGE = text("docs/how-to/build-a-page.md")
OF_THE_FRAME = {"footer", "header", "kept", "messages", "pager", "crumbs", "sign_out", "flow_bar"}
DRAWN_BY_TAGS = {"empty", "finding", "gate", "note", "panel"}
PARTS = {path.stem for path in (ROOT / "src/tinhgon/ui/templates/parts").glob("*.html")}


@pytest.mark.parametrize("name", sorted(register.tags))
def test_a_tag_is_shown(name):
    assert f"{{% {name} " in PAGE or f"{{% {name} %}}" in PAGE


@pytest.mark.parametrize("name", sorted(register.filters))
def test_a_filter_is_shown(name):
    assert f"|{name}" in PAGE


@pytest.mark.parametrize("name", sorted(PARTS - OF_THE_FRAME - DRAWN_BY_TAGS))
def test_a_part_is_shown(name):
    assert f"parts/{name}.html" in PAGE
