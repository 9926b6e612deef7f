"""A document as calm text on the screen, made from the very file that would be written."""

import io
import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import repeat
from typing import Any

from ui import look
from ui.pages.minutes.feed_shown import feed_of, lines_of
from ui.pages.minutes.picture_shown import DRAWING, picture_of

MARK = re.compile(r"(‹[^›]*›)")
HEADINGS = {"Title": "h1", "Heading 1": "h2", "Heading 2": "h3", "Heading 3": "h4"}
BULLETS = ("List Bullet",)
QUIET = ("Subtitle", "MACE Note")
FACTS = "MACE Facts"
_LINES = {
    "title": "<h3>{}</h3>",
    "heading": "<h4>{}</h4>",
    "text": "<p>{}</p>",
    "quiet": '<p class="quiet">{}</p>',
}


def html_of(name: str, blob: bytes) -> str:
    """Give a document's words as HTML for a read-only view; doubtful words are tinted.

    Word files keep headings, lists and tables; the feed is told a recommendation a block, and other
    files are shown as they stand, none of their lines wider than the view.
    """
    if not name.endswith(".docx"):
        feed = feed_of(blob) if name.endswith(".json") else None
        return _feed(feed) if feed is not None else _as_it_stands(blob)
    import docx

    opened: Any = docx.Document(io.BytesIO(blob))
    inside = "".join(_parts(opened))
    return f"<style>{_style()}</style>{_edge(opened)}{inside}"


def _feed(feed: dict[str, Any]) -> str:
    inside = "".join(_LINES[kind].format(_marked(line)) for kind, line in lines_of(feed))
    return f"<style>{_style()}</style>{inside}"


def _as_it_stands(blob: bytes) -> str:
    words = escape(blob.decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    return f'<pre style="white-space: pre-wrap">{words}</pre>'


def _parts(opened: Any) -> Iterator[str]:
    listing = False
    for part in opened.iter_inner_content():
        bullet = hasattr(part, "runs") and part.style.name in BULLETS
        if bullet != listing:
            yield "<ul>" if bullet else "</ul>"
            listing = bullet
        yield _paragraph(part) if hasattr(part, "runs") else _table(part)
    if listing:
        yield "</ul>"


def _paragraph(part: Any) -> str:
    style = part.style.name
    words = "".join(_run(run) for run in part.runs)
    if style in BULLETS:
        return f"<li>{words}</li>"
    if style in HEADINGS:
        return f"<{HEADINGS[style]}>{words}</{HEADINGS[style]}>"
    if style in QUIET:
        return f'<p class="quiet">{words}</p>'
    return f"<p>{words}</p>"


def _run(run: Any) -> str:
    pictures = "".join(map(picture_of, run._r.iter(DRAWING), repeat(run.part)))
    words = pictures or _marked(run.text)
    return f"<b>{words}</b>" if run.bold else words


def _marked(text: str) -> str:
    return "".join(
        f'<span class="doubt">{escape(part)}</span>' if MARK.fullmatch(part) else escape(part)
        for part in MARK.split(text)
    ).replace("\n", "<br>")


def _table(part: Any) -> str:
    rows, widths = [], _widths(part)
    for at, row in enumerate(part.rows):
        heading = at == 0 and row._tr.trPr is not None and row._tr.trPr.find(_HEADER) is not None
        cell = "th" if heading else "td"
        told = [
            f"<{cell} {look_of}>{_cell(one)}</{cell}>"
            for one, look_of in zip(row.cells, widths, strict=False)
        ]
        rows.append(f"<tr>{''.join(told)}</tr>")
    # The whole width is rounded to a point too much, and the view would scroll sideways.
    return f'<table cellspacing="0" cellpadding="5" width="99%">{"".join(rows)}</table><p></p>'


def _widths(part: Any) -> list[str]:
    """How wide each column of a table is, as the file has it; of facts what they are is quiet."""
    if part.style is not None and part.style.name == FACTS:
        return ['class="quiet" width="26%"', *[""] * (len(part.columns) - 1)]
    wide = [column.width or 0 for column in part.columns]
    # The last takes what rounding leaves.
    return [*(f'width="{100 * one // sum(wide)}%"' if one else "" for one in wide[:-1]), ""]


def _cell(one: Any) -> str:
    return "<br>".join("".join(_run(run) for run in p.runs) for p in one.paragraphs)


def _edge(opened: Any) -> str:
    """What stands at the top and the foot of every page, each thing once."""
    section = opened.sections[0]
    told = [
        " ".join(part.split()).replace("Page of", "Page x of y")
        for edge in (section.header, section.footer)
        for paragraph in edge.paragraphs
        for part in re.split(r"[\t\n]", paragraph.text)
    ]
    once = [one for one in dict.fromkeys(filter(None, told)) if not _begins_another(one, told)]
    words = " · ".join(once)
    return f'<p class="quiet">On every page: {escape(words)}</p>' if words else ""


def _begins_another(part: str, parts: Iterable[str]) -> bool:
    """The marking by itself is not said again where the handling line begins with it."""
    return any(other != part and other.startswith(part) for other in parts)


def _style() -> str:
    the_look = look.current()
    ink, soft, line = (the_look.colour(name).name() for name in ("ink", "soft", "line"))
    ground, doubt = (the_look.colour(name).name() for name in ("medium_ground", "medium"))
    sizes = {tag: the_look.px(size) for tag, size in (("h1", 22), ("h2", 18), ("h3", 16))}
    heads = "".join(f"{tag} {{ font-size: {size}px; }} " for tag, size in sizes.items())
    return (
        f"body {{ color: {ink}; font-size: {the_look.px(14)}px; }} {heads}"
        f"h4 {{ font-size: {the_look.px(14)}px; }}"
        f".quiet {{ color: {soft}; }} .doubt {{ background: {ground}; color: {doubt}; }}"
        f"table {{ border-color: {line}; }} th {{ color: {soft}; text-align: left; }}"
        f"td, th {{ border-bottom: 1px solid {line}; vertical-align: top; }}"
    )


_HEADER = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblHeader"
