"""Words that tell of a vehicle, save where they are somebody's name."""

import re

_WORDS = re.compile(
    r"\b(?:vehicles?|car|drives|driving|vrm|reg(?:istration)?(?: no\.?)?|van|moped|motorbike|bmw|"
    r"audi|"
    r"golf|vw|volkswagen|ford|fiesta|focus|corsa|vauxhall|astra|merc|polo|seat(?: leon)?|ibiza|"
    r"toyota|prius|nissan|honda|civic|peugeot|renault|clio|kia|hyundai|range rover|mini|fiat|skoda|"
    r"transit|citroen|mazda|tesla|volvo|lexus|jaguar|hatchback|saloon|estate|insignia|scooter|"
    r"taxi)\b",
    re.IGNORECASE,
)
_COLOURS = r"(?i:white|black|silver|grey|red|blue|green|yellow|gold|orange)"
_GIVEN = r"[A-ZÀ-Þ][^\W\d_A-Z]+"
_NAMES = re.compile(
    rf"\b[Vv][aă]n(?= (?:d[aeiou]n?r? )?(?!{_COLOURS}\b|{_WORDS.pattern})(?-i:{_GIVEN}))"
    rf"|^(?!{_COLOURS} )(?:{_GIVEN} |[A-Z]\. ?)Ford(?= ?(?:$|[,;(“\"–—-]))"
    rf"|^(?:Reg|Kia)(?= (?!{_WORDS.pattern}|Picanto|Rio|Sportage|Sorento|Niro|Ceed|Stonic)"
    rf"{_GIVEN})"
)
"""Van Hung and van Dijk, Lee Ford, Reg and Kia before a surname."""


def vehicle_in(text: str) -> re.Match[str] | None:
    """Where a text first tells of a vehicle."""
    return _WORDS.search(_NAMES.sub(lambda name: "_" * len(name[0]), text))


def is_coloured_vehicle(text: str) -> bool:
    """Whether a text begins with a vehicle's colour and what it is: White is nobody's name here."""
    colour = re.match(rf"(?:[Aa]n? |[Tt]he )?{_COLOURS} ", text)
    found = vehicle_in(text[colour.end() :]) if colour else None
    return found is not None and found.start() == 0
