"""Sentences for why a table of addresses cannot be answered."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tinhgon.registry.where.batch import BadTable

TABLES: dict[str, Promise] = {
    "no-such-column": gettext_lazy("There is no column “%(column)s”. Found: %(found)s."),
    "which-column": gettext_lazy(
        "No column is called query, address or địa chỉ. Name the one with the addresses. "
        "Found: %(found)s."
    ),
    "empty": gettext_lazy("The file is empty."),
    "too-many-rows": gettext_lazy(
        "The table has more than %(most)s rows. Split it, or use the command `tinhgon registry "
        "lookup`, which takes any number."
    ),
    "no-rows": gettext_lazy("The table has a header and nothing below it."),
    "wrong-encoding": gettext_lazy(
        "Line %(line)s is not UTF-8. Save the file as “CSV UTF-8” and choose it again."
    ),
    "not-csv": gettext_lazy(
        "This is not CSV from line %(line)s on. Look for a quotation mark without its pair."
    ),
    "too-much": gettext_lazy("Unpacked, the file is larger than %(limit)s MB."),
    "not-xlsx": gettext_lazy("The file cannot be read as XLSX. Save it anew, or as CSV UTF-8."),
    "formula": gettext_lazy(
        "Row %(line)s holds a formula. Store the values themselves: copy, then paste as values."
    ),
}


def table_words(wrong: BadTable) -> str:
    """Why a table of addresses cannot be answered, and what to do."""
    return str(TABLES[wrong.code]) % wrong.facts
