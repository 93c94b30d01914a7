"""Constraints that Django cannot make on both engines, made by us on both.

They stand in a model's `Meta.constraints` like any other. Migrations only note them: a table that a
SQLite migration remakes silently loses its triggers, so `guards` takes them away before migrating
and makes them anew afterwards.
"""

from copy import copy
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import BaseConstraint, Q
from django.utils.translation import gettext_lazy as _


class Guard(BaseConstraint):
    """A constraint kept by statements of our own: `create` and `drop` give them per engine."""

    def constraint_sql(self, model: Any, schema_editor: Any) -> None:
        return None

    create_sql = constraint_sql

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        """For a migration that takes a guard away for good: `guards` would no longer know of it."""
        return "; ".join(self.drop(model._meta.db_table, schema_editor.connection.vendor))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Guard) and self.deconstruct() == other.deconstruct()

    def clone(self) -> Self:
        return copy(self)  # models hold clones; Django's would lose the sentence for people

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "") -> None:
        """Refuse what the database would refuse; by default left to the database."""

    def create(self, table: str, vendor: str) -> list[str]:
        raise NotImplementedError

    def drop(self, table: str, vendor: str) -> list[str]:
        raise NotImplementedError

    def names(self, vendor: str) -> list[str]:
        """What must be found in the database: its constraints and triggers of these names."""
        raise NotImplementedError


class NoOverlap(Guard):
    """Among rows alike in `among`, no two periods share a day; NULL is like nothing.

    `open_in` names the column that is NULL while a row counts (`recorded_to`); None counts all.
    `only` names a column with the texts of those rows that count: `("basis", ("main",))`.
    """

    def __init__(
        self,
        *,
        name: str,
        among: tuple[str, ...],
        start: str = "valid_from",
        end: str = "valid_to",
        open_in: str | None = "recorded_to",
        only: tuple[str, tuple[str, ...]] | None = None,
        violation_error_message: Any = None,
    ) -> None:
        super().__init__(
            name=name,
            violation_error_code="overlap",
            violation_error_message=violation_error_message or _("Two periods overlap."),
        )
        self.among, self.start, self.end, self.open_in = among, start, end, open_in
        self.only = only

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        for word in ("violation_error_code", "violation_error_message"):
            kwargs.pop(word, None)
        return (
            path,
            args,
            kwargs
            | {
                "among": self.among,
                "start": self.start,
                "end": self.end,
                "open_in": self.open_in,
            }
            | ({"only": self.only} if self.only else {}),
        )

    def validate(
        self, model: Any, instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS
    ) -> None:
        if self.open_in and getattr(instance, self.open_in) is not None:
            return
        if self.only and getattr(instance, self.only[0]) not in self.only[1]:
            return
        start, end = getattr(instance, self.start), getattr(instance, self.end)
        alike = {name: getattr(instance, name) for name in self.among}
        if None in alike.values():
            return
        others = model._default_manager.using(using).filter(**alike)
        if self.open_in:
            others = others.filter(**{self.open_in: None})
        if self.only:
            others = others.filter(**{f"{self.only[0]}__in": self.only[1]})
        if end:
            others = others.filter(Q(**{self.start: None}) | Q(**{f"{self.start}__lt": end}))
        if start:
            others = others.filter(Q(**{self.end: None}) | Q(**{f"{self.end}__gt": start}))
        if others.exclude(pk=instance.pk).exists():
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )

    def names(self, vendor: str) -> list[str]:
        return [self.name] if vendor == "postgresql" else [self.name, f"{self.name}_update"]

    def create(self, table: str, vendor: str) -> list[str]:
        if vendor == "postgresql":
            alike = ", ".join(f'"{column}" WITH =' for column in self.among)
            counts = self._counts()
            where = f"WHERE ({counts})" if counts else ""
            return [
                "CREATE EXTENSION IF NOT EXISTS btree_gist",
                f'ALTER TABLE "{table}" ADD CONSTRAINT "{self.name}" EXCLUDE USING gist '
                f'({alike}, daterange("{self.start}", "{self.end}", \'[)\') WITH &&) {where}',
            ]
        return [self._trigger(table, "INSERT"), self._trigger(table, self._update())]

    def drop(self, table: str, vendor: str) -> list[str]:
        if vendor == "postgresql":
            return [f'ALTER TABLE "{table}" DROP CONSTRAINT IF EXISTS "{self.name}"']
        return [f'DROP TRIGGER IF EXISTS "{name}"' for name in self.names(vendor)]

    def _counts(self, row: str = "") -> str:
        """The condition that a row counts; empty where every row does."""
        conditions = [f'{row}"{self.open_in}" IS NULL'] if self.open_in else []
        if self.only:
            column, texts = self.only
            conditions.append(f'{row}"{column}" IN ({", ".join(map(_quoted, texts))})')
        return " AND ".join(conditions)

    def _update(self) -> str:
        named = (self.open_in, self.only and self.only[0])
        watched = (*self.among, self.start, self.end, *filter(None, named))
        return "UPDATE OF " + ", ".join(f'"{column}"' for column in watched)

    def _trigger(self, table: str, event: str) -> str:
        alike = " AND ".join(f'"{column}" = NEW."{column}"' for column in self.among)
        counts, counts_now = self._counts(), self._counts("NEW.")
        others = f"AND {counts}" if counts else ""
        when = f"WHEN {counts_now}" if counts_now else ""
        name = self.name if event == "INSERT" else f"{self.name}_update"
        return f"""
            CREATE TRIGGER "{name}" AFTER {event} ON "{table}" {when} BEGIN
              SELECT RAISE(ABORT, 'constraint {self.name}') WHERE EXISTS (
                SELECT 1 FROM "{table}"
                WHERE {alike} {others} AND "id" <> NEW."id"
                  AND (NEW."{self.end}" IS NULL OR "{self.start}" IS NULL
                       OR "{self.start}" < NEW."{self.end}")
                  AND ("{self.end}" IS NULL OR NEW."{self.start}" IS NULL
                       OR NEW."{self.start}" < "{self.end}")
              );
            END
        """


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class AppendOnly(Guard):
    """Rows are written once: no update, no deletion, not even by hand."""

    def names(self, vendor: str) -> list[str]:
        return [self.name, f"{self.name}_{'truncate' if vendor == 'postgresql' else 'delete'}"]

    def create(self, table: str, vendor: str) -> list[str]:
        if vendor == "postgresql":
            return [
                f'CREATE OR REPLACE FUNCTION "{self.name}"() RETURNS trigger AS $$ '
                f"BEGIN RAISE EXCEPTION 'constraint {self.name}' "
                "USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql",
                f'CREATE TRIGGER "{self.name}" BEFORE UPDATE OR DELETE ON "{table}" '
                f'FOR EACH ROW EXECUTE FUNCTION "{self.name}"()',
                f'CREATE TRIGGER "{self.name}_truncate" BEFORE TRUNCATE ON "{table}" '
                f'FOR EACH STATEMENT EXECUTE FUNCTION "{self.name}"()',
            ]
        refuse = f"BEGIN SELECT RAISE(ABORT, 'constraint {self.name}'); END"
        return [
            f'CREATE TRIGGER "{self.name}" BEFORE UPDATE ON "{table}" {refuse}',
            f'CREATE TRIGGER "{self.name}_delete" BEFORE DELETE ON "{table}" {refuse}',
        ]

    def drop(self, table: str, vendor: str) -> list[str]:
        on = f' ON "{table}"' if vendor == "postgresql" else ""
        return [f'DROP TRIGGER IF EXISTS "{name}"{on}' for name in self.names(vendor)]


class WrittenOnce(AppendOnly):
    """What stands in some columns is written once; the row is never deleted, not even by hand."""

    def __init__(self, *, name: str, columns: tuple[str, ...]) -> None:
        super().__init__(name=name)
        self.columns = columns

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"columns": self.columns}

    def create(self, table: str, vendor: str) -> list[str]:
        """As for whole rows, where an update names one of the columns with another value."""
        other = " OR ".join(f'OLD."{one}" IS DISTINCT FROM NEW."{one}"' for one in self.columns)
        if vendor == "postgresql":
            function, _update, truncate = super().create(table, vendor)
            return [
                function,
                truncate,
                f'CREATE TRIGGER "{self.name}" BEFORE UPDATE ON "{table}" FOR EACH ROW '
                f'WHEN ({other}) EXECUTE FUNCTION "{self.name}"()',
                f'CREATE TRIGGER "{self.name}_delete" BEFORE DELETE ON "{table}" '
                f'FOR EACH ROW EXECUTE FUNCTION "{self.name}"()',
            ]
        refuse = f"BEGIN SELECT RAISE(ABORT, 'constraint {self.name}'); END"
        differs = other.replace("IS DISTINCT FROM", "IS NOT")
        return [
            f'CREATE TRIGGER "{self.name}" BEFORE UPDATE ON "{table}" WHEN {differs} {refuse}',
            f'CREATE TRIGGER "{self.name}_delete" BEFORE DELETE ON "{table}" {refuse}',
        ]

    def drop(self, table: str, vendor: str) -> list[str]:
        on = f' ON "{table}"' if vendor == "postgresql" else ""
        names = {*self.names(vendor), f"{self.name}_delete"}
        return [f'DROP TRIGGER IF EXISTS "{name}"{on}' for name in sorted(names)]


def guards_of(model: type[models.Model]) -> list[Guard]:
    """The guards that a model's Meta names."""
    return [found for found in model._meta.constraints if isinstance(found, Guard)]
