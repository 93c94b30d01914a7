"""The picture that leads a telephone to the page of a paper."""

import io

import segno


def qr_png(url: str) -> bytes:
    """As PNG, for DOCX."""
    return _picture(url, "png", scale=8)


def qr_svg(url: str) -> str:
    """As SVG, for PDF."""
    return _picture(url, "svg", scale=1).decode()


def _picture(url: str, kind: str, scale: int) -> bytes:
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind=kind, scale=scale, border=2)
    return out.getvalue()
