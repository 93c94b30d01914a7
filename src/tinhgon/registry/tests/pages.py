"""What tests read of a page."""

from bs4 import BeautifulSoup
from django.http import HttpResponse


def soup(response: HttpResponse) -> BeautifulSoup:
    """The page as it can be searched."""
    return BeautifulSoup(response.content, "html.parser")


def words(page: BeautifulSoup, selector: str) -> list[str]:
    """The words of everything that matches, with single spaces."""
    return [" ".join(found.get_text(" ").split()) for found in page.select(selector)]
