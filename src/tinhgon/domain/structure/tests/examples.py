"""The examples of docs/reference/structure-json.md: its blocks of JSON, and its tables."""

import json
import re
from pathlib import Path
from typing import Any

from tinhgon.domain.structure.documents import read_operation
from tinhgon.domain.structure.operations import Operation

PAGE = Path(__file__).parents[5] / "docs" / "reference" / "structure-json.md"
TEXT = PAGE.read_text(encoding="utf-8")

BLOCKS: tuple[dict[str, Any], ...] = tuple(
    json.loads(block) for block in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
)
STRUCTURES = [block for block in BLOCKS if "units" in block]
PLANS = [block for block in BLOCKS if "plan" in block]
OPERATIONS = {block["verb"]: block for block in BLOCKS if "verb" in block}

EXAMPLES: dict[str, Operation] = {verb: read_operation(block) for verb, block in OPERATIONS.items()}
"""One operation of each verb."""


def members(heading: str) -> dict[str, bool]:
    """The members that the table under a heading names, and whether they must be there."""
    section = re.split(rf"^#+ {heading}$", TEXT, flags=re.MULTILINE)[1]
    table = re.split(r"^#", section, flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| `(\w+)` \| .* \| (yes|no) \|", table, re.MULTILINE)
    return {name: must == "yes" for name, must in rows}
