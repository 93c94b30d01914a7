"""Many look-ups shared among all cores: each works with the one directory that is in memory.

For commands alone: a server has other requests for its cores.
"""

import gc
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from django.db import connections

from tinhgon.registry.directory import Directory
from tinhgon.registry.where.batch import Asked, answers

WORTH_SHARING = 1_000
"""Fewer questions are answered before another process has begun."""

AT_ONCE = 100

_given: tuple[Any, ...] = ()
"""In a helper process: the directory and the days of all questions."""


def shared_answers(
    directory: Directory, asked: Sequence[Asked], asked_on: date | None, on: date
) -> Iterator[tuple[str, ...]]:
    """The rows of `batch.answers`, in the same order, worked out on as many cores as there are."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(asked) < WORTH_SHARING or cores < 2:
        yield from answers(directory, asked, asked_on, on)
        return
    _ = directory.index  # made once, before the others are born with it
    connections.close_all()
    gc.freeze()  # memory that nobody writes to stays shared
    given = (directory, asked_on, on)
    with multiprocessing.get_context("fork").Pool(cores, _take, (given,)) as helpers:
        for rows in helpers.imap(_answer, _parts(asked)):
            yield from rows


def _take(given: tuple[Any, ...]) -> None:
    global _given
    _given = given


def _answer(asked: list[Asked]) -> list[tuple[str, ...]]:
    directory, asked_on, on = _given
    return list(answers(directory, asked, asked_on, on))


def _parts(asked: Iterable[Asked]) -> Iterator[list[Asked]]:
    left = iter(asked)
    while part := list(islice(left, AT_ONCE)):
        yield part
