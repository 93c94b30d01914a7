import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import tinhgon.temporal.constraints


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("registry", "0001_initial"),
        ("staff", "0001_initial"),
        ("work", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Book",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("incoming", "Documents that come in"),
                            ("outgoing", "Documents that go out"),
                        ],
                        max_length=8,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=100)),
                (
                    "system",
                    models.CharField(
                        choices=[("state", "Of the State"), ("party", "Of the Party")],
                        default="state",
                        max_length=5,
                    ),
                ),
                ("issuer", models.CharField(blank=True, max_length=30)),
                ("opened_at", models.DateTimeField()),
                ("opened_by", models.CharField(max_length=100)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="books",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "direction", "year", "name"),
                        name="directives_one_book_of_a_name",
                        violation_error_message="The unit keeps a book of this name in this year already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="directives_book_has_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1945), ("year__lte", 2999)),
                        name="directives_book_of_a_year",
                    ),
                    tinhgon.temporal.constraints.WrittenOnce(
                        columns=("unit_id", "direction", "year", "opened_at"),
                        name="directives_book_stays",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BookEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("serial", models.PositiveIntegerField()),
                ("number", models.CharField(blank=True, max_length=60)),
                ("key", models.CharField(blank=True, max_length=60)),
                ("issued", models.DateField()),
                ("kind", models.CharField(max_length=60)),
                ("abstract", models.CharField(max_length=1000)),
                ("received", models.DateField(blank=True, null=True)),
                ("sender", models.CharField(blank=True, max_length=300)),
                ("due", models.DateField(blank=True, null=True)),
                ("signer", models.CharField(blank=True, max_length=200)),
                ("recipients", models.CharField(blank=True, max_length=1000)),
                ("plain", models.TextField()),
                ("plain_party", models.TextField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.CharField(max_length=100)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_by", models.CharField(blank=True, max_length=100)),
                ("cancel_reason", models.CharField(blank=True, max_length=500)),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="directives.book",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="book_entries",
                        to="documents.instrument",
                    ),
                ),
                (
                    "sender_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["key", "issued"], name="directives_entry_by_number")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("book", "serial"),
                        name="directives_a_number_is_given_once",
                        violation_error_message="This number of the book was given already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gt", 0)), name="directives_numbers_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("instrument__isnull", True),
                                ("received__isnull", False),
                                ("recipients", ""),
                                ("signer", ""),
                                models.Q(("sender", ""), _negated=True),
                            ),
                            models.Q(
                                ("due__isnull", True),
                                ("received__isnull", True),
                                ("sender", ""),
                                ("sender_unit__isnull", True),
                                models.Q(
                                    models.Q(
                                        ("number", ""),
                                        ("signer", ""),
                                        ("recipients", ""),
                                        _connector="OR",
                                    ),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="directives_came_in_or_went_out",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("abstract", ""), _negated=True),
                            models.Q(("kind", ""), _negated=True),
                        ),
                        name="directives_entry_says_what",
                        violation_error_message="Say of which kind the document is and what about.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received__isnull", True),
                            ("received__gte", models.F("issued")),
                            _connector="OR",
                        ),
                        name="directives_received_once_issued",
                        violation_error_message="It was received before it was issued.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due__isnull", True),
                            ("due__gte", models.F("received")),
                            _connector="OR",
                        ),
                        name="directives_answered_once_received",
                        violation_error_message="An answer is due on the day it came, or later.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cancel_reason", ""),
                                ("cancelled_at__isnull", True),
                                ("cancelled_by", ""),
                            ),
                            models.Q(
                                ("cancelled_at__isnull", False),
                                models.Q(("cancelled_by", ""), _negated=True),
                                models.Q(("cancel_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="directives_cancelled_by_somebody",
                        violation_error_message="Say why the registration is cancelled.",
                    ),
                    tinhgon.temporal.constraints.WrittenOnce(
                        columns=("book_id", "serial", "entered_at", "entered_by"),
                        name="directives_numbers_stay",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Committee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "key",
                    models.CharField(
                        max_length=64,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^\\w[\\w@.:~+-]{0,63}\\Z")
                        ],
                    ),
                ),
                ("titles", models.JSONField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("invented", models.BooleanField(default=False)),
                (
                    "ended_under",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.instrument",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committees",
                        to="documents.instrument",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="directives_committee_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_from__isnull", False)),
                        name="directives_a_committee_begins",
                        violation_error_message="Say from which day on there is the committee.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_under__isnull", True),
                                ("reason", ""),
                                ("valid_to__isnull", True),
                            ),
                            models.Q(
                                ("valid_to__isnull", False),
                                models.Q(
                                    ("ended_under__isnull", False),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="directives_a_committee_is_dissolved_on_a_ground",
                        violation_error_message="Name the instrument, or say why it is dissolved.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitteeUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("name", "In whose name it stands"),
                            ("office", "Standing office"),
                        ],
                        max_length=6,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("handing_on", models.PositiveSmallIntegerField(editable=False, null=True)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="directives.committee",
                    ),
                ),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="directives.committeeunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_units",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="directives_committeeunit_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("committee_id", "capacity"),
                        end="valid_to",
                        name="directives_one_unit_a_capacity",
                        open_in="handing_on",
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Forwarding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forwardings",
                        to="directives.bookentry",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.officer",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    tinhgon.temporal.constraints.AppendOnly(
                        name="directives_forwarding_append_only"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("head", "Head of the committee"),
                            ("deputy", "Deputy head of the committee"),
                            ("standing", "Standing member"),
                            ("member", "Member"),
                            ("secretary", "Secretary"),
                        ],
                        max_length=9,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=150)),
                ("position", models.CharField(blank=True, max_length=300)),
                ("looks_after", models.CharField(blank=True, max_length=500)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="directives.committee",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.instrument",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="staff.officer",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="directives_member_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("officer__isnull", False), ("position", "")),
                            models.Q(
                                ("officer__isnull", True),
                                models.Q(("name", ""), _negated=True),
                                models.Q(("position", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="directives_a_member_is_an_officer_or_named",
                        violation_error_message="Name an officer by their number, or write a name and a position.",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("committee_id",),
                        end="valid_to",
                        name="directives_one_head_a_day",
                        only=("role", ("head",)),
                        open_in=None,
                        start="valid_from",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("committee_id", "officer_id"),
                        end="valid_to",
                        name="directives_a_member_once_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="directives.member",
                    ),
                ),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="directives.memberunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looked_after",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="directives_memberunit_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("member_id", "unit_id"),
                        end="valid_to",
                        name="directives_looked_after_once_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("day", models.DateField(blank=True, null=True)),
                ("what", models.CharField(max_length=500)),
                ("product", models.CharField(blank=True, max_length=300)),
                ("recurring", models.BooleanField(default=False)),
                ("added_on", models.DateField()),
                ("added_by", models.CharField(max_length=100)),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="directives.planitem",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="directives.member",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("day__isnull", True),
                                ("month__gte", 1),
                                ("month__isnull", False),
                                ("month__lte", 12),
                            ),
                            models.Q(("day__isnull", False), ("month__isnull", True)),
                            _connector="OR",
                        ),
                        name="directives_an_item_is_due_in_a_month_or_on_a_day",
                        violation_error_message="Name a month or a day, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True),
                        name="directives_an_item_says_what",
                        violation_error_message="Say what is planned.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("handing_on", models.PositiveSmallIntegerField(editable=False, null=True)),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="directives.itemunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items_prepared",
                        to="registry.unit",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="directives.planitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="directives_itemunit_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("item_id",),
                        end="valid_to",
                        name="directives_one_unit_prepares_an_item",
                        open_in="handing_on",
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("place", models.CharField(max_length=300)),
                ("called_on", models.DateField()),
                ("called_by", models.CharField(max_length=100)),
                ("held", models.BooleanField(blank=True, null=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("settled_by", models.CharField(blank=True, max_length=100)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="directives.committee",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("held__isnull", True),
                                ("reason", ""),
                                ("settled_by", ""),
                                ("settled_on__isnull", True),
                            ),
                            models.Q(
                                ("held", True),
                                ("settled_on__isnull", False),
                                models.Q(("settled_by", ""), _negated=True),
                            ),
                            models.Q(
                                ("held", False),
                                ("settled_on__isnull", False),
                                models.Q(("settled_by", ""), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="directives_a_session_is_settled_wholly",
                        violation_error_message="Say why the session is cancelled.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("held__isnull", True), ("held", True), _connector="OR"),
                        fields=("committee", "at"),
                        name="directives_one_session_an_instant",
                        violation_error_message="The committee meets at that hour already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("moved", "moved"),
                            ("entrusted", "entrusted to another member"),
                            ("done", "done"),
                            ("dropped", "dropped"),
                        ],
                        max_length=9,
                    ),
                ),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=100)),
                ("words", models.CharField(max_length=1000)),
                ("month", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("day", models.DateField(blank=True, null=True)),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entrusted",
                        to="directives.member",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="directives.planitem",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dealt_with",
                        to="directives.session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("what", "moved"),
                                models.Q(
                                    models.Q(
                                        ("day__isnull", True),
                                        ("month__gte", 1),
                                        ("month__isnull", False),
                                        ("month__lte", 12),
                                    ),
                                    models.Q(("day__isnull", False), ("month__isnull", True)),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                models.Q(("what", "moved"), _negated=True),
                                ("day__isnull", True),
                                ("month__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="directives_only_what_is_moved_has_another_day",
                        violation_error_message="Name a month or a day, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("member__isnull", False), ("what", "entrusted")),
                            models.Q(
                                models.Q(("what", "entrusted"), _negated=True),
                                ("member__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="directives_only_what_is_entrusted_has_a_member",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True),
                            ("session__isnull", False),
                            _connector="OR",
                        ),
                        name="directives_an_event_says_why",
                        violation_error_message="Give the reason: it stays with the plan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("session__isnull", True), ("what", "done"), _connector="OR"
                        ),
                        name="directives_a_session_does_an_item",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("what__in", ("done", "dropped"))),
                        fields=("item",),
                        name="directives_item_closed_once",
                    ),
                    tinhgon.temporal.constraints.AppendOnly(
                        name="directives_plan_event_append_only"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Directive",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        max_length=64,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^\\w[\\w@.:~+-]{0,63}\\Z")
                        ],
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("conclusion", "Conclusion"),
                            ("programme", "Programme of a resolution"),
                            ("instruction", "Instruction"),
                        ],
                        default="conclusion",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("day", models.DateField()),
                ("number", models.CharField(blank=True, max_length=60)),
                ("text", models.TextField(blank=True)),
                ("template", models.CharField(blank=True, max_length=40)),
                ("clarities", models.JSONField(blank=True, default=dict)),
                ("drafted_at", models.DateTimeField()),
                ("drafted_by", models.CharField(max_length=100)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("issued_by", models.CharField(blank=True, max_length=100)),
                ("invented", models.BooleanField(default=False)),
                (
                    "carries_out",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_out_by",
                        to="documents.instrument",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directives",
                        to="documents.instrument",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directives",
                        to="registry.unit",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directives",
                        to="directives.session",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "day"], name="directives_of_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="directives_has_a_title",
                        violation_error_message="Say what the directive is called.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issued_at__isnull", True), ("issued_by", "")),
                            models.Q(
                                ("issued_at__isnull", False),
                                models.Q(("issued_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="directives_issued_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("attended", models.BooleanField(blank=True, null=True)),
                ("stood_in", models.CharField(blank=True, max_length=200)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="directives.member",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invited",
                        to="directives.session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "member"), name="directives_invited_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stood_in", ""), ("attended", False), _connector="OR"),
                        name="directives_nobody_stands_in_for_who_came",
                        violation_error_message="Nobody stands in for whoever came.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=500)),
                (
                    "planned",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="on_agendas",
                        to="directives.planitem",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda",
                        to="directives.session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "number"), name="directives_agenda_in_order"
                    ),
                    models.UniqueConstraint(
                        fields=("session", "planned"), name="directives_planned_once_on_an_agenda"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="directives_agenda_says_what",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=500)),
                ("product", models.CharField(blank=True, max_length=500)),
                ("kind", models.CharField(default="task", max_length=40)),
                ("leads", models.JSONField(blank=True, default=list)),
                ("contributors", models.JSONField(blank=True, default=list)),
                ("due", models.DateField(blank=True, null=True)),
                ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "measure",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("working-days", "working days"),
                            ("days", "days"),
                            ("months", "months"),
                        ],
                        max_length=12,
                    ),
                ),
                ("clarities", models.JSONField(blank=True, default=dict)),
                ("doubts", models.JSONField(blank=True, default=list)),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "directive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="directives.directive",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.officer",
                    ),
                ),
                (
                    "work",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="task",
                        to="work.work",
                    ),
                ),
            ],
            options={
                "ordering": ["place", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due__isnull", True), ("number__isnull", True), _connector="OR"
                        ),
                        name="directives_task_is_due_once",
                        violation_error_message="Name a day or a term, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure", ""), ("number__isnull", True)),
                            models.Q(("number__gte", 1), models.Q(("measure", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="directives_term_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="directives_task_rests_on_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="YearPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("drafted_on", models.DateField()),
                ("drafted_by", models.CharField(max_length=100)),
                ("adopted_on", models.DateField(blank=True, null=True)),
                ("adopted_by", models.CharField(blank=True, max_length=100)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="directives.committee",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.instrument",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "year"), name="directives_one_plan_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1900), ("year__lte", 8999)),
                        name="directives_a_plan_is_of_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("adopted_by", ""),
                                ("adopted_on__isnull", True),
                                ("instrument__isnull", True),
                            ),
                            models.Q(
                                ("adopted_on__isnull", False),
                                models.Q(("adopted_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="directives_a_plan_is_adopted_wholly",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="planitem",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="directives.yearplan",
            ),
        ),
        migrations.AddConstraint(
            model_name="planitem",
            constraint=models.UniqueConstraint(
                fields=("plan", "carried_from"),
                name="directives_an_item_is_carried_over_once",
                violation_error_message="This item was carried over already.",
            ),
        ),
    ]
