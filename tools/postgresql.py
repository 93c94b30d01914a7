"""Whether a PostgreSQL server can be used for the tests, and under which URL.

    python -m tools.postgresql          says so in a sentence; leaves with 77 where there is none
    python -m tools.postgresql --url    prints the URL alone, for TEST_DATABASE_URL

TEST_DATABASE_URL decides where it is set; else the local socket is tried, then 127.0.0.1.
"""

import os
import sys

import click
import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

LOCAL = ("postgresql:///tinhgon", "postgresql://127.0.0.1/tinhgon")
SECONDS = 3
NONE = 77
"""The exit code by which test programs say that they were skipped."""

NEEDED = """
    SELECT (SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user)
       AND EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist')
"""


@click.command()
@click.option("--url", "bare", is_flag=True, help="Print the URL and nothing else.")
def main(bare: bool) -> None:
    """Say whether a PostgreSQL server can be used for the tests."""
    given = os.environ.get("TEST_DATABASE_URL")
    usable = next(filter(is_usable, [given] if given else LOCAL), None)
    if usable is None:
        click.echo(
            "No PostgreSQL server is reachable on which databases may be made: "
            "the suite ran on SQLite only.",
            err=bare,
        )
        sys.exit(NONE)
    click.echo(usable if bare else "PostgreSQL is reachable: the suite runs on it too.")


def is_usable(url: str) -> bool:
    """Whether this server answers soon, lets us make databases and has what constraints need."""
    try:
        server = make_conninfo(**{**conninfo_to_dict(url), "dbname": "postgres"})
        with psycopg.connect(server, connect_timeout=SECONDS) as connection:
            row = connection.execute(NEEDED).fetchone()
    except psycopg.Error:
        return False
    return bool(row and row[0])


if __name__ == "__main__":
    main()
