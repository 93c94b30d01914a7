"""Directives of the small world: what Nam Từ Liêm decides in June 2025 for its wards."""

from tinhgon.work.conftest import books, empty_books, staffed, standing, works  # noqa: F401
