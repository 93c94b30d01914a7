"""An installation with a database of its own, asked through the command line as people ask."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

SETTLED = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "TEST_DATABASE_URL")
"""What the settings of the suite say and an installation must not hear."""


@dataclass(frozen=True)
class Installation:
    """A folder with an embedded database; nothing is in it at first."""

    home: Path

    def run(self, *words: object) -> str:
        """What a command says in English; it must not fail."""
        environment = {name: said for name, said in os.environ.items() if name not in SETTLED}
        done = subprocess.run(
            [sys.executable, "-c", "from tinhgon.config.cli import main; main()", *map(str, words)],
            env=environment | {"TINHGON_HOME": str(self.home), "TINHGON_LANGUAGE": "en"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, *words: object) -> Any:
        """The document that a command of the register gives to programs."""
        return json.loads(self.run("registry", *words, "--json"))

    def count(self, day: date | str, *under: str) -> dict[str, int]:
        """How many units stand at each level."""
        return dict(self.ask("count", "--on", day, *under)["levels"])

    def look_up(
        self, queries: Iterable[str], asked_on: date | str, on: date | str
    ) -> list[dict[str, str]]:
        """The rows that answer a table of addresses."""
        asked, answered = self.home / "asked.csv", self.home / "answered.csv"
        with asked.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([["case_id", "query"], *enumerate(queries)])
        days = ("--asked-on", asked_on, "--on", on)
        self.run("registry", "lookup", asked, *days, "--output", answered)
        return list(csv.DictReader(answered.open(encoding="utf-8")))
