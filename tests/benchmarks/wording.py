"""Invented names and sentences in any number."""

DISTRICTS = ("Eastmoor", "Harbourside", "Midvale", "Riverbank", "Westmoor")
FORENAMES = (
    "Aidan", "Tia", "Ellie", "Kian", "Freya", "Jordan", "Maya", "Leo", "Zara", "Callum",
    "Amina", "Rhys", "Niamh", "Tomasz", "Ines", "Dylan", "Priya", "Owen", "Skye", "Marcus",
    "Layla", "Connor", "Esme", "Idris", "Holly", "Reuben", "Safa", "Jude", "Cerys", "Nathan",
)  # fmt: skip
BEGINNINGS = (
    "Raven", "Thorn", "Kirk", "Ash", "Black", "Stan", "Win", "Har", "Mar", "Pen",
    "Lang", "Wood", "Brad", "Hal", "Whit", "Fair", "Lin", "Mor", "Wes", "Col",
)  # fmt: skip
ENDINGS = (
    "scroft", "bury", "by", "ton", "ford", "well", "wick", "stead", "field", "dale",
    "worth", "combe", "ley", "shaw", "mere", "gate", "den", "bank", "croft", "holme",
)  # fmt: skip
WHO = (
    "School", "Mother", "The return interview", "The officer on patrol", "Her youth worker",
    "The placement", "A neighbour", "His social worker", "The outreach team",
)  # fmt: skip
WHAT = (
    "says that the bus station was visited on three evenings this week",
    "reports two late returns and one night away",
    "has seen a grey car outside the takeaway more than once",
    "noted new clothing that nobody at home had bought",
    "says attendance is better since the timetable was changed",
    "tells of a second telephone and messages from an unknown account",
    "describes an older friend who pays for taxis",
)
THEN = (
    "the number went to the analyst", "staff were spoken to", "no further detail was given",
    "this was passed on the same day", "the family asks what will be done",
)  # fmt: skip


def name(number: int) -> str:
    """A forename and a surname; some thousands before the first comes again."""
    rest, first = divmod(number, len(FORENAMES))
    rest, begins = divmod(rest * 7 + number, len(BEGINNINGS))
    return f"{FORENAMES[first]} {BEGINNINGS[begins]}{ENDINGS[rest % len(ENDINGS)]}"


def sentence(number: int) -> str:
    """What somebody may have said, told apart from others by its number."""
    who, what, then = WHO[number % 9], WHAT[number % 7], THEN[number % 5]
    return f"{who} {what}; {then} (note {number})."
