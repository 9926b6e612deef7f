"""Word's content controls and legacy form fields: what the person filling them in chose."""

import re
from xml.etree.ElementTree import Element

from models.intake.opening.glyphs import OPEN, TICKED
from models.intake.opening.parse import attribute, below, child, local
from models.intake.opening.styles import toggle

PROMPT = re.compile(
    r"^(please )?(click|tap|click or tap)( here)? to (enter|add|type|select|choose) .{1,40}$"
    r"|^(please )?(choose|select|pick)( an?| one| your)?( item| option| date| value| from.{0,20})?"
    r"[.…:-]*$"
    r"|^(click|tap)( here)?[.…]*$"
    r"|^(enter|type) (text|a date|date|your text)( here)?[.…]*$",
    re.IGNORECASE,
)


def is_prompt(text: str) -> bool:
    """Return whether text is Word's own invitation to fill a control in, which is no answer."""
    return bool(PROMPT.match(" ".join(text.split())))


def is_blank(control: Element) -> bool:
    """Return whether a content control still shows its placeholder."""
    return bool(toggle(child(control, "sdtPr"), "showingPlcHdr"))


def is_unanswered(control: Element) -> bool:
    """Return whether a control around whole paragraphs or cells shows no answer of its own."""
    content = child(control, "sdtContent")
    pieces = below(content, "t") if content is not None else ()
    shown = "".join(each.text or "" for each in pieces)
    return is_blank(control) or is_prompt(shown) or is_unchosen(control, shown)


def tick_box(control: Element) -> str | None:
    """Return ☒ or ☐ for a check box content control, None for any other control."""
    box = child(child(control, "sdtPr"), "checkbox")
    if box is None:
        return None
    state = child(box, "checked")
    value = (attribute(state, "val") or "1") if state is not None else "0"
    return TICKED if value.lower() in ("1", "true", "on") else OPEN


def chosen_date(control: Element) -> str | None:
    """Return the ISO date where a date control shows the month first, which would be misread."""
    date = child(child(control, "sdtPr"), "date")
    full = attribute(date, "fullDate") or ""
    shown = attribute(child(date, "dateFormat"), "val") or ""
    month_first = re.match(r"^M{1,2}[/.-]d", shown) is not None
    return full[:10] if month_first and re.match(r"^\d{4}-\d\d-\d\d", full) else None


def is_unchosen(control: Element, shown: str) -> bool:
    """Return whether a drop-down shows the entry of its list that stands for no answer."""
    entries = (each for each in below(control, "listItem"))
    empty = {
        (attribute(each, "displayText") or "").strip()
        for each in entries
        if not (attribute(each, "value") or "").strip()
    }
    return bool(shown.strip()) and shown.strip() in empty


def form_field(data: Element | None) -> str | None:
    """Return what a legacy check box or drop-down shows, None for text and every other field."""
    for each in data if data is not None else ():
        if local(each) == "checkBox":
            return _legacy_box(each)
        if local(each) == "ddList":
            return _legacy_choice(each)
    return None


def _legacy_box(box: Element) -> str:
    state = toggle(box, "checked")
    if state is None:
        state = toggle(box, "default")
    return TICKED if state else OPEN


def _legacy_choice(choices: Element) -> str:
    entries = [attribute(each, "val") or "" for each in choices if local(each) == "listEntry"]
    index = attribute(child(choices, "result"), "val")
    index = index or attribute(child(choices, "default"), "val") or "0"
    chosen = int(index) if index.isdigit() else 0
    text = entries[chosen] if chosen < len(entries) else ""
    return "" if is_prompt(text) else text
