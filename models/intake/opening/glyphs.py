"""Tick marks of every font made into two plain signs, and the stray signs of Word made plain."""

import re
import unicodedata

TICKED = "☒"
OPEN = "☐"
TICKED_SIGNS = "☑☒🗹🗷🗵✅❎⮽⊠▣"
OPEN_SIGNS = "☐□❑❒❏❐▢◻⬜▫🗆"
OPEN_CIRCLES, FULL_CIRCLES = "○◯⚪", "●⬤⚫◉⦿🔘"
TICKS = "✓✔🗸"
CROSSES = "✗✘✕✖❌"
_WINGDINGS = {
    0x6F: OPEN,
    0x71: OPEN,
    0x72: OPEN,
    0x78: TICKED,
    0xA8: OPEN,
    0xFB: "✗",
    0xFC: "✓",
    0xFD: TICKED,
    0xFE: TICKED,
}
_WINGDINGS_2 = {
    0x2A: OPEN,
    0x30: OPEN,
    0x4F: "✗",
    0x50: "✓",
    0x51: TICKED,
    0x52: TICKED,
    0x53: TICKED,
    0x54: TICKED,
    0xA3: OPEN,
}
_WEBDINGS = {0x61: "✓", 0x63: OPEN, 0x67: "■", 0x72: "✗"}
FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS}
TYPED_TICK = re.compile(r"\[\s?[xX✓✔✗✘/]\s?\]")
TYPED_OPEN = re.compile(r"\[[ _]{0,3}\]")
SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff\x00-\x08\x0b-\x1f]"
)
PLAIN_ALREADY = re.compile(r"[ -Z^-~]*")
INSTRUCTION = re.compile(
    r"\b(tick|ticked|mark|check|cross|place|put|insert|use|using|with)\b[^.:;\n]{0,20}$",
    re.IGNORECASE,
)
_BOXES = str.maketrans(dict.fromkeys(TICKED_SIGNS, TICKED) | dict.fromkeys(OPEN_SIGNS, OPEN))
_CIRCLES = str.maketrans(dict.fromkeys(FULL_CIRCLES, TICKED) | dict.fromkeys(OPEN_CIRCLES, OPEN))
_MARKS = re.compile(f"[{TICKS}{CROSSES}]")


def symbol(font: str, code: int) -> str:
    """Return the sign that a code of a symbol font shows; an unknown one comes back as itself."""
    table = FONTS.get(font.strip().lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is None:
        return chr(code) if 0 < code < 0xD800 else ""
    return table.get(low, "•" if code >= 0xF000 else chr(low))


def in_font(text: str, font: str) -> str:
    """Return text as shown in a symbol font: "þ" in Wingdings is a ticked box."""
    if font.strip().lower() not in FONTS:
        return text
    return "".join(each if each.isspace() else symbol(font, ord(each)) for each in text)


def plain(text: str) -> str:
    """Return text with one kind of space, no unseen signs, and every box as ☒ or ☐.

    Ticks and crosses become ☒ too, except where the words before them ask the writer to use one.
    """
    if PLAIN_ALREADY.fullmatch(text):
        return text.strip()
    text = unicodedata.normalize("NFC", SPACES.sub(" ", text))
    text = UNSEEN.sub("", text).replace("\uf0fe", TICKED).replace("\uf0a8", OPEN)
    if any(circle in text for circle in OPEN_CIRCLES):
        text = text.translate(_CIRCLES)  # a full circle by itself is a bullet
    text = TYPED_OPEN.sub(OPEN, TYPED_TICK.sub(TICKED, text.translate(_BOXES)))
    text = _MARKS.sub(_mark, text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def checked(text: str) -> bool | None:
    """Return whether plain text is nothing but a ticked or an open box; None for any other."""
    return {TICKED: True, OPEN: False}.get(text)


def stands_alone(raw: str, signs: str) -> bool:
    """Return whether raw text is one of these signs and nothing else."""
    bare = UNSEEN.sub("", raw).strip()
    return len(bare) == 1 and bare in signs


def _mark(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 32) : match.start()]
    return match.group() if INSTRUCTION.search(before) else TICKED
