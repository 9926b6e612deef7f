"""Cars that running text tells of: "picks him up in a red Seat Leon", "He drives a grey Corsa"."""

import re

_COLOUR = (
    r"(?:(?:dark|light|bright|matt|old|new|battered|small|big)[ -]){0,3}"
    r"(?:white|black|silver|grey|gray|red|blue|green|yellow|gold|orange|purple|brown|beige|pink)"
)
_PLAIN = (
    r"(?:BMW|Audi|VW|Volkswagen|Vauxhall|Toyota|Nissan|Honda|Peugeot|Renault|Hyundai|Range Rover|"
    r"Land Rover|Citro[eë]n|Mazda|Skoda|Suzuki|Dacia|Corsa|Vivaro|Qashqai|Passat|Octavia)"
)
"""Makes and models that are nobody's forename and no place, as "Leon" and "Civic" are."""
_BRAND = (
    r"(?:BMW|Audi|VW|Volkswagen|Ford|Vauxhall|Merc(?:edes)?|Seat|Toyota|Nissan|Honda|Peugeot|"
    r"Renault|Kia|Hyundai|Range Rover|Land Rover|Mini|Fiat|Skoda|Citro[eë]n|Mazda|Tesla|Volvo|"
    r"Lexus|Jaguar|Suzuki|Dacia|MG)"
)
_TYPE = (
    r"(?:Golf|Fiesta|Focus|Corsa|Astra|Polo|Leon|Ibiza|Prius|Civic|Clio|Insignia|Transit|Caddy|"
    r"Vivaro|Qashqai|Juke|Yaris|Aygo|Octavia|Fabia|Passat|Transporter)"
)
_MAKE = rf"(?:{_BRAND}|{_TYPE})"
_KIND = r"(?:car|van|hatchback|saloon|estate|4x4|jeep|moped|motorbike|scooter|taxi|minibus|pickup)"
_MODEL = r"(?: (?:[A-Z]\w{0,9}|\d{1,3}[a-z]{0,2}\b|series|class)(?!\w)){0,2}"
_CAR = re.compile(  # a make alone is one behind an article or a colour, or beside a model or plate
    rf"\b(?:(?:[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) (?={_MAKE}\b)|"
    rf"(?:[Tt]he|[Tt]hat|[Tt]his) (?={_PLAIN}\b))(?P<led>{_MAKE}\b{_MODEL})|"
    rf"\b(?P<seen>(?i:{_COLOUR})[ -]{_MAKE}\b{_MODEL}|(?i:{_COLOUR}) (?i:{_KIND})\b|"
    rf"(?<!called )(?<!named )(?:{_BRAND}(?= {_TYPE}\b| [A-Z]{{0,2}}\d){_MODEL}|"
    rf"{_MAKE}(?=\W{{1,3}}(?:reg\w*\W{{1,2}})?[A-Z]{{2}}\d{{2}}\b)))"
)
_DRIVES = re.compile(
    r"(?:He|She|They|This (?:man|male|lad))(?: also| usually| always| now)? "
    r"(?:drives?|drove|is driving|was driving|(?:has|have) been (?:seen )?driving|"
    r"runs? (?:about|around|round) in|goes (?:about|around|round) in)\b"
)


def car_told(text: str) -> str | None:
    """Return the one car that a text tells of: its colour, make and model; None for several."""
    found = {(one["led"] or one["seen"]).strip() for one in _CAR.finditer(text)}
    return found.pop() if len(found) == 1 else None


def without_cars(text: str) -> str:
    """Return a text without the names of cars, which look like somebody's."""
    return _CAR.sub(" ", text)


def drives(sentence: str) -> bool:
    """Say whether a sentence tells what the one named before it drives."""
    return _DRIVES.match(sentence) is not None
