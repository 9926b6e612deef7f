"""What a person of a paper drives, uses and goes by, and where they live."""

import re

from models.entities import OnlineAccount, Phone, Vehicle
from models.matching.things import handle_key
from models.rules.identifiers import MARK, phone_key
from models.rules.partial_marks import is_partial, mark_key, partial_marks, shown_mark
from models.rules.platforms import PLATFORMS, WRITTEN
from models.services.papers.addresses import keep_address
from models.services.papers.filing import Filing, source
from models.services.papers.linking import link

PLATE = re.compile(rf"\b(?:{MARK})\b", re.IGNORECASE)
NUMBER = re.compile(r"(?<!\w)(?:\+|00)?\d(?:[\s().\-]{0,2}\d){9,13}(?!\w)")
ACCOUNT = re.compile(
    rf"(?:\b({'|'.join(PLATFORMS)})\b\s*(?:name|username|account|handle)?\s*[:=–-]?\s*)?"
    r"(@[\w][\w.\-]{1,40}|(?<=[:=–-] )[\w][\w.\-]{2,40}|\b\w+[._]\w[\w.]*|\b[a-z]+\d{2,}\b)",
    re.IGNORECASE,
)


def plates(said: dict[str, object]) -> list[str]:
    """The registration marks in what is said of a vehicle, those seen in part as well."""
    words = " ; ".join(str(said.get(name) or "") for name in ("vehicle", "vehicle_description"))
    found = (*PLATE.findall(words), *partial_marks(words))
    return list(dict.fromkeys(" ".join(shown_mark(one).split()) for one in found))


def told_by(said: dict[str, object]) -> set[str]:
    """Whole plates, numbers and handles, as compared, by which somebody is told from others."""
    marks = (mark_key(one) for one in plates(said))
    handles = (handle_key(one) for one, _ in accounts(said))
    whole = (one for one in marks if not is_partial(one))
    return {*whole, *map(phone_key, numbers(said)), *handles} - {""}


def numbers(said: dict[str, object]) -> list[str]:
    """The telephone numbers in what is said of a phone."""
    return [found.strip() for found in NUMBER.findall(str(said.get("phone") or ""))]


def accounts(said: dict[str, object]) -> list[tuple[str, str | None]]:
    """Handles in what is said of online accounts, each with its platform where that is named."""
    found, platform = [], None
    for named, handle in ACCOUNT.findall(str(said.get("social_media") or "")):
        platform = WRITTEN.get(named.lower(), named.capitalize()) if named else platform
        found.append((handle.strip(".-"), platform))
    return found


def hold_things(filing: Filing, subject_id: int, said: dict[str, object]) -> None:
    """Link somebody to their vehicles, phones and accounts, and keep their address."""
    driven, called, gone_by = plates(said), numbers(said), accounts(said)
    note = _text(said, "vehicle_description")
    for mark in driven:
        link(filing, subject_id, "drives", meet_vehicle(filing, mark, subject_id), note=note)
    for number in called:
        link(filing, subject_id, "uses", meet_phone(filing, number))
    for handle, platform in gone_by:
        link(filing, subject_id, "uses", meet_account(filing, handle, platform))
    keep_address(filing, subject_id, _text(said, "address"), _text(said, "postcode"))
    for name, found in (("vehicle", driven), ("phone", called), ("social_media", gone_by)):
        if said.get(name) and not found:
            words = name.replace("_", " ").capitalize()
            filing.unread("", f"{words} of a person named: {said[name]}")


def _text(said: dict[str, object], name: str) -> str | None:
    return str(said.get(name) or "").strip() or None


def meet_vehicle(filing: Filing, mark: str, whose: int) -> int:
    """The vehicle of that registration mark, which `whose` is said to have.

    Of a mark of which a part was seen it is theirs alone: others seen so may be other vehicles.
    """
    key = mark_key(mark)
    theirs, partly = filing.known.marks_in_part, is_partial(key)
    found = theirs.get((whose, key)) if partly else filing.known.vehicles.find(mark)
    if found is not None:
        return found
    squeezed = re.sub(r"\s", "", mark).upper()
    shown = f"{squeezed[:-3]} {squeezed[-3:]}" if squeezed[-3:].isalpha() else mark.upper()
    vehicle = filing.add(Vehicle(label=shown, registration=key, source=source(filing)))
    if partly:
        theirs[whose, key] = vehicle.id
    else:
        filing.known.vehicles.add(vehicle.id, shown)
    return vehicle.id


def meet_phone(filing: Filing, number: str) -> int:
    """The phone of that number."""
    digits = phone_key(number)
    found = filing.known.phones.find(digits)
    if found is not None:
        return found
    phone = filing.add(Phone(label=number, digits=digits, source=source(filing)))
    filing.known.phones.add(phone.id, digits)
    return phone.id


def meet_account(filing: Filing, handle: str, platform: str | None) -> int:
    """The online account of that handle on that platform."""
    known = f"{platform or ''} {handle}"
    found = filing.known.accounts.find(known)
    if found is not None:
        return found
    label = f"{handle} ({platform})" if platform else handle
    account = filing.add(
        OnlineAccount(label=label, handle=handle, platform=platform, source=source(filing))
    )
    filing.known.accounts.add(account.id, known)
    return account.id
