"""An act in a process forked from this one, killed by the system at one moment of it.

Nothing has to be imported anew, so that many moments cost little. The connection of the suite is
left alone: the new process opens one of its own, and never closes what it has inherited.
"""

import os
import signal
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.db import connection

from tests.kill.dying import After, die, die_around_commit
from tinhgon.work.files.keeping import Staged


def told_until_killed(
    opened: AbstractContextManager[Any], act: Callable[[], str], moment: str
) -> str:
    """What an act told before its process was killed: nothing before it was committed.

    `opened` opens the database. A moment is as in `dying`, or `kept`: once a file has its place;
    or `told`: once the act was carried out and that was said.
    """
    hears, tells = os.pipe()
    child = os.fork()
    if not child:
        _act_and_die(opened, act, moment, tells)
    os.close(tells)
    with os.fdopen(hears) as heard:
        told = heard.read()
    _child, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return told


def _act_and_die(
    opened: AbstractContextManager[Any], act: Callable[[], str], moment: str, tells: int
) -> None:
    """What the new process does; it never goes back into the suite."""
    try:
        with opened:
            connection.ensure_connection()
            _die_at(moment)
            os.write(tells, act().encode())
            die()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _die_at(moment: str) -> None:
    if moment.isdigit():
        connection.execute_wrappers.append(After(int(moment)))
    elif moment == "kept":
        _die_once_kept()
    elif moment != "told":
        die_around_commit(moment == "committed")


def _die_once_kept() -> None:
    keep = Staged.keep

    def dying(file: Staged) -> None:
        keep(file)
        die()

    Staged.keep = dying  # type: ignore[method-assign]
