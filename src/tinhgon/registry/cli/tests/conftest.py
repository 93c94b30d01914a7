"""Commands of the register as somebody would type them."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from click.testing import CliRunner
from django.utils import translation

from tinhgon.config.cli import main


@dataclass(frozen=True)
class Said:
    """What a command said and with which code it left."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run():
    """Run `tinhgon registry …` as a person, or as the operator of the machine."""

    def command(*words: Any, by: str | None = None, language: str = "en") -> Said:
        who = ["--as", by] if by else []
        with translation.override(language):
            result = CliRunner().invoke(
                main, ["--language", language, *who, "registry", *map(str, words)]
            )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return command
