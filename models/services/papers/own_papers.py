"""The panel's own papers come back: told from what others send, so that none becomes a referral."""

import re

from models.intake.papers import Block, Content

END = re.compile(
    r"End of the (minutes|agenda pack|agenda|extract|annex|chair's briefing)(?: of .{6,40})?\.?"
)
MINUTES = re.compile(r"[^:]{2,120}: minutes")
STATEMENT = "Confidentiality statement"
READ_THERE = (
    "These are minutes of the panel's own: nothing of them was kept here. What was changed in them "
    "is read on the page Minutes, under From Word."
)
STANDS = (
    "This is a paper that the panel itself sent out ({which}): nothing of it was kept, as all of "
    "it is on record."
)


def own_paper(content: Content) -> str:
    """Why a paper of the panel's own is not taken in; nothing where it is anybody else's."""
    texts = [one.text.strip() for one in content.parts if isinstance(one, Block)]
    ended = next((found for text in reversed(texts) if (found := END.fullmatch(text))), None)
    titled = any(MINUTES.fullmatch(text) for text in texts[:3]) and STATEMENT in texts
    which = ended[1] if ended is not None else "minutes" if titled else ""
    if not which:
        return ""
    return READ_THERE if which == "minutes" else STANDS.format(which=which)
