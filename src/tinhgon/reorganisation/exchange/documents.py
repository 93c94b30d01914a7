"""Plans as YAML and JSON: one document, of which every fault is found again by its line."""

import json
import re
from collections.abc import Iterable
from typing import Any

import yaml

from tinhgon.domain.structure.documents import Json, plan_document, read_plan
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.plan_tables.faults import Fault, Faulty

MOST_DEEP = 40
"""No plan goes deeper."""

_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SAFE):  # type: ignore[misc]
    """YAML in which only true, false and null are more than texts: 00637 keeps its zeros."""

    yaml_implicit_resolvers: dict[str, Any] = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)\Z"), [*"tf"])
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)\Z"), [*"~n", ""])


class _Dumper(yaml.SafeDumper):
    """YAML in which a text with line ends or control characters is written with escapes."""


def _represented(dumper: Any, text: str) -> Any:
    style = None if text.isprintable() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represented)


def json_text(plan: Plan) -> str:
    """A plan as JSON."""
    return json.dumps(plan_document(plan), ensure_ascii=False, indent=2) + "\n"


def yaml_text(plan: Plan) -> str:
    """A plan as YAML, the same document."""
    document = plan_document(plan)
    written = yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return str(written)


def read_json(text: str) -> Plan:
    """The plan that a JSON document says. Raises `Faulty`."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as wrong:
        raise Faulty([Fault(wrong.lineno, None, "not-json", {"at": wrong.colno})]) from None
    except (RecursionError, ValueError):
        raise Faulty([Fault(None, None, "not-json", {"at": 1})]) from None
    return _plan(document, text)


def read_yaml(text: str) -> Plan:
    """The plan that a YAML document says. Raises `Faulty`."""
    try:
        _check_events(yaml.parse(text, Loader=_SAFE))
        document = yaml.load(text, Loader=_Loader)
    except Faulty:
        raise
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        line, at = (mark.line + 1, mark.column + 1) if mark else (None, 1)
        raise Faulty([Fault(line, None, "not-yaml", {"at": at})]) from None
    except (yaml.YAMLError, ValueError):
        raise Faulty([Fault(None, None, "not-yaml", {"at": 1})]) from None
    return _plan(document, text)


def _check_events(events: Iterable[Any]) -> None:
    """Refuse what goes too deep, and what stands for something said elsewhere."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise Faulty([Fault(line, None, "alias")])
        if depth > MOST_DEEP:
            raise Faulty([Fault(line, None, "too-deep")])


def _plan(document: Json, text: str) -> Plan:
    try:
        return read_plan(document)
    except Malformed as wrong:
        path = str(wrong.facts.get("path", ""))
        raise Faulty([Fault(_line(text, path), path or None, wrong.code, wrong.facts)]) from None


def _line(text: str, path: str) -> int | None:
    """Where in a document a path leads, as far as it goes; JSON is read as the YAML it is."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError):
        return None
    for step in path.split(".") if path else ():
        inner = _inner(node, step)
        if inner is None:
            break
        node = inner
    return node.start_mark.line + 1 if node else None


def _inner(node: Any, step: str) -> Any:
    if isinstance(node, yaml.SequenceNode) and step.isdecimal() and int(step) < len(node.value):
        return node.value[int(step)]
    if isinstance(node, yaml.MappingNode):
        found = (value for key, value in node.value if key.value == step)
        return next(found, None)
    return None
