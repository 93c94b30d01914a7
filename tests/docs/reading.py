"""How the tests of documents read them: files, links, commands, tables, docstrings."""

import ast
import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click
from django.urls import Resolver404, resolve

from tinhgon.config.cli import main as tinhgon

ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = ("*.md", "data/**/*.md", "deploy/*.md", "docs/**/*.md")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
BRACKETS = re.compile(r"\(([^()]+)\)")
OF_THE_SYSTEM = {"apt", "git", "mv", "sudo", "systemctl"}
"""What an operator types besides our own commands."""


def documents() -> list[str]:
    """Every document of the house, by its path."""
    return sorted(str(path.relative_to(ROOT)) for place in PLACES for path in ROOT.glob(place))


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def links() -> list[tuple[str, str]]:
    """Every relative link: the document it stands in and where it leads, without anchor."""
    return [
        (path, link.partition("#")[0]) for path in documents() for link in LINK.findall(text(path))
    ]


def command_lines() -> list[tuple[str, str]]:
    """Every line of the blocks marked as commands, with the document it stands in."""
    return [
        (path, line)
        for path in documents()
        for block in BLOCK.findall(text(path))
        for line in block.splitlines()
        if line
    ]


def unknown_in(line: str) -> str:
    """What of a command line does not exist; nothing where all of it does."""
    program, *words = shlex.split(line)
    match Path(program).name:
        case "make":
            return " ".join(sorted({word for word in words if "=" not in word} - _targets()))
        case "tinhgon":
            return _unknown_command(words)
        case "python":
            found = importlib.util.find_spec(words[1])
            return "" if words[0] == "-m" and found else words[1]
        case "curl":
            return _unknown_page(urlsplit(words[-1]).path)
        case name:
            return "" if name in OF_THE_SYSTEM else name


def unknown_name(named: str) -> str:
    """What of something named in the mission does not exist: a page, a command, a file."""
    if named.startswith("/"):
        return _unknown_page(named)
    if " " in named:
        return unknown_in(named)
    return "" if (ROOT / named).exists() else named


def commands() -> list[tuple[str, click.Command]]:
    """Every command, with the words that lead to it."""
    return list(_below("tinhgon", tinhgon))


def vietnamese_terms() -> list[tuple[str, str]]:
    """Every Vietnamese term that stands in brackets in a docstring, and the file it stands in."""
    return sorted(
        (term.strip(), path.name)
        for path in (ROOT / "src/tinhgon").rglob("*.py")
        if not {"tests", "migrations"} & set(path.parts)
        for bracket in BRACKETS.findall(" ".join(_docstrings(path)))
        if _is_vietnamese(bracket)
        for term in bracket.split(",")
    )


def rows(path: str) -> dict[str, list[str]]:
    """The rows of a document's tables, by their first cell."""
    lines = [line for line in text(path).splitlines() if line.startswith("|")]
    cells = [re.split(r" *\| *", line.strip("\n")[1:-1].strip()) for line in lines]
    return {row[0]: row for row in cells}


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))


def _unknown_command(words: list[str]) -> str:
    while words[0].startswith("--"):  # `--language en` before the command
        words = words[2:]
    command: click.Command | None = tinhgon
    path: list[str] = []
    while isinstance(command, click.Group) and words:
        path.append(words[0])
        command = command.get_command(click.Context(command), words[0])
        words = words[1:]
    if command is None:
        return " ".join(path)
    known = {
        option
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    known |= {"--deploy"} if path == ["django"] else set()
    return " ".join(sorted({word for word in words if word.startswith("--")} - known))


def _unknown_page(path: str) -> str:
    try:
        resolve(path)
    except Resolver404:
        return path
    return ""


def _below(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _below(f"{path} {name}", found)


def _docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            yield ast.get_docstring(node) or ""


def _is_vietnamese(words: str) -> bool:
    return any(letter.isalpha() and not letter.isascii() for letter in words)
