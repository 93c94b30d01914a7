import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tinhgon.temporal.constraints
import tinhgon.work.models.reminding


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("documents", "0001_initial"),
        ("registry", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedAddress",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="feed_address",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("event", models.BigIntegerField(default=0)),
                ("custody", models.BigIntegerField(default=0)),
                ("extension", models.BigIntegerField(default=0)),
                ("day", models.DateField()),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="notices_read",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reminders",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "came",
                    models.CharField(
                        choices=[
                            ("none", "Not at all"),
                            ("program", "In the program"),
                            ("at-once", "By e-mail at once"),
                            ("daily", "In one e-mail a day"),
                        ],
                        default="daily",
                        max_length=8,
                    ),
                ),
                (
                    "due",
                    models.CharField(
                        choices=[
                            ("none", "Not at all"),
                            ("program", "In the program"),
                            ("at-once", "By e-mail at once"),
                            ("daily", "In one e-mail a day"),
                        ],
                        default="daily",
                        max_length=8,
                    ),
                ),
                (
                    "late",
                    models.CharField(
                        choices=[
                            ("none", "Not at all"),
                            ("program", "In the program"),
                            ("at-once", "By e-mail at once"),
                            ("daily", "In one e-mail a day"),
                        ],
                        default="daily",
                        max_length=8,
                    ),
                ),
                (
                    "report",
                    models.CharField(
                        choices=[
                            ("none", "Not at all"),
                            ("program", "In the program"),
                            ("at-once", "By e-mail at once"),
                            ("daily", "In one e-mail a day"),
                        ],
                        default="daily",
                        max_length=8,
                    ),
                ),
                (
                    "extension",
                    models.CharField(
                        choices=[
                            ("none", "Not at all"),
                            ("program", "In the program"),
                            ("at-once", "By e-mail at once"),
                            ("daily", "In one e-mail a day"),
                        ],
                        default="at-once",
                        max_length=8,
                    ),
                ),
                (
                    "answered",
                    models.CharField(
                        choices=[
                            ("none", "Not at all"),
                            ("program", "In the program"),
                            ("at-once", "By e-mail at once"),
                            ("daily", "In one e-mail a day"),
                        ],
                        default="program",
                        max_length=8,
                    ),
                ),
                (
                    "days",
                    models.JSONField(
                        blank=True,
                        default=tinhgon.work.models.reminding.three_and_one,
                        validators=[tinhgon.work.models.reminding.check_days],
                    ),
                ),
                ("own", models.BooleanField(default=True)),
                ("of_unit", models.BooleanField(default=True)),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Vietnamese"), ("en", "English")],
                        default="vi",
                        max_length=5,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Work",
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
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=500)),
                ("product", models.CharField(blank=True, max_length=500)),
                ("origin", models.CharField(blank=True, max_length=300)),
                ("template", models.CharField(max_length=40)),
                ("clarities", models.JSONField(blank=True, default=dict)),
                ("invented", models.BooleanField(default=False)),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="works_given",
                        to="registry.unit",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="works",
                        to="documents.instrument",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="work.work",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="work_has_a_title",
                        violation_error_message="Say what is to be done.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("instrument__isnull", False),
                            models.Q(("origin", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="work_comes_from_something",
                        violation_error_message="Say by which instrument it is given, or where from.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="work_is_no_part_of_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
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
                            ("issued", "issued"),
                            ("accepted", "accepted"),
                            ("reported", "reported"),
                            ("sent-back", "sent-back"),
                            ("confirmed", "confirmed"),
                            ("suspended", "suspended"),
                            ("resumed", "resumed"),
                            ("withdrawn", "withdrawn"),
                            ("commented", "commented"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=100)),
                ("words", models.CharField(blank=True, max_length=2000)),
                ("evidence_on", models.DateField(blank=True, null=True)),
                (
                    "answers",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="work.event",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.instrument",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="work.work",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["work", "at"], name="work_happened"),
                    models.Index(
                        condition=models.Q(("what__in", ("confirmed", "withdrawn"))),
                        fields=["unit", "work"],
                        name="work_closed_by_unit",
                    ),
                    models.Index(
                        condition=models.Q(("what", "reported")),
                        fields=["work"],
                        name="work_reported",
                    ),
                    models.Index(
                        condition=models.Q(("what", "suspended")),
                        fields=["work"],
                        name="work_suspended",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("what", "issued")),
                        fields=("work",),
                        name="work_is_issued_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("what__in", ("confirmed", "withdrawn"))),
                        fields=("work",),
                        name="work_is_closed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answers__isnull", False),
                                ("what__in", ("sent-back", "confirmed", "resumed")),
                            ),
                            models.Q(
                                models.Q(
                                    ("what__in", ("sent-back", "confirmed", "resumed")),
                                    _negated=True,
                                ),
                                ("answers__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="work_event_answers_what_it_must",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evidence_on__isnull", True),
                            ("evidence_on__lte", models.F("on")),
                            _connector="OR",
                        ),
                        name="work_evidence_is_not_from_later",
                        violation_error_message="Evidence cannot be of a day after the report.",
                    ),
                    tinhgon.temporal.constraints.AppendOnly(name="work_event_append_only"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("works", models.BooleanField()),
                ("number", models.CharField(max_length=60)),
                ("known", models.DateField()),
                ("reason", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "number"),
                        name="work_a_notice_names_a_day_once",
                        violation_error_message="This notice has named that day before.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("not-ours", "It is not for this unit to do"),
                            ("not-possible", "It cannot be done as it was given"),
                            ("judgement", "That it is late is not justly judged"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.CharField(max_length=2000)),
                ("by", models.CharField(max_length=100)),
                ("at", models.DateTimeField()),
                ("due_then", models.DateField(blank=True, null=True)),
                ("upheld", models.BooleanField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decided_by", models.CharField(blank=True, max_length=100)),
                ("answer", models.CharField(blank=True, max_length=2000)),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="work.work",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("kind", "judgement"), ("upheld", True)),
                        fields=["work", "due_then"],
                        name="work_excused",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_then__isnull", False), ("kind", "judgement")),
                            models.Q(
                                ("due_then__isnull", True),
                                ("kind__in", ["not-ours", "not-possible"]),
                            ),
                            _connector="OR",
                        ),
                        name="work_objection_is_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="work_objection_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("decided_at__isnull", True),
                                ("decided_by", ""),
                                ("upheld__isnull", True),
                            ),
                            models.Q(
                                ("decided_at__gte", models.F("at")),
                                ("upheld__isnull", False),
                                models.Q(("decided_by", ""), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="work_objection_decided_wholly",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("upheld__isnull", True)),
                        fields=("work",),
                        name="work_one_objection_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateField()),
                ("reason", models.CharField(max_length=500)),
                ("asked_on", models.DateField()),
                ("asked_by", models.CharField(max_length=100)),
                ("due_then", models.DateField()),
                ("granted", models.BooleanField(blank=True, null=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decided_by", models.CharField(blank=True, max_length=100)),
                ("answer", models.CharField(blank=True, max_length=500)),
                (
                    "resumption",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extension",
                        to="work.event",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="work.work",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("granted", True)), fields=["work"], name="work_extended"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__gt", models.F("due_then")),
                            models.Q(
                                ("asked_on__lte", models.F("due_then")),
                                ("resumption__isnull", False),
                                _connector="OR",
                            ),
                        ),
                        name="work_extension_is_longer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_by", ""),
                                ("decided_on__isnull", True),
                                ("granted__isnull", True),
                            ),
                            models.Q(
                                ("decided_on__isnull", False),
                                ("granted__isnull", False),
                                models.Q(("decided_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="work_extension_decided_wholly",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("granted__isnull", True),
                            ("granted", False),
                            ("resumption__isnull", False),
                            ("decided_on__lte", models.F("due_then")),
                            _connector="OR",
                        ),
                        name="work_extension_granted_before_it_was_due",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("granted__isnull", True)),
                        fields=("work",),
                        name="work_one_extension_asked_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Custody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.DateTimeField()),
                (
                    "because",
                    models.CharField(
                        choices=[
                            ("issued", "Issued"),
                            ("handed-over", "Handed over"),
                            ("reorganised", "Taken over in a reorganisation"),
                            ("restored", "Given back to a restored unit"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("by", models.CharField(max_length=100)),
                (
                    "came_from",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.officer",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="works_held",
                        to="registry.unit",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody",
                        to="work.work",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["unit", "work", "start", "officer"], name="work_came_to_unit"
                    ),
                    models.Index(fields=["came_from", "work", "start"], name="work_left_unit"),
                    models.Index(
                        condition=models.Q(("officer__isnull", False)),
                        fields=["officer", "work", "start"],
                        name="work_came_to_officer",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("work", "start"), name="work_one_custody_an_instant"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("came_from__isnull", True)),
                        fields=("work",),
                        name="work_is_issued_to_one_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("because", "issued"), ("came_from__isnull", True)),
                            models.Q(
                                models.Q(("because", "issued"), _negated=True),
                                ("came_from__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="work_comes_from_somebody_but_once",
                    ),
                    tinhgon.temporal.constraints.AppendOnly(name="work_custody_append_only"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contributor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="work.contributor",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="works_contributed_to",
                        to="registry.unit",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributors",
                        to="work.work",
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
                        name="work_contributor_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("work_id", "unit_id"),
                        end="valid_to",
                        name="work_contributes_once_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=80)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("day", models.DateField(blank=True, null=True)),
                ("put_by", models.CharField(max_length=100)),
                ("at", models.DateTimeField()),
                ("on", models.DateField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="work.event",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="work.work",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="work_file_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gte", 1), ("size__lte", 30000000)),
                        name="work_file_is_neither_empty_nor_too_large",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("day__isnull", True), ("day__lte", models.F("on")), _connector="OR"
                        ),
                        name="work_file_is_not_of_later",
                        violation_error_message="A file cannot be of a day that has not come.",
                    ),
                    tinhgon.temporal.constraints.AppendOnly(name="work_attachment_append_only"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Told",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(default=0)),
                ("custody", models.BigIntegerField(default=0)),
                ("extension", models.BigIntegerField(default=0)),
                ("day", models.DateField()),
                ("stream", models.CharField(max_length=8)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("stream", "day"), name="work_told_once_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkDay",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField(unique=True)),
                ("works", models.BooleanField()),
                ("position", models.PositiveIntegerField()),
                ("ends", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("works", True)),
                        fields=("position",),
                        name="work_one_working_day_a_position",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FileWithdrawal",
            fields=[
                (
                    "attachment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="withdrawal",
                        serialize=False,
                        to="work.attachment",
                    ),
                ),
                ("reason", models.CharField(max_length=500)),
                ("by", models.CharField(max_length=100)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="work_file_is_withdrawn_why",
                    ),
                    tinhgon.temporal.constraints.AppendOnly(
                        name="work_file_withdrawal_append_only"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("reason", models.CharField(max_length=300)),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputising",
                        to="staff.officer",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
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
                        name="work_delegation_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("officer", models.F("deputy")), _negated=True),
                        name="work_nobody_is_their_own_deputy",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", False), ("valid_to__isnull", False)
                        ),
                        name="work_an_absence_ends",
                        violation_error_message="Say from when until when somebody is away.",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("officer_id",),
                        end="valid_to",
                        name="work_one_deputy_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(default=0)),
                ("custody", models.BigIntegerField(default=0)),
                ("extension", models.BigIntegerField(default=0)),
                ("day", models.DateField()),
                ("stream", models.CharField(max_length=8)),
                ("after_event", models.BigIntegerField()),
                ("after_custody", models.BigIntegerField()),
                ("after_extension", models.BigIntegerField()),
                ("after_day", models.DateField()),
                ("due", models.DateTimeField(blank=True, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("sent", models.DateTimeField(blank=True, null=True)),
                ("answer", models.CharField(blank=True, max_length=200)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("due__isnull", False)),
                        fields=["due"],
                        name="work_letter_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stream", "daily")),
                        fields=("user", "day"),
                        name="work_one_daily_letter_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent__isnull", True), ("due__isnull", True), _connector="OR"
                        ),
                        name="work_a_letter_that_was_sent_is_not_due",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "work",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="term",
                        serialize=False,
                        to="work.work",
                    ),
                ),
                ("day", models.DateField(blank=True, null=True)),
                ("since", models.DateField(blank=True, null=True)),
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
                ("length", models.PositiveIntegerField(blank=True, null=True)),
                ("promised", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("day__isnull", False),
                                ("length__isnull", True),
                                ("measure", ""),
                                ("number__isnull", True),
                                ("promised", models.F("day")),
                                ("since__isnull", True),
                            ),
                            models.Q(
                                ("day__isnull", True),
                                ("length__gte", 1),
                                ("measure__in", ["working-days", "days", "months"]),
                                ("number__gte", 1),
                                ("since__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="work_term_is_a_day_or_counted",
                    )
                ],
            },
        ),
    ]
