"""What a request of the panel's own prints, known again where it comes back without its marks."""

import re
from collections.abc import Iterable

from models import codes
from models.intake.papers import Block, Table
from models.intake.printed import mark
from models.rules.names import plain

TITLE = re.compile(r"Agency information return: .+")
OF_EDGES = re.compile(r"Information request, version \d+\. Issued to: .+")
STANDING = ("information_request", "lawful_basis", "handling")
PRINTED = (
    re.compile(r"Requested by .+"),
    re.compile(r"Lawful basis: .+"),
    re.compile(r"Item: V?\d*\w*(?: · [A-Z][^:·]{2,40}: [^·]+)*"),
    re.compile(r"Complete here:"),
    re.compile(r"Please return this form\b.*"),
)
EDGE = "page edge"


def printed_by_us(parts: Iterable[Block | Table]) -> frozenset[str]:
    """The marks of a request's own sentences in a paper that is one; none in any other.

    Standing wordings are those shipped; a sentence that the panel words itself is looked at.
    """
    blocks = [one for one in parts if isinstance(one, Block)]
    titled = any(TITLE.fullmatch(one.text.strip()) for one in blocks)
    if not (titled and any(OF_EDGES.match(one.text.strip()) for one in blocks)):
        return frozenset()
    standing = {plain(_shipped(key)) for key in STANDING} - {""}
    return frozenset(mark(one.text) for one in blocks if _is_ours(one, standing))


def _is_ours(one: Block, standing: set[str]) -> bool:
    text = one.text.strip()
    return (
        one.where.startswith(EDGE)
        or plain(text) in standing
        or any(known.fullmatch(text) for known in PRINTED)
    )


def _shipped(key: str) -> str:
    found = codes.find("wordings", key)
    return found.text.strip() if isinstance(found, codes.Wording) else ""
