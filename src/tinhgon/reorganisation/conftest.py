"""Packages of the small world beside the reform itself, and pages as soup."""

from datetime import date

import pytest
from tests.made_once import made_once

from tinhgon.conftest import approved, reloaded
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.api.tests.conftest import ask, send  # noqa: F401 - fixtures
from tinhgon.registry.tests.pages import soup
from tinhgon.reorganisation import actions

SOON = date(2199, 7, 1)
"""A day that has not come yet."""


@pytest.fixture(scope="session")
def papers_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _papers_are_kept_elsewhere(settings, papers_folder):
    """Long papers that tests have made are not kept among those of whoever runs them."""
    settings.HOME = papers_folder


@pytest.fixture
def draft(world, operator):
    """Draft operations as a package of one plan, by default of an instrument that was issued."""

    def drafted(code, *operations, on=world.day, titles=None, instrument="01/NQ-HĐND", by=operator):
        Instrument.objects.get_or_create(number="01/NQ-HĐND", issued=None)
        plan = Plan(code="plan", day=on, operations=operations, instrument=instrument)
        named = titles or {"vi": f"Gói {code}", "en": f"Package {code}"}
        return actions.draft(code, by=by, on=on, plans=[plan], titles=named)

    return drafted


@pytest.fixture
@made_once
def shared(draft, world):
    """Ms Hương lets Tây Mỗ and Mễ Trì share Đại Mỗ, of which Ms Lan keeps the contacts.

    Neither is the main one: somebody must say with whom Ms Lan goes on.
    """
    halves = [
        Form(successor=key, sources=(Source(unit="DM", extent="part"),)) for key in ("TM", "MT")
    ]
    return draft("shared", *halves, Conclude(unit="DM"), instrument=None, by=world.huong)


@pytest.fixture
@made_once
def coming(draft, operator):
    """Tây Mỗ and Mễ Trì are to be one ward, enacted for a day that has not come."""
    from tinhgon.domain.structure.operations.consolidate import Consolidate

    new = Unit("TMT", "commune", "phường", "Tây Mễ", "00637", "D019")
    package = draft("coming", Consolidate(sources=("TM", "MT"), successor=new), on=SOON)
    actions.enact(approved(package, operator), by=operator, on=date(2025, 6, 20))
    return reloaded(package)


@pytest.fixture
def show(client):
    """A page as soup, in English unless told otherwise."""

    def shown(address, language="en", status=200, **asked):
        root = "" if language == "vi" else f"/{language}"
        response = client.get(f"{root}{address}", asked)
        assert response.status_code == status
        return soup(response)

    return shown
