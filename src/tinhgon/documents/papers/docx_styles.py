"""The styles of papers in DOCX: black, in Times New Roman, as large as the form wants."""

from typing import Any, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tinhgon.documents.papers.value import Paper

FACE = "Times New Roman"
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
BLACK = RGBColor(0, 0, 0)
LONGEST_TITLE = 255
"""The longest that a file may be called in its own properties."""


class Style(NamedTuple):
    """How letters and paragraphs look; `size` is more or less than the form's, in points."""

    size: float = 0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    before: float = 0
    after: float = 0
    indent: float = 0
    align: Any = None
    stays: bool = False


STATE = {
    "Title": Style(0, bold=True, before=18, stays=True),
    "Subtitle": Style(0, bold=True, stays=True),
    "Heading 1": Style(0, bold=True, before=12, after=6, indent=12.7, stays=True),
    "Heading 2": Style(0, bold=True, before=6, after=6, indent=12.7, stays=True),
    "Paper Body": Style(0, after=6, indent=12.7, align=JUSTIFIED),
    "Paper Basis": Style(0, italic=True, after=6, indent=12.7, align=JUSTIFIED),
    "Paper Order": Style(0, bold=True, before=6, after=6, align=WD_ALIGN_PARAGRAPH.CENTER),
    "Paper Blank": Style(0, italic=True, after=6, indent=12.7, align=JUSTIFIED),
    "Paper Body Name": Style(-1, bold=True),
    "Paper Nation": Style(-2, bold=True),
    "Paper Motto": Style(-1, bold=True),
    "Paper Head": Style(-1, before=2),
    "Paper Day": Style(-1, italic=True, before=2),
    "Paper Stamp": Style(-1, bold=True, before=2),
    "Paper Mark": Style(-4, italic=True, align=WD_ALIGN_PARAGRAPH.CENTER),
    "Paper Rule": Style(-12),
    "Paper Gap": Style(-8),
    "Paper To": Style(0, before=12, after=12),
    "Paper Copies": Style(-2, bold=True, italic=True, before=12),
    "Paper Copy": Style(-3),
    "Paper Signs": Style(0, bold=True, before=12),
    "Paper Signs As": Style(0, bold=True),
    "Paper Annex": Style(0, bold=True, before=6),
    "Paper Annex Title": Style(0, bold=True, before=3),
    "Paper Number": Style(-1),
    "Paper Cell": Style(-3),
    "Paper Cell Strong": Style(-3, bold=True),
    "Paper Cell Head": Style(-3, bold=True),
    "Paper Trace": Style(-5),
}
PARTY = STATE | {
    "Title": Style(2, bold=True, before=18, stays=True),
    "Paper Body Name": Style(0, bold=True),
    "Paper Nation": Style(1, bold=True),
    "Paper Head": Style(0, before=2),
    "Paper Day": Style(0, italic=True, before=2),
    "Paper Copies": Style(0, underline=True, before=12),
    "Paper Signs As": Style(0),
    "Paper Copy": Style(-2),
}


def prepare(document: Any, paper: Paper) -> None:
    """Give a new document the styles of a paper, its title and its language."""
    styles = PARTY if paper.form.below_body == "star" else STATE
    _letters(document.styles["Normal"], Style(), paper.form.size)
    for name, style in styles.items():
        _set(_style(document, name), style, paper.form.size)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    document.core_properties.title = f"{paper.title} {paper.subject}".strip()[:LONGEST_TITLE]
    document.core_properties.author = ""
    document.core_properties.comments = paper.trace
    if paper.form.language:
        _language(document, f"{paper.form.language}-{paper.form.country}")


def _style(document: Any, name: str) -> Any:
    if name in [style.name for style in document.styles]:
        return document.styles[name]
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    return made


def _set(made: Any, style: Style, size: float) -> None:
    _letters(made, style, size)
    format = made.paragraph_format
    format.space_before, format.space_after = Pt(style.before), Pt(style.after)
    format.first_line_indent = Mm(style.indent)
    format.keep_with_next = style.stays
    if style.align is not None:
        format.alignment = style.align
    for border in made.element.xpath("w:pPr/w:pBdr | w:rPr/w:spacing | w:rPr/w:kern"):
        border.getparent().remove(border)


def _letters(made: Any, style: Style, size: float) -> None:
    font = made.font
    font.name, font.size, font.color.rgb = FACE, Pt(size + style.size), BLACK
    font.bold, font.italic, font.underline = style.bold, style.italic, style.underline
    faces = made.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), FACE)


def _language(document: Any, language: str) -> None:
    """Tell spelling and screen readers which language it is."""
    for lang in document.styles.element.xpath("//w:docDefaults//w:lang"):
        lang.set(qn("w:val"), language)
