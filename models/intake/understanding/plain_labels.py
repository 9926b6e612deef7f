"""Words that are a label of a form and nothing else, and so nobody's name and no answer."""

from models.intake.understanding.lexicon import recognise

ASKED = frozenset({
    "name", "first_name", "surname", "dob", "age", "gender", "ethnicity", "nhs", "postcode",
    "phone", "alias", "vehicle", "relationship", "email", "address", "referrer_email",
    "referrer_phone", "referrer_role", "signature",
})  # fmt: skip
"""Fields whose labels nobody bears as a name; a district's "Ward" somebody may."""

LONGEST = 5  # words


def is_label(text: object) -> bool:
    """Say whether words are a label of a form and nothing else: "D.O.B", "Name", "Nickname"."""
    words = str(text)
    if not 0 < len(words.split()) <= LONGEST:
        return False
    found = (recognise(kind, words) for kind in ("child", "generic"))
    return any(one and one.score >= 1 and one.field in ASKED for one in found)
