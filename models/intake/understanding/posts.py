"""Words that name somebody's post, and no agency: "Licensing enforcement officer"."""

import re

_POST = re.compile(  # "Specialist midwifery" is a body, and "Licensing specialist" a post
    r"\b(?:(?:officer|worker|nurse|manager|leader|practitioner|co-?ordinator|advis[eo]r|analyst|"
    r"inspector|sergeant|constable|superintendent|teacher|headteacher|director|"
    r"administrator|therapist|psychologist|supervisor|dsl)s?\b|"
    r"(?:lead|consultant|specialist|assistant)s?\b(?=\W*$|\s*[,(]|\s+(?:for|of|in|to|on|at)\b))"
    r"(?!.*\b(?:services?|teams?|unit|department|trust|council|partnership|agency|office|"
    r"association|college|school|board|project|hub|centre|charity)\b)",
    re.IGNORECASE,
)


def names_a_post(text: str) -> bool:
    """Say whether words are somebody's post: the worker of a team, never the team."""
    return bool(_POST.search(text))
