"""Cells of tables in papers: sentences and units, leading to their pages."""

from django.utils.safestring import SafeString

from tinhgon.documents.papers.value import Row
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.ui.filling import filled


def row(matter: Matter, *cells: object, strong: bool = False) -> Row:
    """A line of a table; a cell is a sentence, or a tuple of lines that are runs already."""
    lines = (one if isinstance(one, tuple) else (matter.text(one),) for one in cells)
    return Row(tuple(lines), strong)


def leading(words: str, url: str) -> SafeString:
    """Words that lead to an address within the site."""
    return filled('<a href="%(url)s">%(words)s</a>', url=url, words=words)


def coded(matter: Matter, key: str) -> SafeString:
    """A unit with its code, by which it is told from others of its name."""
    unit = matter.names.unit(key)
    code = f" ({unit.code})" if unit and unit.code else ""
    return filled("%(name)s%(code)s", name=matter.names.link(key), code=code)


def named(matter: Matter, key: str, unit: Unit | None) -> SafeString:
    """A unit that begins or takes, as it stands afterwards; it leads to its page if it has one."""
    after = matter.done.after.get(key) or unit
    name = matter.names.full(after) if after else key
    url = matter.names.url(key, after=True)
    return leading(name, url) if url else filled("%(name)s", name=name)
