"""Every command says what it does, and every command that a document names exists."""

import pytest

from tests.docs.reading import command_lines, commands, text, unknown_in


@pytest.mark.parametrize(("path", "command"), commands(), ids=lambda value: str(value))
def test_every_command_has_help(path, command):
    assert command.help, path


@pytest.mark.parametrize(("path", "command"), commands(), ids=lambda value: str(value))
def test_every_option_of_a_command_has_help(path, command):
    silent = [
        one.name for one in command.params if one.param_type_name == "option" and not one.help
    ]

    assert silent == []


@pytest.mark.parametrize(("document", "line"), command_lines())
def test_every_command_of_a_document_exists(document, line):
    assert unknown_in(line) == ""


@pytest.mark.parametrize("document", ["README.md", "README.vi.md"])
def test_a_readme_is_short(document):
    assert len(text(document).splitlines()) < 120


def test_both_readmes_name_the_same_commands():
    lines = command_lines()

    english = [line for document, line in lines if document == "README.md"]
    vietnamese = [line for document, line in lines if document == "README.vi.md"]

    assert [line.replace("--language en ", "") for line in english] == vietnamese


def test_a_command_that_is_not_there_is_noticed():
    assert unknown_in("make tea") == "tea"
    assert unknown_in("tinhgon registry brew") == "registry brew"
    assert unknown_in("tinhgon plan list --hot") == "--hot"
    assert unknown_in("curl http://localhost/api/v1/tea") == "/api/v1/tea"
