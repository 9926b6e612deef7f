"""Where a place lies: grid references, latitudes and longitudes as people write them."""

import re
from dataclasses import dataclass

from models.errors import Refusal
from models.rules.national_grid import from_degrees, to_degrees

LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
SQUARE, STEP = 100_000, 500_000
EAST, NORTH = 700_000, 1_300_000
GRID = re.compile(r"([HJNOST])\s*([A-HJ-Z])\s*((?:\d\s*){2,10})", re.IGNORECASE)
NUMBERS = re.compile(
    r"(?:e(?:asting)?s?\s*:?\s*)?(\d{6}(?:\.\d+)?)\s*(?:m\b)?\s*[,;/]?\s*"
    r"(?:n(?:orthing)?s?\s*:?\s*)?(\d{5,7}(?:\.\d+)?)\s*(?:m\b)?",
    re.IGNORECASE,
)
TOKEN = re.compile(r"[NSEW]|[+-]?\d+(?:\.\d+)?")
MARKS = str.maketrans({"−": "-", **dict.fromkeys("°º'’′\"”″,;/", " ")})
WORDS = re.compile(r"\b(lat(itude)?|long?(itude)?|grid|ref(erence)?|os|osgb(36)?|ngr|bng)\b[.:]?",
                   re.IGNORECASE)  # fmt: skip
KNOWN_TO = ((5000, 1), (500, 2), (50, 3), (5, 4), (0, 5))
"""Metres that a position may be out, and how many figures each way say no more than that."""
HOW = (
    "This is no position. Write it as SD 200 690, as 320000, 469000, or as a latitude and "
    "longitude such as 54.11, -3.23."
)
OUTSIDE = "This lies outside Great Britain."


@dataclass(frozen=True)
class Position:
    """A point of the National Grid in metres, and how many metres it may be out."""

    easting: float
    northing: float
    within: float = 1.0


def position(text: str) -> Position:
    """The point that a text means, in any common writing; Refusal where it means none."""
    said = " ".join(WORDS.sub(" ", text[:80]).split()).strip(" .,;()")
    for read in (_lettered, _numbered, _degrees):
        found = read(said)
        if found is not None:
            return checked(found)
    raise Refusal(HOW, "map_reference")


def maybe(text: str | None) -> Position | None:
    """The same, or None for a text that is no position."""
    try:
        return position(text) if text else None
    except Refusal:
        return None


def at(latitude: float, longitude: float) -> Position:
    """The point of a latitude and longitude; Refusal outside Great Britain."""
    if not (49 <= latitude <= 61.5 and -9.5 <= longitude <= 3):
        raise Refusal(OUTSIDE, "map_reference")
    return checked(Position(*from_degrees(latitude, longitude), within=5.0))


def degrees(place: Position) -> tuple[float, float]:
    """Latitude and longitude of a point, to a metre or so."""
    latitude, longitude = to_degrees(place.easting, place.northing)
    return round(latitude, 5), round(longitude, 5)


def reference(place: Position) -> str:
    """The point as a grid reference: "SD 200 690", to as many figures as it is known to."""
    east, north = int(place.easting), int(place.northing)
    figures = next(many for least, many in KNOWN_TO if place.within >= least)
    first = (3 - north // STEP) * 5 + east // STEP + 2
    second = (4 - north % STEP // SQUARE) * 5 + east % STEP // SQUARE
    cut = 10 ** (5 - figures)
    said = f"{east % SQUARE // cut:0{figures}} {north % SQUARE // cut:0{figures}}"
    return f"{LETTERS[first]}{LETTERS[second]} {said}"


def checked(place: Position) -> Position:
    """The point; Refusal where it lies outside the grid."""
    if not (0 <= place.easting < EAST and 0 <= place.northing < NORTH):
        raise Refusal(OUTSIDE, "map_reference")
    return place


def _lettered(text: str) -> Position | None:
    found = GRID.fullmatch(text)
    if found is None:
        return None
    figures = "".join(found[3].split())
    parts = found[3].split()
    half, odd = divmod(len(figures), 2)
    if odd or (len(parts) == 2 and len(parts[0]) != len(parts[1])):
        raise Refusal("A grid reference has as many figures east as north.", "map_reference")
    corner_east, corner_north = _corner(found[1].upper(), found[2].upper())
    side = 10 ** (5 - half)
    east, north = (int(one) * side for one in (figures[:half], figures[half:]))
    middle = side / 2
    return Position(corner_east + east + middle, corner_north + north + middle, max(middle, 1.0))


def _corner(first: str, second: str) -> tuple[int, int]:
    """South-west corner of a square of 100 km."""
    down, along = divmod(LETTERS.index(first), 5)
    low, right = divmod(LETTERS.index(second), 5)
    return (along - 2) * STEP + right * SQUARE, (3 - down) * STEP + (4 - low) * SQUARE


def _numbered(text: str) -> Position | None:
    found = NUMBERS.fullmatch(text)
    return Position(float(found[1]), float(found[2])) if found is not None else None


def _degrees(text: str) -> Position | None:
    plain = text.upper().translate(MARKS)
    if TOKEN.sub("", plain).strip():
        return None
    tokens = TOKEN.findall(plain)
    sides = [one for one in tokens if one.isalpha()]
    if not sides:
        decimal = len(tokens) == 2 and any("." in one for one in tokens)
        return at(*map(float, tokens)) if decimal else None
    if len(sides) != 2 or sides[0] not in "NS" or sides[1] not in "EW":
        return None
    parts = _parts(tokens)
    if not all(1 <= len(one) <= 3 for one in parts):
        return None
    north, east = (_arc(one, side) for one, side in zip(parts, sides, strict=True))
    return at(north, east)


def _parts(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The figures of each half, whether its letter leads or follows them."""
    second = next(at for at, one in enumerate(tokens) if one in "EW")
    first = next(at for at, one in enumerate(tokens) if one in "NS")
    if first == 0:
        return tokens[1:second], tokens[second + 1 :]
    return tokens[:first], tokens[first + 1 : second]


def _arc(parts: list[str], side: str) -> float:
    whole, minutes, seconds = (float(one) for one in (*parts, "0", "0")[:3])
    if minutes >= 60 or seconds >= 60:
        raise Refusal("There are sixty minutes in a degree, and sixty seconds in a minute.",
                      "map_reference")  # fmt: skip
    found = whole + minutes / 60 + seconds / 3600
    return -found if side in "SW" else found
