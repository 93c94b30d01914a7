"""The program, killed by the system at one moment of its writing: `python -m tests.kill.dying`.

The first word is the moment: after so many writes, when it is about to commit (`commit`), or when
it has committed and said nothing yet (`committed`). Those after it are the command.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

WRITES = ("INSERT", "UPDATE", "DELETE")


def die() -> None:
    """Nothing is closed, rolled back or said."""
    os.kill(os.getpid(), signal.SIGKILL)


class After:
    """Dies when this many statements have written something."""

    def __init__(self, writes: int) -> None:
        self.left = writes

    def watch(self, connection: BaseDatabaseWrapper, **_signal: Any) -> None:
        connection.execute_wrappers.append(self)

    def __call__(self, execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        done = execute(sql, *given)
        self.left -= sql.lstrip().startswith(WRITES)
        if not self.left:
            die()
        return done


def die_around_commit(committed: bool) -> None:
    commit = BaseDatabaseWrapper._commit

    def dying(connection: BaseDatabaseWrapper) -> None:
        if committed:
            commit(connection)
        die()

    BaseDatabaseWrapper._commit = dying


def main(moment: str, words: list[str]) -> None:
    from tinhgon.config.cli import main as tinhgon

    if moment.isdigit():
        after = After(int(moment))
        connection_created.connect(after.watch, weak=False)
    else:
        die_around_commit(moment == "committed")
    tinhgon(words)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
