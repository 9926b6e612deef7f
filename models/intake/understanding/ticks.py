"""What tick boxes say, however they are typed: ☒ Yes ☐ No, Yes [x] No [ ], Male ☐ Female ☑."""

import re
from dataclasses import dataclass

TICKED, EMPTY = "☒", "☐"
_TICKED = re.compile(r"[☑✓✔✅√✗✘🗹🗷🗸⊠◉⦿]\ufe0f?|\[\s*[xX✓✔√]\s*\]|[\[(]\s*[xX✓✔√☒]\s*[\])]")
_EMPTY = re.compile(r"[□◻▢❑❏❐⬜○]\ufe0f?|[\[(]\s*☐\s*[\])]|\[[\s_]*\]|\(\s+\)|\(\)")
_TYPED_X = re.compile(r"(?<=[a-z]) [xX](?=\s{2,}\S)")  # Internet X  Party   Boyfriend X  Other
_APART = re.compile(r"\s{2,}|\n|\t|\s\|\s")
_RING = re.compile(r"\[\s*([^\[\]]{2,30}?)\s*\]")
LONGEST_OPTION, RINGED = 7, 3  # words
_MARK = re.compile(f"([{TICKED}{EMPTY}])")
_YES = re.compile(r"^(?:yes|y|true|present|1)\b", re.IGNORECASE)
_NO = re.compile(r"^(?:no|n|false|not|none|never|absent|0)\b", re.IGNORECASE)
_MARKED_WORD = re.compile(r"\b(yes|no)\b\s*[-:]?\s*[xX✓✔√☒](?!\w)", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:informed|aware|told|discussed|agreed|consented|given)\b", re.IGNORECASE)
_UNTOLD = re.compile(r"\b(?:not|never|unaware|without)\b|n't\b|n’t\b", re.IGNORECASE)
_EITHER = re.compile(r"^\W*(?:yes|y)\s*(?:/|\s|or)\s*(?:no|n)\W*$", re.IGNORECASE)
_EITHER_FIRST = re.compile(  # the form's own "Y / N" before the answer
    r"^\W*(?:yes|y)\s*/\s*(?:no|n)(?:\s*/\s*(?:n/?k|unknown|not known|n/?a))?\s+(?=\w)",
    re.IGNORECASE,
)
_IF_FIRST = re.compile(  # "If yes, say to whom: Yes – …": what the form asks on stands before
    r"^\W*if (?:yes|so)\b[^:?]{0,60}[:?]\s+(?=(?:yes|no)\b)", re.IGNORECASE
)
_EITHER_SIDE = re.compile(
    rf"\b(?:yes|y) ?{TICKED} ?(?:no|n)\b|\b(?:no|n) ?{TICKED} ?(?:yes|y)\b", re.I
)
_TAIL = re.compile(r"\s{2,}|\n|\t|;|\bif (?=yes|no|so|not)|\b(?=details\s*:)|\b(?=please )", re.I)


@dataclass(frozen=True)
class Choices:
    """Options with whether each is ticked, the words before them and the words after."""

    options: tuple[tuple[str, bool], ...]
    lead: str = ""
    detail: str = ""

    @property
    def ticked(self) -> tuple[str, ...]:
        """The options that are ticked, in order."""
        return tuple(option for option, ticked in self.options if ticked)


def plain_marks(text: str) -> str:
    """Return text with every tick typed ☒ and every empty box ☐."""
    if text.isascii() and "[" not in text and "(" not in text:
        return text
    return _EMPTY.sub(EMPTY, _TICKED.sub(TICKED, text))


def has_marks(text: str) -> bool:
    """Say whether there is a tick box in the text."""
    return bool(_MARK.search(plain_marks(text)))


def is_tick(text: str) -> bool | None:
    """Return True or False for a cell that is nothing but a box or a cross, else None."""
    bare = plain_marks(text).strip()
    if bare in (TICKED, "x", "X", "✓"):
        return True
    return False if bare == EMPTY else None


def choices(text: str) -> Choices | None:
    """Return the options of a tick list, whichever side the boxes stand; None without boxes."""
    text = _TYPED_X.sub(f" {TICKED}", text) if len(_TYPED_X.split(text)) > 1 else text
    apart = _ticked_alone(plain_marks(_ringed(text)))
    if apart:
        return apart
    parts = _MARK.split(plain_marks(text))
    marks = [mark == TICKED for mark in parts[1::2]]
    words = parts[0::2]
    if not marks:
        return None
    lead, words, detail = _aligned(words)
    options = tuple(
        (option, mark) for option, mark in zip(map(_option, words), marks, strict=True) if option
    )
    return Choices(options, lead, detail) if options else None


def _ringed(text: str) -> str:
    """Return options of which one alone is put in brackets, as in ink it is ringed, ticked."""
    pieces = [piece.strip() for piece in _APART.split(text) if piece.strip()]
    ringed = [piece for piece in pieces if _RING.fullmatch(piece)]
    short = all(len(piece.split()) <= RINGED for piece in pieces)
    if len(ringed) != 1 or len(pieces) < 2 or not short:
        return text
    return "   ".join(_RING.sub(rf"{TICKED} \1", piece) for piece in pieces)


def _ticked_alone(text: str) -> Choices | None:
    """Return options of which only the chosen have a tick and the others have no box at all.

    "Yes   ✓ No" is No, "Yes ✓   No" is Yes: the tick goes with the words that it stands beside.
    """
    if EMPTY in text or TICKED not in text:
        return None
    pieces = [piece.strip() for piece in _APART.split(text) if piece.strip()]
    bare = [piece for piece in pieces if TICKED not in piece]
    if not bare or any(len(piece.split()) > LONGEST_OPTION for piece in pieces):
        return None
    if any(piece.count(TICKED) > 1 or piece.strip(f"{TICKED} ") == "" for piece in pieces):
        return None
    options = tuple((_option(piece.replace(TICKED, " ")), TICKED in piece) for piece in pieces)
    lead = pieces[0] if pieces[0].endswith((":", "?")) else ""
    return Choices(options[1:] if lead else options, lead)


def _aligned(words: list[str]) -> tuple[str, list[str], str]:
    first, last = words[0].strip(), words[-1].strip()
    if len(words) > 2 and not last and all(one.rstrip().endswith(":") for one in words[:-1]):
        return "", words[:-1], ""  # "CIN plan: ☒ CP plan: ☐": each box behind its option
    if not first:
        option, detail = _tail(words[-1])
        return "", [*words[1:-1], option], detail
    head, question = _question(first)
    if not last:
        return head, [question, *words[1:-1]], ""
    if not question or (head == "" and len(first.split()) > 4):
        option, detail = _tail(words[-1])
        return first, [*words[1:-1], option], detail
    return head, [question, *words[1:-1]], last


def _question(text: str) -> tuple[str, str]:
    """Split "Aware? Yes" into what is asked and the first option."""
    found = re.match(r"^(.*[?:\n])\s*(.*)$", text, re.DOTALL)
    return (found[1].strip(), found[2].strip()) if found else ("", text)


def _tail(text: str) -> tuple[str, str]:
    stripped = text.strip()
    parts = _TAIL.split(stripped, maxsplit=1)
    return parts[0], stripped[len(parts[0]) :].strip(" ;\n\t")


def _option(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:/|-–")


def yes_no(text: str) -> tuple[bool | None, str]:
    """Return what a yes-or-no answer says and the words beyond it; None where it says neither."""
    found = choices(text)
    if found:
        answers = {_word(option) for option in found.ticked} - {None}
        detail = "; ".join(filter(None, [*map(_beyond, found.ticked), found.detail]))
        if _between_both(text, found):
            return None, ""
        return (answers.pop() if len(answers) == 1 else None), detail
    text = _IF_FIRST.sub("", _EITHER_FIRST.sub("", " ".join(text.split())))
    text = text.lstrip("/ ")  # "Yes / No" of which the other word was struck out
    if _EITHER.match(text):
        return None, ""
    marked = _MARKED_WORD.search(text)
    if marked:
        return marked[1].lower() == "yes", ""
    return _word(text), _beyond(text)


def _between_both(text: str, found: Choices) -> bool:
    """Say whether one tick stands between "yes" and "no", and so may belong to either."""
    marks = plain_marks(text)
    alone = marks.count(TICKED) == 1 and EMPTY not in marks and len(found.options) == 1
    return alone and bool(_EITHER_SIDE.search(" ".join(marks.split())))


def _word(text: str) -> bool | None:
    if _YES.match(text):
        return True
    if _NO.match(text):
        return None if text.lower().startswith(("not known", "not applic")) else False
    if is_tick(text) is not None:
        return is_tick(text)
    if _UNTOLD.search(text):
        return False if _TOLD.search(text) or "unaware" in text.lower() else None
    return True if _TOLD.search(text) else None


def _beyond(text: str) -> str:
    rest = re.sub(r"^(?:yes|no|y|n|true|false)\b[\s,.;:–-]*", "", text, flags=re.IGNORECASE)
    return "" if is_tick(rest) is not None else rest.strip()
