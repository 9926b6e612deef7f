"""Lines that belong into one of the item's own texts: "voice: …", "for the file: …"."""

import re
from dataclasses import dataclass, replace

from models.marks import Sharing
from models.rules.capture.reading import CaptureReading, Chip

CHILDS = r"(?:(?:the\s+)?(?:child|young\s+person|YP|CYP)['’]?s?\s+)"
VOICE, FOR_FILE = "voice", "for_file"
HEADS = (
    (
        VOICE,
        "child's voice",
        rf"{CHILDS}?voice(?:\s+of\s+(?:the\s+)?child)?|{CHILDS}(?:own\s+)?(?:views?|words)",
    ),
    ("parents_view", "parents' view", r"(?:parents?|carers?|family)['’]?s?\s+views?"),
    ("protective", "protective factors", r"protective\s+factors?|strengths"),
    ("analysis", "analysis", r"analysis"),
    (
        FOR_FILE,
        "child's file",
        rf"(?:(?:for|on|to)\s+)?(?:the\s+)?(?:{CHILDS}|case\s+)?file(?:\s+note)?",
    ),
)
LED = r"\s*(?:{})\s*(?::|–|—|\s-\s)\s*"
PATTERNS = tuple(
    (field, label, re.compile(LED.format(words), re.IGNORECASE)) for field, label, words in HEADS
)
ANY = re.compile(LED.format("|".join(words for _, _, words in HEADS)), re.IGNORECASE)


@dataclass(frozen=True)
class Led:
    """The text a line leads to, by its field and in words, and the line without that lead."""

    field: str
    label: str
    rest: str


def led_to(text: str) -> Led | None:
    """Which of the item's texts a line names first, None where it names none or says no more."""
    for field, label, pattern in PATTERNS:
        head = pattern.match(text)
        if head and text[head.end() :].strip():
            return Led(field, label, text[head.end() :])
    return None


def text_label(field: str) -> str:
    """What one of the item's texts is called."""
    return next(label for known, label, _ in HEADS if known == field)


def into(reading: CaptureReading, led: Led) -> CaptureReading:
    """The reading as an addition to that text; what is not for all stays a line and says so.

    The item's texts are read by all the panel and hold no kind of information.
    """
    if reading.information or reading.sharing not in (None, Sharing.ALL_PANEL):
        return replace(reading, text=f"{led.label.capitalize()}: {reading.text}")
    chips = tuple(chip for chip in reading.chips if chip.label != "about")
    return replace(reading, field=led.field, chips=(Chip("into", led.label), *chips))
