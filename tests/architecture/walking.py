"""How the tests of the architecture walk the doors: every view and every operation of the API."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tinhgon.config.api import api

EXAMPLES = {"IntConverter": 1, "SlugConverter": "reform", "KeyConverter": "DM"}
"""What stands in an address for a parameter, by the class of its converter; else the letter x."""

Parameters = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class View:
    """A view, what its address needs and who may pass."""

    name: str
    module: str
    permission: str | None
    parameters: Parameters

    @property
    def address(self) -> str:
        """An address of the view, in the language that is spoken."""
        return reverse(self.name, kwargs=dict(self.parameters))

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Operation:
    """An operation of the API and who may call it."""

    name: str
    method: str
    path: str
    permission: str | None

    @property
    def address(self) -> str:
        """An address of the operation."""
        return "/api/v1" + re.sub(r"{int:\w+}", "1", self.path).replace("{key}", "DM").replace(
            "{code}", "reform"
        )

    def __str__(self) -> str:
        return self.name


def views() -> list[View]:
    """Every view that has an address, but for the operations of the API."""
    return [view for view in _below(get_resolver()) if view.module != "ninja.operation"]


def operations() -> list[Operation]:
    """Every operation of the API."""
    return [
        Operation(
            operation.operation_id,
            method,
            prefix + path,
            getattr(operation.view_func, "permission", None),
        )
        for prefix, router in api._routers
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    ]


def example(name: str) -> Any:
    """A body that the operation of this name reads, as small as its contract allows."""
    contract = _contract()
    (asked,) = (
        operation
        for path in contract["paths"].values()
        for operation in path.values()
        if operation["operationId"] == name
    )
    schema = asked.get("requestBody", {}).get("content", {}).get("application/json", {})
    return _example(schema.get("schema", {"type": "object"}), contract)


@cache
def _contract() -> dict[str, Any]:
    return api.get_openapi_schema()


def _below(resolver: URLResolver, space: str = "", asked: Parameters = ()) -> Iterator[View]:
    space = f"{space}{resolver.namespace}:" if resolver.namespace else space
    for pattern in resolver.url_patterns:
        parameters = (*asked, *_parameters(pattern))
        if isinstance(pattern, URLResolver):
            yield from _below(pattern, space, parameters)
        else:
            view: Any = pattern.callback
            name = f"{space}{pattern.name or view.__name__}"
            yield View(name, view.__module__, getattr(view, "permission", None), parameters)


def _parameters(pattern: URLPattern | URLResolver) -> Iterator[tuple[str, Any]]:
    for name, converter in pattern.pattern.converters.items():
        yield name, EXAMPLES.get(type(converter).__name__, "x")


def _example(schema: dict[str, Any], contract: dict[str, Any]) -> Any:
    if "$ref" in schema:
        named = schema["$ref"].rpartition("/")[2]
        return _example(contract["components"]["schemas"][named], contract)
    if "anyOf" in schema:
        return _example(schema["anyOf"][0], contract)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "integer":
        return schema.get("minimum", 0)
    if schema.get("type") == "object":
        members, needed = schema.get("properties", {}), schema.get("required", ())
        return {name: _example(members[name], contract) for name in needed}
    if schema.get("type") == "array":
        return [_example(schema["items"], contract)]
    return "2025-07-01" if schema.get("format") == "date" else "x" * schema.get("minLength", 1)
