"""Who is here, and who steps out."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.guests import listed_guest
from models.rules.capture.initials import with_initials
from models.rules.capture.item_only import for_item
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.room_words import (
    ALL_HERE,
    AT,
    EVERYONE,
    EXPECTED,
    EXPECTED_NOT_KEPT,
    HERE,
    UNTIL,
    at_chips,
    code_in,
    comes_later,
    has_left,
    not_kept,
    time_of,
)
from models.rules.capture.standing_in import (
    deputy,
    in_place_of,
    new_guest,
    person_in,
    stood_in_for,
)
from models.rules.capture.tidying import tidy


def read_attendance(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """Who, with an attendance code or having left, and when."""
    if ALL_HERE.fullmatch(text):
        return _everyone(kind, text), False
    text = with_initials(in_place_of(text), context)
    guest = deputy(kind, text, context)
    if guest is not None:
        return guest, False
    whole, left = text, has_left(text)
    text, item = (text, None) if left else for_item(text, context)
    text, absent = stood_in_for(text, context)
    person, listed = _who(text, context)
    if item is not None and not (person.found or listed):
        listed = new_guest(text)
    letter = re.search(r"(?:^|\s)([PRDANXIOC])$", text.strip())
    code = letter[1] if letter else code_in(text)
    clock = AT.search(UNTIL.sub(" ", whole))
    if absent is not None and not left and code in (None, "P"):
        code = "D"
    if item is not None and code in (None, *HERE):
        code = "I"
    named = person.person.name if person.person else listed or ""
    chips = [Chip("person", named)] if named else []
    later = letter is None and not left and comes_later(text, code)
    code = None if later else code
    manner = "left" if left else EXPECTED if later else code
    chips += [Chip("attendance", manner)] if manner else []
    chips += [Chip("for", absent.name)] if absent else []
    chips += [Chip("for", item.ref)] if item else []
    chips += at_chips(clock)
    found = person.found or listed is not None
    warnings = [*person.warnings, *([] if found else ["No one present is named."])]
    warnings += [EXPECTED_NOT_KEPT] if later else not_kept(text, person, clock, context, named)
    reading = CaptureReading(
        kind,
        tidy(whole),
        person.person,
        person.agency,
        item,
        when=time_of(clock),
        warnings=tuple(dict.fromkeys(warnings)),
        chips=tuple(chips),
        code=None if left else code,
        status="left" if left else EXPECTED if later else None,
        second_person=absent,
        unknown=listed,
    )
    return reading, False


def _who(text: str, context: CaptureContext) -> tuple[OwnerRead, str | None]:
    """The member whom a text names, or who stands in the list by that name and is none."""
    listed = listed_guest(text, context, whole=True)
    person = OwnerRead() if listed else person_in(text, context)
    if listed is None and not person.found:
        listed = listed_guest(text, context, whole=False)
    return person, listed


def _everyone(kind: CaptureKind, text: str) -> CaptureReading:
    chips = (Chip("person", "everyone not taken yet"), Chip("attendance", "P"))
    return CaptureReading(kind, tidy(text), chips=chips, code="P", status=EVERYONE)
