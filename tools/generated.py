"""The reference that is generated from the code, so that it cannot say anything else.

    python -m tools.generated write    writes docs/reference/ anew (`make generated`)
    python -m tools.generated check    fails where what stands there is no longer true

One function a document; `DOCUMENTS` names them. All are the same on every machine.
"""

import ast
import importlib
import inspect
import json
import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import click

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs/reference"
WIDTH = 96
MADE = "*Generated from the code by `make generated`; do not edit.*"


@click.group()
def main() -> None:
    """Documents that are generated from the code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    import django

    django.setup()


@main.command()
def write() -> None:
    """Write every document anew."""
    for name, text in _made().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


@main.command()
def check() -> None:
    """Name the documents that say something else than the code."""
    stale = [name for name, text in _made().items() if text != _kept(name)]
    for name in stale:
        click.echo(f"docs/reference/{name}: the code says more now; run `make generated`", err=True)
    sys.exit(1 if stale else 0)


def _made() -> dict[str, str]:
    return {name: make() for name, make in DOCUMENTS.items()}


def _kept(name: str) -> str:
    path = REFERENCE / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


# --- For programs ---------------------------------------------------------------------------------


def openapi() -> str:
    """The contract of the API."""
    from django.utils.translation import override

    from tinhgon.config.api import api

    with override("en"):
        return json.dumps(api.get_openapi_schema(), indent=2, ensure_ascii=False) + "\n"


def commands() -> str:
    """Every command with its help, as `--help` shows it."""
    from tinhgon.config.cli import main as tinhgon

    with patch.dict(os.environ, LANGUAGE="en"):  # in which Click speaks
        return _document(
            "The command line",
            "Leaves with 0, with 1 where something failed, with 2 where something was refused.",
            *_told(tinhgon),
        )


def _told(
    command: click.Command, above: click.Context | None = None, name: str = "tinhgon"
) -> Iterator[str]:
    """A command and those below it, each under its path."""
    context = click.Context(command, parent=above, info_name=name, terminal_width=WIDTH)
    door = getattr(command, "permission", "public")
    needs = f"Needs the permission `{door}`.\n\n" if door != "public" else ""
    yield f"## {context.command_path}\n\n{needs}```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            yield from _told(found, context, below) if found else ()


# --- For whoever runs it --------------------------------------------------------------------------


def settings() -> str:
    """Every setting with its default and meaning."""
    from tinhgon.config.settings import REFERENCE as SETTINGS

    rows = [(f"`{name}`", _code(default), text) for name, default, text in SETTINGS]
    lead = (
        "All come from the environment, or from a file `.env` in the checkout. The command line "
        "also reads `TINHGON_LANGUAGE` (vi or en) and `TINHGON_PROGRESS` (1: progress even where "
        "nobody looks)."
    )
    return _document("Settings", lead, _table(("Setting", "Default", "Meaning"), rows))


def permissions() -> str:
    """Roles, and who may do what."""
    from tinhgon.accounts.roles import ROLES

    roles = [
        (f"`{role.key}`", *_both(role.name), _both(role.description)[0]) for role in ROLES.values()
    ]
    names = sorted({name for role in ROLES.values() for name in role.permissions})
    rights = [
        (f"`{name}`", ", ".join(f"`{r.key}`" for r in ROLES.values() if name in r.permissions))
        for name in names
    ]
    return _document(
        "Roles and permissions",
        "A role is granted over a unit and all below it, or everywhere, for a period. What is "
        "public needs none of them.",
        _table(("Role", "English", "Vietnamese", "What it is for"), roles),
        "## Permissions\n\n" + _table(("Permission", "Roles"), rights),
    )


# --- For lawyers ----------------------------------------------------------------------------------


def rules() -> str:
    """The catalogue of rules by which plans are checked."""
    from tinhgon.domain.structure.rules import rules as found
    from tinhgon.reorganisation.findings.words import FINDINGS
    from tinhgon.reorganisation.words import SEVERITIES

    parts = []
    for name, module in sorted(found().items()):
        sentence = FINDINGS[name]
        rows = [
            ("Weight", *_both(SEVERITIES[_severity(module)])),
            ("Says", *_both(sentence.says)),
            ("What to do", *_both(sentence.do)),
        ]
        table = _table(("", "English", "Vietnamese"), rows)
        parts.append(f"## {name}\n\n{inspect.getdoc(module)}\n\n{table}")
    lead = (
        "What makes a package of plans impossible, or must be explained. “…” stands for the units "
        "and figures of the case."
    )
    return _document("Rules", lead, *parts)


def _severity(rule: ModuleType) -> Any:
    """How much a rule's findings weigh, as its source says; where it says nothing they block."""
    from tinhgon.domain.structure.findings import Severity

    named = [
        ast.unparse(word.value).rpartition(".")[2]
        for node in ast.walk(ast.parse(inspect.getsource(rule)))
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "severity"
    ]
    return Severity[named[0]] if named else Severity.BLOCK


def states() -> str:
    """The states of a package of plans and what leads from one to another."""
    from tinhgon.reorganisation.models import State
    from tinhgon.reorganisation.words import STATES
    from tinhgon.reorganisation.workflow import TRANSITIONS

    arrows = [
        f"    {_id(before)} --> {_id(after)}: {act}"
        for act, (sources, after) in TRANSITIONS.items()
        for before in sorted(sources)
    ]
    first = f"    [*] --> {_id(State.DRAFT)}: draft"
    ends = [
        f"    {_id(state)} --> [*]"
        for state in State
        if not any(state in sources for sources, _after in TRANSITIONS.values())
    ]
    names = [f'    state "{state}" as {_id(state)}' for state in State]
    drawing = "\n".join(["```mermaid", "stateDiagram-v2", *names, first, *arrows, *ends, "```"])
    rows = [(f"`{state}`", *_both(STATES[state])) for state in State]
    return _document(
        "States of a package of plans",
        "A state is never stored: it follows from what was done.",
        drawing,
        _table(("State", "English", "Vietnamese"), rows),
    )


def _id(state: str) -> str:
    return state.replace("-", "_")


# --- For those who build --------------------------------------------------------------------------


def modules() -> str:
    """The modules of the house and what each may import."""
    layers = _layers()
    rows = []
    for place, layer in enumerate(layers):
        below = [name for lower in layers[place + 1 :] for name in _names(lower)]
        for name in _names(layer):
            others = ", ".join(f"`{other}`" for other in below)
            rows.append((f"`{name}`", _first_line(name), others or "nothing of ours"))
    return _document(
        "Modules",
        "From top to bottom; `make check` refuses an import upwards.",
        _table(("Module", "What it is", "May import"), rows),
    )


def _layers() -> list[str]:
    """The layers of pyproject.toml, top first; those parted by `|` do not know each other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (contract,) = (one for one in contracts if one.get("type") == "layers")
    return list(contract["layers"])


def _names(layer: str) -> list[str]:
    return [name.strip(" ()").removeprefix("tinhgon.") for name in layer.split("|")]


def _first_line(module: str) -> str:
    return (inspect.getdoc(importlib.import_module(f"tinhgon.{module}")) or "").partition("\n")[0]


# --- How documents are put together ---------------------------------------------------------------

DOCUMENTS: dict[str, Callable[[], str]] = {
    "openapi.json": openapi,
    "cli.md": commands,
    "settings.md": settings,
    "permissions.md": permissions,
    "rules.md": rules,
    "states.md": states,
    "modules.md": modules,
}


def _document(title: str, lead: str, *parts: str) -> str:
    return "\n\n".join((f"# {title}", MADE, lead, *parts)) + "\n"


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _both(sentence: Any) -> tuple[str, str]:
    """A sentence in English and in Vietnamese; what a case puts into it is left open."""
    from django.utils.translation import override

    found = []
    for language in ("en", "vi"):
        with override(language):
            found.append(re.sub(r"%\(\w+\)s", "…", str(sentence)))
    return found[0], found[1]


def _code(text: str) -> str:
    """A value as code, unless it is words already."""
    return text if " " in text or not text else f"`{text}`"


if __name__ == "__main__":
    main()
