"""Words that name somebody's post, and no agency: "Licensing enforcement officer"."""

import re

_POST = re.compile(
    r"\b(?:officer|worker|nurse|manager|lead|leader|practitioner|co-?ordinator|advis[eo]r|analyst|"
    r"inspector|sergeant|constable|superintendent|teacher|headteacher|director|consultant|"
    r"specialist|assistant|administrator|therapist|psychologist|supervisor|dsl)s?\b"
    r"(?!.*\b(?:services?|teams?|unit|department|trust|council|partnership|agency|office|"
    r"association|college|school|board|project)\b)",
    re.IGNORECASE,
)


def names_a_post(text: str) -> bool:
    """Say whether words are somebody's post: the worker of a team, never the team."""
    return bool(_POST.search(text))
