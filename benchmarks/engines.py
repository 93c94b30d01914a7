"""Fresh databases to measure in: SQLite in a temporary folder, PostgreSQL where there is one."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ENGINES = ("sqlite", "postgresql")
SERVER = os.environ.get("BENCHMARK_POSTGRESQL", "postgresql:///postgres")


def on_each(module: str, said: str, measure: Callable[..., dict[str, Any]], **options: int) -> None:
    """Measure on each engine in a process of its own and print every figure, or all as JSON.

    `options` are whole numbers that `measure` takes and the command line may give otherwise.
    """
    parser = argparse.ArgumentParser(description=said.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    for name, value in options.items():
        parser.add_argument(f"--{name}", type=int, default=value)
    given = parser.parse_args()
    chosen = {name: getattr(given, name) for name in options}
    if given.engine:
        print(json.dumps(measure(**chosen)))
        return
    found: dict[str, Any] = {}
    for engine in filter(reachable, ENGINES):
        words = [f"--{name}={value}" for name, value in chosen.items()]
        figures = json.loads(run_in(engine, module, f"--engine={engine}", *words))
        found |= {f"{engine}_{name}": figure for name, figure in figures.items()}
    if given.json:
        print(json.dumps(found, indent=2))
    for name, figure in found.items() if not given.json else ():
        print(f"{figure:>12,}  {name}")


@contextmanager
def fresh(engine: str) -> Iterator[str]:
    """The DATABASE_URL of a new, empty database that is dropped afterwards."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/benchmark.sqlite3"
        return
    import psycopg

    name = f"tinhgon_benchmark_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    try:
        yield SERVER.rsplit("/", 1)[0] + f"/{name}"
    finally:
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def reachable(engine: str) -> bool:
    """Whether this engine can be measured here."""
    if engine == "sqlite":
        return True
    try:
        import psycopg

        psycopg.connect(SERVER, connect_timeout=3).close()
    except Exception as reason:
        print(f"PostgreSQL is not measured: {reason}", file=sys.stderr)
        return False
    return True


def run_in(engine: str, module: str, *arguments: str) -> str:
    """Run a module of benchmarks in a process of its own with a fresh database; its output."""
    with fresh(engine) as url:
        environment = {**os.environ, "DATABASE_URL": url}
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return done.stdout


@contextmanager
def copy() -> Iterator[None]:
    """Work in a copy of the database of this process, then go back to the original."""
    from django.db import connection

    original = connection.settings_dict["NAME"]
    connection.close()
    made = _copy_of(original, connection.vendor)
    connection.settings_dict["NAME"] = made
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = original
        _drop(made, connection.vendor)


def _copy_of(original: str, vendor: str) -> str:
    made = f"{original}_copy"
    if vendor == "sqlite":
        import sqlite3

        with sqlite3.connect(original) as database:
            database.execute("VACUUM INTO ?", [made])
        return made
    _on_server(f'CREATE DATABASE "{made}" TEMPLATE "{original}"')
    return made


def _drop(made: str, vendor: str) -> None:
    if vendor == "sqlite":
        for suffix in ("", "-wal", "-shm"):
            Path(made + suffix).unlink(missing_ok=True)
    else:
        _on_server(f'DROP DATABASE "{made}" WITH (FORCE)')


def _on_server(statement: str) -> None:
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(statement)
