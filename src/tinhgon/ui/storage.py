"""Static files under names that hold a hash of their content, so that browsers may keep them."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Hashed(CompressedManifestStaticFilesStorage):
    """A file that was never collected keeps its plain name, instead of failing the whole page.

    So a page goes out where `make assets` had no network or `collectstatic` has not run: it is
    plainer then, not absent.
    """

    manifest_strict = False

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        try:
            named: str = super().hashed_name(name, content, filename)
        except ValueError:
            return name
        return named
