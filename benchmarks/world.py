"""The world that is measured: Vietnam on 30 June 2025, its reform drafted, and what hangs on it."""

import os
from datetime import date
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data" / "vn-reform-2025"
DAY = date(2025, 7, 1)


def set_up() -> None:
    """Django with the database of the environment, its tables made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    import django

    django.setup()
    from tinhgon.temporal.database import prepare_database

    prepare_database()


def load_vietnam(until: date | None = DAY) -> None:
    """The register as it stood before the reform, or with everything known since."""
    import yaml

    from tinhgon.audit.actors import Operator
    from tinhgon.registry import actions
    from tinhgon.statutes import JURISDICTIONS

    file = yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text(encoding="utf-8"))
    actions.load(DATA, by=Operator("benchmark"), file=file, until=until)


def draft_reform():
    """The national reform as one package of plans."""
    from tinhgon.audit.actors import Operator
    from tinhgon.registry.generic_form.folder import read_folder
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation import actions, drafting

    drafted = drafting.draft(read_folder(DATA, "VN", 64), DAY, structure(DAY))
    return actions.draft(
        "reform", by=Operator("benchmark"), on=DAY, plans=[*drafted.plans], titles={"en": "Reform"}
    )


def hang_dependants(count: int) -> None:
    """Rows that hang on the communes: grants to 5,000 people, about `count` in all."""
    from tinhgon.accounts.models import User
    from tinhgon.accounts.roles import ROLES
    from tinhgon.temporal.bulk import run, staged

    people = [User(email=f"p{n}@example.vn", name=f"P{n}", password="!") for n in range(5_000)]
    User.objects.bulk_create(people)
    first = User.objects.order_by("id").first().id
    pairs = ((n, first + n % 5_000, role) for n, role in _numbered([*ROLES] * 5_000))
    with staged("pair", {"n": "bigint", "person": "bigint", "role": "text"}, pairs, index="n"):
        run(
            """
            INSERT INTO accounts_grant (user_id, role, unit_id, valid_from, granted_by, reason)
            SELECT pair.person, pair.role, commune.unit_id, '2024-01-01', 'benchmark', ''
            FROM (SELECT unit_id, row_number() OVER (ORDER BY unit_id) AS place
                  FROM registry_version
                  WHERE level = 'commune' AND recorded_to IS NULL AND valid_to IS NULL) commune
            JOIN pair ON pair.n >= (commune.place * %(each)s) %% 30000
                     AND pair.n < (commune.place * %(each)s) %% 30000 + %(each)s
            """,
            each=round(count / 10_035),
        )


def _numbered(roles: list[str]) -> list[tuple[int, str]]:
    return list(enumerate(sorted(roles)))
