"""The files of the statutes as they are written.

YAML 1.1 reads `on` and `no` as yes and no, and decimals as floats; here `on` is a word, and a
decimal keeps every digit that stands there.
"""

import re
from decimal import Decimal
from typing import Any

import yaml

TRUTH = "tag:yaml.org,2002:bool"


class _Loader(yaml.CSafeLoader):
    """YAML with the words that lawyers write."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != TRUTH]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(TRUTH, re.compile("true|false"), list("tf"))
_Loader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node))
)


def load(file: Any) -> Any:
    """What a file says."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
