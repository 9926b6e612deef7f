"""When two names are of one guest, where one of them also says where the guest comes from."""

import re

from models.rules.names import plain

LED = re.compile(r"^(?:from|of)\s+(?:the\s+)?")
WHENCE = re.compile(r"(?:\s*[,(\[/–—]|\s-\s|\s+(?:from|of)\s+(?:the\s+)?(?=[A-Z])).*$", re.DOTALL)


def name_alone(name: str) -> str:
    """A guest's name without the agency or post that is written with it."""
    return WHENCE.sub("", name.strip()) or name.strip()


def same_guest(one: str, other: str) -> bool:
    """Whether both are one guest: the same name, and nothing that tells two apart behind it."""
    if plain(name_alone(one)) != plain(name_alone(other)):
        return False
    whence, other_whence = _whence(one), _whence(other)
    return whence == other_whence or not (whence and other_whence)


def _whence(name: str) -> str:
    """Where a guest comes from, as it is written with the name."""
    return LED.sub("", plain(name.strip()[len(name_alone(name)) :].strip(" ,()[]/–—-")))
