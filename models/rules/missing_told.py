"""How often a child was missing: the episodes entered, and a higher number that a paper told."""

NOT_ENTERED = (
    "A paper that was imported told of {told} in 90 days; {entered} entered here. What is entered "
    "counts in figures and for the strategy meeting: add the others."
)


def missing_in_words(entered: int, told: int | None) -> str:
    """ "Missing 1 in 90 days", and whose each number is where a paper told of more."""
    return f"Missing {entered} in 90 days{beside(told)}"


def beside(told: int | None) -> str:
    """What is said behind the number of episodes where a paper told of more."""
    return f" as entered here, {told} as imported" if told is not None else ""


def late_in_words(late: int, entered: int, beyond: int) -> str:
    """How many return interviews are late, and that nothing is known of episodes not entered."""
    known = f"{late} late" if late else "none late" if entered or not beyond else ""
    unknown = f"not known of {beyond} not entered" if beyond else ""
    return ", ".join(filter(None, (known, unknown)))


def not_entered(entered: int, told: int | None) -> str:
    """The sentence over a child's episodes where a paper told of more; empty where none did."""
    if told is None:
        return ""
    count = f"{entered} {'is' if entered == 1 else 'are'}"
    return NOT_ENTERED.format(told=told, entered=count)
