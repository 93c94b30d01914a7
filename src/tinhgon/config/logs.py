"""Logs as events with fields: lines for people, or one JSON object a line for machines."""

import logging
import traceback
from typing import Any

import structlog


def configure(options: dict[str, Any]) -> None:
    """Send structlog and the standard library through one renderer. No personal data in logs."""
    shared = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(_told),
    ]
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if options["format"] == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("tinhgon").setLevel(logging.INFO)
    # Our own lines say the same of each request, with its reference and without its query.
    for name in ("django.request", "django.server"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _told(exc_info: Any) -> str:
    """A traceback without values: no locals, and of a message the first line alone.

    Databases quote the row they refuse in the lines after the first.
    """
    lines: list[str] = []
    error: BaseException | None = exc_info[1]
    while error:
        said = str(error).partition("\n")[0][:200]
        frames = traceback.format_tb(error.__traceback__)
        lines = [*frames, f"{type(error).__name__}: {said}\n", *lines]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "".join(lines).rstrip()
