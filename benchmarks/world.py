"""The world that is measured: Vietnam on 30 June 2025, its reform drafted, and what hangs on it."""

import os
from datetime import date
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data" / "vn-reform-2025"
DAY = date(2025, 7, 1)
BEFORE = date(2025, 6, 30)


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

    from tinhgon.registry import actions
    from tinhgon.statutes import JURISDICTIONS
    from tinhgon.ui.actors import Operator

    file = yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text(encoding="utf-8"))
    actions.load(DATA, by=Operator("benchmark"), file=file, until=until)


def draft_reform():
    """The national reform as one package of plans."""
    from tinhgon.registry.generic_form.folder import read_folder
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation import actions, drafting
    from tinhgon.ui.actors import Operator

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


def stand_bodies(count: int) -> int:
    """Bodies by standard, one province after another with all below it, until there are so many."""
    from django.utils import timezone

    from tinhgon.registry.directory import directory
    from tinhgon.registry.generic_form.writing import write_folder
    from tinhgon.registry.revision import changed
    from tinhgon.registry.standard.generating import Generated

    register = directory()
    made = Generated(register, frozenset(), DAY)
    for province in sorted(register.below(None, BEFORE), key=lambda entry: entry.unit):
        if len(made.folder.units) < count:
            made.add(_with_all_below(province.unit))
    write_folder(made.folder, register.jurisdiction, timezone.now())
    changed()
    return len(made.folder.units)


def _with_all_below(key: str) -> list[str]:
    from tinhgon.registry.directory import directory

    below = directory().below(key, BEFORE)
    return [key, *(one for entry in below for one in _with_all_below(entry.unit))]


def hang_posts(count: int) -> None:
    """Posts in all bodies in turn, somebody in each; the ledger holds as many for each body."""
    from tinhgon.temporal.bulk import note_sizes, run

    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %(count)s)"
    run(
        f"INSERT INTO staff_officer (key, invented) {numbers} SELECT 'O' || i, true FROM n",
        count=count,
    )
    run(f"INSERT INTO staff_post (key) {numbers} SELECT 'V' || i FROM n", count=count)
    run(
        """
        INSERT INTO staff_placement
          (post_id, unit_id, titles, staff_kind, rank, valid_from, reason)
        SELECT post.id, body.unit_id, '{"vi": "Chuyên viên"}', 'civil-servant', 'none',
               '2024-01-01', ''
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM staff_post) post
        JOIN (SELECT unit_id, row_number() OVER (ORDER BY unit_id) AS place,
                     count(*) OVER () AS many
              FROM registry_version WHERE source = 'standards' AND recorded_to IS NULL
                AND valid_to IS NULL) body
          ON body.place = 1 + post.place %% body.many
        WHERE %(count)s > 0
        """,
        count=count,
    )
    run(
        "INSERT INTO staff_assignment (officer_id, post_id, basis, valid_from, reason) "
        "SELECT officer.id, post.id, 'main', '2024-01-01', '' FROM staff_post post "
        "JOIN staff_officer officer ON officer.key = 'O' || substr(post.key, 2)"
    )
    run(
        "INSERT INTO staff_movement (act, posts, staff_kind, day, target_unit_id, target_purse, "
        "reason, recorded_at, recorded_by) SELECT 'allocate', count(*), 'civil-servant', "
        "'2024-01-01', unit_id, 'open', 'benchmark', '2024-01-01', 'benchmark' "
        "FROM staff_placement GROUP BY unit_id"
    )
    note_sizes(*(f"staff_{table}" for table in ("placement", "assignment", "movement", "post")))


def _numbered(roles: list[str]) -> list[tuple[int, str]]:
    return list(enumerate(sorted(roles)))


def fill_up(units: int) -> None:
    """Invented villages under the communes of 2025, until so many units stand in all."""
    from django.utils import timezone

    from tinhgon.registry.queries import structure
    from tinhgon.temporal.bulk import note_sizes, run

    missing = units - len(structure(date(2026, 6, 1)))
    now = timezone.now().isoformat(" ")
    first = "(SELECT max(id) FROM registry_unit)"
    numbers = (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {missing}) "
    )
    communes = (
        "(SELECT unit_id, row_number() OVER (ORDER BY unit_id) AS place FROM registry_version "
        "WHERE level = 'commune' AND recorded_to IS NULL AND valid_to IS NULL)"
    )
    run("INSERT INTO registry_unit (id, key) " + numbers + f"SELECT {first} + i, 'V' || i FROM n")
    village = "FROM registry_unit u WHERE u.key LIKE 'V%%'"
    run(
        "INSERT INTO registry_version (unit_id, level, kind, name, source, reason, valid_from, "
        "recorded_from) SELECT id, 'village', 'thôn', 'Thôn ' || substr(key, 2), '', '', "
        f"'2025-07-01', %(now)s {village}",
        now=now,
    )
    run(
        "INSERT INTO registry_tie (unit_id, hierarchy, parent_id, reason, valid_from, "
        "recorded_from) SELECT u.id, 'administrative', c.unit_id, '', '2025-07-01', %(now)s "
        f"FROM registry_unit u JOIN {communes} c "
        "ON c.place = 1 + cast(substr(u.key, 2) AS integer) %% 3300 WHERE u.key LIKE 'V%%'",
        now=now,
    )
    note_sizes("registry_unit", "registry_version", "registry_tie")


def correct_names(count: int) -> None:
    """Correct the names of so many communes: what was known before stays known."""
    from django.utils import timezone

    from tinhgon.temporal.bulk import run

    now = timezone.now().isoformat(" ")
    run(
        "UPDATE registry_version SET recorded_to = %(now)s WHERE id IN (SELECT id FROM "
        "registry_version WHERE level = 'commune' AND valid_to IS NULL AND recorded_to IS NULL "
        "ORDER BY id LIMIT %(count)s)",
        now=now,
        count=count,
    )
    run(
        "INSERT INTO registry_version (unit_id, level, kind, name, latitude, longitude, area_km2, "
        "source, reason, valid_from, valid_to, recorded_from) SELECT unit_id, level, kind, name, "
        "latitude, longitude, area_km2, source, 'corrected', valid_from, valid_to, %(now)s "
        "FROM registry_version WHERE recorded_to = %(now)s",
        now=now,
    )


def addresses(count: int) -> list[str]:
    """Former addresses of communes, as people write them."""
    from tinhgon.registry.directory import directory

    register, eve = directory(), date(2025, 6, 30)
    found = []
    for key in sorted(register.entries):
        entry = register.on(key, eve)
        if entry and entry.level == "commune":
            found.append(register.address(register.path(entry, eve)))
    return found[:: max(len(found) // count, 1)][:count]
