"""What is kept of directives, by subject: directives with their tasks, books of documents."""

from tinhgon.directives.models.correspondence import Book, BookEntry, Direction, Forwarding
from tinhgon.directives.models.directives import Directive, Kind, Task

__all__ = ["Book", "BookEntry", "Direction", "Directive", "Forwarding", "Kind", "Task"]
