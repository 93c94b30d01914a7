"""The published schema, ready to judge documents."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tinhgon.domain.structure import documents

SCHEMA: dict[str, Any] = json.loads(
    Path(documents.__file__).with_name("plan.schema.json").read_text(encoding="utf-8")
)
_FORMATS = Draft202012Validator.FORMAT_CHECKER
PLAN = Draft202012Validator(SCHEMA, format_checker=_FORMATS)
STRUCTURE = Draft202012Validator(
    {"$ref": "#/$defs/structure", "$defs": SCHEMA["$defs"]}, format_checker=_FORMATS
)
