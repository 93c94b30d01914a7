"""The catalogues of what the program says: extract, check, compile. Needs no GNU gettext.

Sentences in the code are English; `locale/vi` holds all of them in Vietnamese, and `locale/en` the
few of other packages that we word otherwise in English. Files are written without dates, places
and obsolete entries, sorted, so that a change shows nothing but what changed.
"""

import io
import re
import sys
import sysconfig
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as read_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/tinhgon"
LOCALE = SOURCE / "locale"
VIETNAMESE = LOCALE / "vi/LC_MESSAGES/django.po"
THIRD_PARTY = LOCALE / "third_party.txt"
INSTALLED = Path(sysconfig.get_paths()["purelib"])

Id = str | tuple[str, str]
Said = tuple[str | None, Id]
"""A sentence as the code says it: its context, and its text (one, or singular and plural)."""

ONE, MANY = None, (1, 2)
IN_CONTEXT, MANY_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), ONE),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), MANY),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), IN_CONTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), MANY_IN_CONTEXT),
}
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural};\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}|</?[a-z]+")


@click.group()
def main() -> None:
    """Catalogues of the program."""
    if not settings.configured:
        settings.configure()


@main.command()
def extract() -> None:
    """Read new sentences into the Vietnamese catalogue; those no longer said leave it."""
    fresh = _written(_updated())
    open_ones = sum(1 for message in _read(VIETNAMESE, fresh) if message.id and not message.string)
    if fresh != _text(VIETNAMESE):
        VIETNAMESE.parent.mkdir(parents=True, exist_ok=True)
        VIETNAMESE.write_text(fresh, encoding="utf-8")
    click.echo(f"{_place(VIETNAMESE)}: {open_ones} to translate")


@main.command()
def check() -> None:
    """Fail on a sentence that is missing, unsure or has lost a value on the way."""
    complaints = list(_complaints())
    for complaint in complaints:
        click.echo(complaint, err=True)
    sys.exit(1 if complaints else 0)


@main.command()
def compile() -> None:
    """Write the .mo files that Django reads, where the .po is newer."""
    for written in LOCALE.glob("*/LC_MESSAGES/*.po"):
        compiled = written.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= written.stat().st_mtime:
            continue
        with compiled.open("wb") as file:
            write_mo(file, _read(written))


# --- What the code says ---------------------------------------------------------------------------


def said() -> set[Said]:
    """Every sentence of ours, and of the files of other packages that readers meet here."""
    paths = [*_sources(SOURCE), *_third_party()]
    return _without_twins({found for path in paths for found in _sentences(path)})


def _sources(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.suffix in (".py", ".html", ".txt") and not {"tests", "migrations"} & set(parts):
            yield path


def _sentences(path: Path) -> Iterator[Said]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = _as_python(text)
    found = read_python("python", io.BytesIO(text.encode()), keywords=KEYWORDS)
    for _line, text_or_texts, _comments, context in found:
        if text_or_texts:
            yield context, text_or_texts


def _as_python(template: str) -> str:
    """A template as lines of Python that hold its sentences; indentation would mislead."""
    return "\n".join(line.strip() for line in templatize(template).splitlines())


def _third_party() -> Iterator[Path]:
    for line in THIRD_PARTY.read_text(encoding="utf-8").splitlines():
        path = INSTALLED / line
        if not line or line.startswith("#"):
            continue
        if not path.exists():
            raise click.ClickException(f"{THIRD_PARTY.name} names {line}, which is not installed.")
        yield from _sources(path) if path.is_dir() else [path]


def _without_twins(found: set[Said]) -> set[Said]:
    """A sentence said both alone and as singular of a pair is one entry, with its plural."""
    pairs = {(context, text[0]) for context, text in found if isinstance(text, tuple)}
    return {one for one in found if one not in pairs}


# --- Catalogues -----------------------------------------------------------------------------------


def _updated() -> Catalog:
    """The Vietnamese catalogue with exactly the sentences that are said."""
    kept = {(message.context, _first(message)): message for message in _read(VIETNAMESE)}
    fresh = Catalog(locale="vi")
    for context, text in said():
        known = kept.get((context, text if isinstance(text, str) else text[0]))
        fresh.add(text, _carried(known, text), context=context, flags=_flags(known))
    return fresh


def _carried(known: Message | None, text: Id) -> str | tuple[str, ...]:
    """The translation so far, in the shape that the sentence has now."""
    words = known.string if known else ""
    words = words[0] if isinstance(words, (tuple, list)) else words
    return (words,) if isinstance(text, tuple) else words


def _flags(known: Message | None) -> set[str]:
    return {"fuzzy"} if known and known.fuzzy else set()


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _read(path: Path, text: str | None = None) -> Catalog:
    content = _text(path) if text is None else text
    language = path.parent.parent.name
    return read_po(io.BytesIO(content.encode()), locale=language)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _written(catalogue: Catalog) -> str:
    body = io.BytesIO()
    write_po(body, catalogue, omit_header=True, no_location=True, sort_output=True, width=98)
    head = HEADER.format(language=catalogue.locale, plural=catalogue.plural_forms.rstrip(";"))
    return head + body.getvalue().decode().strip("\n") + "\n"


# --- Checks ---------------------------------------------------------------------------------------


def _complaints() -> Iterator[str]:
    if _written(_updated()) != _text(VIETNAMESE):
        yield f"{_place(VIETNAMESE)}: the code says other sentences now; run `make messages`"
    spoken = {(message.context, _first(message)) for message in _read(VIETNAMESE)}
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        for message in filter(_is_sentence, _read(path)):
            for wrong in _wrongs(message):
                yield f"{_place(path)}: {wrong}: {_first(message)!r}"
            if (message.context, _first(message)) not in spoken:
                yield f"{_place(path)}: nobody says this any more: {_first(message)!r}"


def _place(path: Path) -> Path:
    return path.relative_to(ROOT)


def _is_sentence(message: Message) -> bool:
    return bool(message.id)


def _wrongs(message: Message) -> Iterator[str]:
    """What is wrong with one translation; nothing where all is well."""
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    if not all(strings):
        yield "not translated"
        return
    if message.fuzzy:
        yield "marked as fuzzy"
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    for words in strings:
        if _values(words) != _values(ids[-1]):
            yield "has other values or tags than the English"
        if _margins(words) != _margins(ids[-1]):
            yield "begins or ends a line otherwise than the English"
        if unicodedata.normalize("NFC", words) != words:
            yield "is not composed (NFC)"


def _values(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def _margins(text: str) -> tuple[bool, bool]:
    return text.startswith("\n"), text.endswith("\n")


if __name__ == "__main__":
    main()
