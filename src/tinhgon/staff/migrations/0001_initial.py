import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tinhgon.temporal.constraints


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_initial"),
        ("registry", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Officer",
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
                ("invented", models.BooleanField(default=False)),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="officer",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Post",
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
            ],
        ),
        migrations.CreateModel(
            name="Particulars",
            fields=[
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="particulars",
                        serialize=False,
                        to="staff.officer",
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("born", models.DateField(blank=True, null=True)),
                ("retires_as", models.CharField(blank=True, max_length=20)),
            ],
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("target", models.CharField(default="staff", max_length=80)),
                ("name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=4)),
                ("content", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("faults", models.JSONField(default=list)),
                ("at", models.DateTimeField(db_index=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                (
                    "came_from",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
                    ),
                ),
                (
                    "heir",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.unit",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("came_from", None)),
                        fields=("unit", "day"),
                        name="staff_one_heir_a_day",
                    ),
                    models.UniqueConstraint(
                        fields=("unit", "came_from", "day"), name="staff_one_restored_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit", models.F("heir")), _negated=True),
                        name="staff_heir_is_another",
                    ),
                    tinhgon.temporal.constraints.AppendOnly(name="staff_handover_append_only"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("allocate", "Allocated"),
                            ("return", "Returned"),
                            ("lapse", "Lapsed"),
                            ("transfer", "Transferred"),
                            ("freeze", "Frozen"),
                            ("thaw", "Released"),
                            ("reversal", "Reversed"),
                            ("succession", "Taken over in a reorganisation"),
                        ],
                        max_length=10,
                    ),
                ),
                ("posts", models.PositiveIntegerField()),
                ("staff_kind", models.CharField(max_length=40)),
                ("day", models.DateField()),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "source_purse",
                    models.CharField(
                        choices=[("open", "May be filled"), ("frozen", "May not be filled")],
                        max_length=6,
                        null=True,
                    ),
                ),
                (
                    "target_purse",
                    models.CharField(
                        choices=[("open", "May be filled"), ("frozen", "May not be filled")],
                        max_length=6,
                        null=True,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=100)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="documents.instrument",
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversal",
                        to="staff.movement",
                    ),
                ),
                (
                    "source_unit",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts_out",
                        to="registry.unit",
                    ),
                ),
                (
                    "target_unit",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts_in",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["source_unit", "staff_kind", "day"], name="staff_posts_out"
                    ),
                    models.Index(
                        fields=["target_unit", "staff_kind", "day"], name="staff_posts_in"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("posts__gt", 0)), name="staff_some_posts"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source_purse", None), ("source_unit", None)),
                            models.Q(
                                ("source_purse__isnull", False), ("source_unit__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="staff_source_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("target_purse", None), ("target_unit", None)),
                            models.Q(
                                ("target_purse__isnull", False), ("target_unit__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="staff_target_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("source_unit", None), ("target_unit", None), _negated=True
                        ),
                        name="staff_a_side",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("source_unit", None),
                            ("target_unit", None),
                            models.Q(
                                ("source_purse", models.F("target_purse")),
                                ("source_unit", models.F("target_unit")),
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="staff_two_accounts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("act", "reversal"),
                            models.Q(
                                ("act", "allocate"),
                                ("target_unit__isnull", False),
                                models.Q(
                                    ("source_unit", models.F("target_unit")),
                                    ("source_unit__isnull", False),
                                    ("target_unit__isnull", False),
                                    _negated=True,
                                ),
                            ),
                            models.Q(
                                ("act__in", ["return", "transfer"]),
                                ("source_unit__isnull", False),
                                ("target_unit__isnull", False),
                                models.Q(
                                    ("source_unit", models.F("target_unit")),
                                    ("source_unit__isnull", False),
                                    ("target_unit__isnull", False),
                                    _negated=True,
                                ),
                            ),
                            models.Q(
                                ("act", "lapse"),
                                ("source_unit__isnull", False),
                                ("target_unit", None),
                            ),
                            models.Q(
                                ("act", "freeze"),
                                ("source_purse", "open"),
                                ("target_purse", "frozen"),
                                ("source_unit", models.F("target_unit")),
                                ("source_unit__isnull", False),
                                ("target_unit__isnull", False),
                            ),
                            models.Q(
                                ("act", "thaw"),
                                ("source_purse", "frozen"),
                                ("target_purse", "open"),
                                ("source_unit", models.F("target_unit")),
                                ("source_unit__isnull", False),
                                ("target_unit__isnull", False),
                            ),
                            models.Q(
                                ("act", "succession"),
                                ("source_purse", models.F("target_purse")),
                                ("source_unit__isnull", False),
                                ("target_unit__isnull", False),
                                models.Q(
                                    ("source_unit", models.F("target_unit")),
                                    ("source_unit__isnull", False),
                                    ("target_unit__isnull", False),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="staff_shape_of_act",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("act", "reversal"), ("reverses__isnull", False)),
                            models.Q(
                                models.Q(("act", "reversal"), _negated=True), ("reverses", None)
                            ),
                            _connector="OR",
                        ),
                        name="staff_reversal_of_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("instrument__isnull", False),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="staff_on_some_ground",
                    ),
                    tinhgon.temporal.constraints.AppendOnly(name="staff_ledger_append_only"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("titles", models.JSONField()),
                ("staff_kind", models.CharField(max_length=40)),
                (
                    "rank",
                    models.CharField(
                        choices=[("head", "Head"), ("deputy", "Deputy"), ("none", "Not a leader")],
                        default="none",
                        max_length=6,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("handing_on", models.PositiveSmallIntegerField(editable=False, null=True)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="documents.instrument",
                    ),
                ),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="staff.placement",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="registry.unit",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="staff.post",
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
                        name="staff_placement_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("post_id",),
                        end="valid_to",
                        name="staff_one_placement_a_day",
                        open_in="handing_on",
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
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
                    "basis",
                    models.CharField(
                        choices=[
                            ("main", "Main post"),
                            ("concurrent", "Concurrently"),
                            ("loan", "On loan"),
                            ("acting", "Acting"),
                        ],
                        default="main",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="documents.instrument",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="staff.officer",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="staff.post",
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
                        name="staff_assignment_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("officer_id",),
                        end="valid_to",
                        name="staff_one_main_post_a_day",
                        only=("basis", ("main",)),
                        open_in=None,
                        start="valid_from",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("post_id",),
                        end="valid_to",
                        name="staff_one_holder_a_day",
                        only=("basis", ("main", "concurrent", "loan")),
                        open_in=None,
                        start="valid_from",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("post_id",),
                        end="valid_to",
                        name="staff_one_acting_a_day",
                        only=("basis", ("acting",)),
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("key", models.SlugField(max_length=64)),
                ("titles", models.JSONField()),
                ("bloc", models.CharField(blank=True, max_length=40)),
                ("counts", models.CharField(max_length=40)),
                ("base", models.PositiveIntegerField(blank=True, null=True)),
                ("base_day", models.DateField()),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)]
                    ),
                ),
                ("due_day", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="documents.instrument",
                    ),
                ),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="staff.target",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["key"], name="staff_target_by_key")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="staff_target_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("unit", None), models.Q(("bloc", ""), _negated=True)),
                            models.Q(("bloc", ""), ("unit__isnull", False)),
                            _connector="OR",
                        ),
                        name="staff_target_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)), name="staff_target_share"
                    ),
                ],
            },
        ),
    ]
