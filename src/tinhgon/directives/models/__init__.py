"""What is kept of directives, by subject: books of documents that come in and go out."""

from tinhgon.directives.models.correspondence import Book, BookEntry, Direction, Forwarding

__all__ = ["Book", "BookEntry", "Direction", "Forwarding"]
