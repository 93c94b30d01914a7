"""Nothing is put into words while the program is being read: the reader has no language yet.

What stands outside of functions says its sentences lazily, and leaves them as they are: whatever is
done with one (`%`, `format`, an f-string, `str`) takes the language of that moment for ever.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "tinhgon"
NOW = {"gettext", "ngettext", "pgettext", "npgettext"}
LAZILY = {f"{name}_lazy" for name in NOW}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def spoken_too_early(source: str) -> list[str]:
    """What of a module is put into words while it is read."""
    tree = ast.parse(source)
    known = {
        name.asname or name.name: name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
    }

    def calls(node: ast.AST, functions: set[str]) -> bool:
        return (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and known.get(node.func.id) in functions
        )

    return [
        ast.unparse(node)
        for node in _read_at_once(tree)
        if calls(node, NOW) or any(calls(one, LAZILY) for one in _worked_on(node))
    ]


def _read_at_once(node: ast.AST) -> Iterator[ast.AST]:
    """All that is carried out when a module is imported: not what stands in functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, FUNCTIONS):
            yield child
            yield from _read_at_once(child)


def _worked_on(node: ast.AST) -> list[ast.AST]:
    """Of what a node makes another text at once."""
    match node:
        case ast.BinOp():
            return [node.left, node.right]
        case ast.FormattedValue():
            return [node.value]
        case ast.Call(func=ast.Name(id="str" | "format_html")):
            return [*node.args]
        case ast.Call(func=ast.Attribute()):
            return [node.func.value]
    return []


def test_nothing_is_said_while_modules_are_read():
    early = {
        str(path.relative_to(SOURCE)): said
        for path in SOURCE.rglob("*.py")
        if "tests" not in path.parts and (said := spoken_too_early(path.read_text("utf-8")))
    }

    assert early == {}


@pytest.mark.parametrize(
    "line",
    [
        "HINT = now('At most')",
        "class Form:\n    hint = lazy('At most %s') % 5",
        "HINT = f'{lazy(\"At most\")} 5'",
        "HINT = lazy('At most {}').format(5)",
        "HINTS = [str(lazy('At most'))]",
    ],
)
def test_what_is_said_too_early_is_noticed(line):
    names = "from django.utils.translation import gettext as now, gettext_lazy as lazy\n"

    assert len(spoken_too_early(names + line)) == 1
    assert spoken_too_early(f"{names}def hint():\n    return lazy('At most %s') % 5") == []
