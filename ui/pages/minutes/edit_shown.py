"""One change from Word as it is shown: word by word, never told by colour alone."""

from html import escape
from typing import Any

from PySide6.QtWidgets import QTextBrowser

from ui import look

LOST = "Its mark was lost in Word: look whether this is the place that is meant."
SINCE = "The record has changed since this was written. It says now:"
CLOSING = (".", ",", ";", ":", "!", "?", ")", "”", "’")
NO_EXTRACT = "The extract for the child’s file then has no line of this meeting."
NEW_LINE = (
    "A new line counts as said in the room. Who may read it stands below: choose otherwise there."
)
UNHEARD = (
    "This sounds restricted and does not say for whom: it is for the chair only unless you say."
)


class EditShown(QTextBrowser):
    """The chosen change: what was taken out struck through, what was put in underlined."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._edit: Any = None
        self.show_edit(None)
        look.current().changed.connect(self._show_again)

    def show_edit(self, edit: Any) -> None:
        """Show a change, or nothing."""
        self._edit = edit
        self.setHtml("" if edit is None else _page(edit))
        self.setAccessibleName("The change" if edit is None else words_of(edit))

    def _show_again(self) -> None:
        # Its colours are written into the text: another look is another text.
        self.show_edit(self._edit)


def words_of(edit: Any) -> str:
    """A change as one sentence."""
    if edit.kind == "comment":
        return f"Comment on “{edit.was}”: {edit.now}" if edit.was else f"Comment: {edit.now}"
    if not edit.was:
        return f"New: {edit.now}"
    return f"Was: {edit.was} Now: {edit.now}" if edit.now else f"Taken out: {edit.was}"


def where_words(edit: Any) -> str:
    """Where to change what cannot be taken in, as a sentence."""
    if not edit.where:
        return "This cannot be taken in from Word."
    return f"This cannot be taken in from Word: {edit.where}."


def _page(edit: Any) -> str:
    parts = [_comment(edit)] if edit.kind == "comment" else [_changed(edit)]
    if edit.stands is not None and not edit.done:
        stands = edit.stands or "(nothing)"
        parts.append(f'<p class="doubt"><b>{SINCE}</b><br>{_lines(stands)}</p>')
    if edit.kind == "not from Word":
        parts.append(f"<p><b>{escape(where_words(edit))}</b></p>")
    if edit.line is not None:
        parts.append(f'<p class="quiet">{NEW_LINE}</p>')
        parts.append("" if edit.heard or edit.done else f'<p class="doubt"><b>{UNHEARD}</b></p>')
    if edit.empties_extract:
        parts.append(f'<p class="doubt"><b>{NO_EXTRACT}</b></p>')
    if not edit.sure:
        parts.append(f'<p class="doubt"><b>{LOST}</b></p>')
    return f"<style>{_style()}</style>{''.join(parts)}"


def _comment(edit: Any) -> str:
    about = f'<p class="quiet">On “{escape(edit.was)}”</p>' if edit.was else ""
    return f"{about}<p>{_lines(edit.now)}</p>"


def _changed(edit: Any) -> str:
    if not edit.was:
        return f'<h4>Put in</h4><p><u class="in">{_lines(edit.now)}</u></p>'
    if not edit.now:
        return f'<h4>Taken out</h4><p><s class="out">{_lines(edit.was)}</s></p>'
    from exports.returned.words import pieces

    told = "".join(f"{_blank(one.text)}{_piece(one)}" for one in pieces(edit.was, edit.now))
    head = 'Word by word: <s class="out">taken out</s>, <u class="in">put in</u>'
    return (
        f"<h4>{head}</h4><p>{told}</p>"
        f'<h4>Was</h4><p class="quiet">{_lines(edit.was)}</p><h4>Now</h4><p>{_lines(edit.now)}</p>'
    )


def _blank(text: str) -> str:
    return "" if text.startswith(CLOSING) else " "


def _piece(piece: Any) -> str:
    if piece.kind == "out":
        return f'<s class="out">{_lines(piece.text)}</s>'
    return f'<u class="in">{_lines(piece.text)}</u>' if piece.kind else _lines(piece.text)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _style() -> str:
    the_look = look.current()
    soft, gone, put = (the_look.colour(name).name() for name in ("soft", "high", "low"))
    ground = the_look.colour("medium_ground").name()
    return (
        f"body {{ font-size: {the_look.px(14)}px; color: {the_look.colour('ink').name()}; }}"
        f"h4 {{ font-size: {the_look.px(13)}px; color: {soft}; }} .quiet {{ color: {soft}; }}"
        f".out {{ color: {gone}; }} .in {{ color: {put}; font-weight: 600; }}"
        f".doubt {{ background: {ground}; }}"
    )
