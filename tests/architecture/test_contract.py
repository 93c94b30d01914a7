"""What openapi.json promises of every operation."""

import pytest

from tinhgon.accounts.idempotency import WRITING
from tinhgon.config.api import api

CONTRACT = api.get_openapi_schema()
WRITTEN = {
    operation["operationId"]: operation
    for path in CONTRACT["paths"].values()
    for method, operation in path.items()
    if method.upper() in WRITING
}
SENT = {
    name: operation["requestBody"]["content"]["application/json"]["schema"]
    for name, operation in WRITTEN.items()
    if "schema" in operation.get("requestBody", {}).get("content", {}).get("application/json", {})
}
"""The schema of what is sent to each operation, but for whole files."""


def test_there_are_operations_that_write():
    assert len(SENT) > 20


@pytest.mark.parametrize("name", sorted(SENT))
def test_a_member_that_nobody_knows_is_refused(name):
    named = SENT[name]["$ref"].rpartition("/")[2]

    assert CONTRACT["components"]["schemas"][named]["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_a_request_that_writes_may_bear_a_key_by_which_it_is_done_once(name):
    assert "Idempotency-Key" in [one["name"] for one in WRITTEN[name]["parameters"]]
