"""Books in the main menu, for whoever keeps or sees some."""

import pytest

from tinhgon.registry.tests.pages import soup, words


@pytest.fixture
def menu(client):
    """The menu of somebody on a page, and where they are in it."""

    def shown(address, by):
        client.force_login(by)
        page = soup(client.get(address))
        return words(page, ".tg-nav a"), words(page, ".tg-nav a[aria-current]")

    return shown


def test_the_clerk_and_whoever_sees_works_have_an_entry(clerk, world, menu):
    assert "Document books" in menu("/en/help/", clerk)[0]
    assert "Sổ văn bản" in menu("/help/", clerk)[0]
    assert "Document books" in menu("/en/help/", world.hung)[0]


def test_whoever_sees_no_books_has_none(keeping, world, menu):
    assert "Document books" not in menu("/en/help/", world.an)[0]
    assert "Document books" not in menu("/en/help/", world.lan)[0]


def test_opening_a_book_stands_under_books(clerk, menu):
    assert menu("/en/units/DM/correspondence/new/", clerk)[1] == ["Document books"]
    assert menu("/en/correspondence/", clerk)[1] == ["Document books"]
