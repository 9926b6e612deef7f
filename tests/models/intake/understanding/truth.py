"""Invented children and how different councils would word, date and tick what is true of them."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

FIRST = [
    "Aidan",
    "Tia",
    "Ellie",
    "Brandon",
    "Maisie",
    "Ethan",
    "Tyrell",
    "Mackenzie",
    "Oksana",
    "Callum",
    "Freya",
    "Jayden",
    "Zainab",
]
LAST = [
    "Ravenscroft",
    "Kerr",
    "Zielinska",
    "McAllister",
    "O'Brien",
    "D'Souza",
    "Quayle",
    "Fairhurst",
    "Hartley",
    "Underhill",
    "Choudhury",
    "Whitaker",
    "Smith-Jones",
]
ADULTS = [
    ("Darren Pike", "Daz"),
    ("Lee Marsh", "Marshy"),
    ("Stefan Radu", "Stef"),
    ("Nathan Frith", "Nate"),
    ("Craig Stobbart", "Stobs"),
    ("Jordan Tully", "JT"),
]
PLACES = [
    "Harbour Park skatepark",
    "Station Road garage block",
    "The Snug vape shop",
    "Meadows retail park",
    "Kebab King, 41 Market Street",
    "Travel Inn, Quayside",
    "Bus interchange, Corporation Street",
]
INDICATORS = [
    "Missing overnight",
    "Found out of area",
    "Unexplained money, clothes or phones",
    "Older associates",
    "Entering vehicles with unknown adults",
    "Exclusion from school",
    "Drug or alcohol misuse",
    "Self-harm",
    "Possession with intent to supply",
    "Victim of violence",
    "Multiple SIM cards",
    "Debt bondage",
]
TYPES = [
    "Child sexual exploitation",
    "County lines",
    "Online exploitation",
    "Serious youth violence",
    "Criminal exploitation",
    "Radicalisation",
]
PLANS = {
    "Early Help": ["Early Help", "EH", "Early Help plan", "Early help assessment"],
    "Open case": ["Open case", "Open for assessment", "S47 enquiry", "Under assessment"],
    "CiN plan": ["CiN plan", "CIN", "Child in Need", "S17", "Child in need plan"],
    "CP": ["CP", "Child Protection Plan", "CP plan", "Child protection"],
    "CLA": ["CLA", "LAC", "Looked after", "Child looked after", "LAC (s20)"],
    "Not open": ["Not open", "Not open to social care", "Closed", "Not known to social care"],
}
NRM = [
    "Not considered",
    "Referred, awaiting decision",
    "Positive reasonable grounds",
    "Not referred",
]
REASONS = [
    "{first} is thought to be exploited by older males and has unexplained money and a phone.",
    "Concerns have grown. {first} was seen getting into cars.\nMother found a knife: police know.",
]
ASKS = [
    "Disruption of the adults and the address; advice on placement.",
    "Link analysis across the peer group.",
]
TRIED = [
    "Strategy discussion held; safety plan in place, not working since half term.",
    "Two placement moves. Contact with the adults continues.",
]
VOICES = [
    "“I can't just stop, I owe him.” (to social worker)",
    "They're my mates, nobody else has got me.",
]
PARENTS = [
    "Mother worried, reports every missing episode, asks what police are doing.",
    "Father disengaged; grandmother is main support.",
]
ETHNIC = ["BAFR", "White British", "APKN", "Mixed White and Black Caribbean", "WROM"]
SCHOOLS = ["Riverbank College", "Moorside High School", "St Aidan's RC Academy", "Fell View School"]
DISTRICTS = ["Harbourside", "Midvale", "Eastmoor", "Westmoor"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass
class Truth:
    """One invented child as a referral should tell it."""

    seed: int
    said: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng = random.Random(self.seed)
        first, last = rng.choice(FIRST), rng.choice(LAST)
        adults = rng.sample(ADULTS, rng.randint(1, 3))
        self.first, self.last = first, last
        self.said = {
            "received": date(2026, 9, 1) + timedelta(rng.randint(0, 70)),
            "referrer": f"{rng.choice(FIRST)} {rng.choice(LAST)}",
            "immediate_risk": rng.random() < 0.2,
            "informed_child": rng.random() < 0.5,
            "informed_parent": rng.random() < 0.5,
            "name": f"{first} {last}",
            "dob": date(2008, 1, 5) + timedelta(rng.randint(0, 2200)),
            "gender": rng.choice(["Male", "Female"]),
            "ethnicity": rng.choice(ETHNIC),
            "la_id": f"LCS{rng.randint(100000, 999999)}",
            "nhs": nhs_number(rng),
            "postcode": postcode(rng),
            "district": rng.choice(DISTRICTS),
            "plan": rng.choice(list(PLANS)),
            "school": rng.choice(SCHOOLS),
            "lead": f"{rng.choice(FIRST)} {rng.choice(LAST)}",
            "types": tuple(rng.sample(TYPES, rng.randint(1, 2))),
            "risk": rng.choice(["Low", "Medium", "High"]),
            "assessed": date(2026, 8, 1) + timedelta(rng.randint(0, 90)),
            "missing90": rng.randint(0, 9),
            "nrm": rng.choice(NRM),
            "indicators": tuple(i for i in INDICATORS if rng.random() < 0.4) or (INDICATORS[0],),
            "associates": tuple(person(rng, *adult) for adult in adults),
            "places": tuple(rng.sample(PLACES, rng.randint(1, 3))),
            "reason": rng.choice(REASONS).format(first=first),
            "ask": rng.choice(ASKS),
            "tried": rng.choice(TRIED),
            "voice": rng.choice(VOICES),
            "parent": rng.choice(PARENTS),
        }

    def __getitem__(self, name: str) -> Any:
        return self.said[name]


def person(rng: random.Random, name: str, alias: str) -> dict[str, str | None]:
    """Return an adult with a made-up car and telephone, or without."""
    plate = (
        f"{rng.choice(['PX', 'NK', 'SF'])}{rng.randint(51, 73)} {rng.choice(['CUK', 'UPM', 'KVC'])}"
    )
    return {
        "name": name,
        "alias": alias,
        "vehicle": plate if rng.random() < 0.7 else None,
        "phone": f"07700 900{rng.randint(100, 999)}" if rng.random() < 0.7 else None,
    }


def postcode(rng: random.Random) -> str:
    """Return an invented postcode."""
    letters = rng.choice("ABDEH") + rng.choice("JLNPQ")
    return f"NM{rng.randint(1, 9)} {rng.randint(1, 9)}{letters}"


def nhs_number(rng: random.Random) -> str:
    """Return an NHS number of the range kept for tests, with its check digit right."""
    while True:
        digits = "999" + "".join(str(rng.randint(0, 9)) for _ in range(6))
        check = (11 - sum(int(d) * (10 - i) for i, d in enumerate(digits)) % 11) % 11
        if check < 10:
            whole = f"{digits}{check}"
            return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def dated(day: date, rng: random.Random, style: int | None = None) -> str:
    """Return a date as somebody would type it."""
    month = MONTHS[day.month - 1]
    tail = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    forms = [
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day:%y}",
        f"{day.day}.{day.month}.{day:%Y}",
        f"{day:%d.%m.%y}",
        f"{day.day}{tail} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day.isoformat()}",
        f"{day.day} {month[:3]} '{day:%y}",
        f"{day:%d-%b-%Y}",
        f"{day:%A} {day.day} {month} {day.year}",
        f"{day.day}{tail} of {month}, {day.year}",
    ]
    return forms[style if style is not None else rng.randrange(len(forms))]


def named(first: str, last: str, rng: random.Random) -> str:
    """Return a name in one of the orders people write it."""
    return rng.choice(
        [
            f"{first} {last}",
            f"{last.upper()}, {first}",
            f"{last}, {first}",
            f"{first} {last.upper()}",
        ]
    )


def adults_typed(people: tuple[dict[str, str | None], ...], rng: random.Random) -> str:
    """Return people of concern in a line or in lines, as a worker would type them."""
    style = rng.randrange(4)
    said = []
    for one in people:
        alias = [
            f"({one['alias']})",
            f"aka {one['alias']}",
            f"“{one['alias']}”",
            f"(known as {one['alias']})",
        ][style]
        things = [thing for thing in (one["vehicle"], one["phone"]) if thing]
        if style == 1 and one["vehicle"]:
            things[0] = f"drives {one['vehicle']}"
        if style == 2 and one["vehicle"]:
            things[0] = (
                one["vehicle"].replace(" ", "").lower()
                if rng.random() < 0.5
                else f"silver Golf {one['vehicle']}"
            )
        joint = [", ", ", ", " – ", ", "][style]
        said.append(joint.join([f"{one['name']} {alias}", *things]))
    return ["; ", "\n", "\n", "; "][style].join(said)


def yes_no(answer: bool, rng: random.Random) -> str:
    """Return an answer typed or ticked."""
    on, off = rng.choice([("☒", "☐"), ("☑", "☐"), ("[x]", "[ ]"), ("✓", "□")])
    yes, no = (on, off) if answer else (off, on)
    word = "Yes" if answer else "No"
    return rng.choice(
        [
            word,
            word[0],
            f"{yes} Yes {no} No",
            f"Yes {yes} No {no}",
            f"Yes {yes}   No {no}",
            f"{word}.",
            word.upper(),
        ]
    )


def ticked(options: list[str], chosen: tuple[str, ...], rng: random.Random) -> str:
    """Return options with boxes before or after them."""
    before, joint = rng.random() < 0.5, rng.choice(["  ", "\n", " "])
    marks = {option: "☒" if option in chosen else "☐" for option in options}
    return joint.join(f"{marks[o]} {o}" if before else f"{o} {marks[o]}" for o in options)
