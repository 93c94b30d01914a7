"""A copy of the whole database, of one moment, to try something on."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, connections
from django.db.backends.postgresql.client import DatabaseClient


@contextmanager
def on_a_copy() -> Iterator[None]:
    """Run the block on a copy of the database, which is gone afterwards; others notice nothing.

    Not within a transaction. On PostgreSQL the programs pg_dump and pg_restore are needed.
    """
    with tempfile.TemporaryDirectory() as folder:
        copied = _copied_file if connection.vendor == "sqlite" else _copied_on_server
        with copied(Path(folder)) as name:
            own = connections["default"]
            connections["default"] = type(own)({**own.settings_dict, "NAME": name}, "default")
            try:
                yield
            finally:
                connections["default"].close()
                connections["default"] = own


@contextmanager
def _copied_file(folder: Path) -> Iterator[str]:
    name = str(folder / "copy.sqlite3")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [name])
    yield name


@contextmanager
def _copied_on_server(folder: Path) -> Iterator[str]:
    name = f"{connection.settings_dict['NAME']}_copy_{os.getpid()}"
    told, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    reached = told[1:-1]  # host, port and user, without the client and the name
    dump = str(folder / "dump")
    source = str(connection.settings_dict["NAME"])
    _run(
        "pg_dump",
        "--format=custom",
        "--no-owner",
        f"--file={dump}",
        *reached,
        source,
        **environment or {},
    )
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        _run("pg_restore", "--no-owner", f"--dbname={name}", *reached, dump, **environment or {})
        yield name
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _run(*command: str, **environment: str) -> None:
    subprocess.run(command, check=True, env={**os.environ, **environment}, capture_output=True)
