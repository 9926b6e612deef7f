"""How addresses are written: words for streets, and postcodes."""

import re

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
STREETS = frozenset({
    "road", "rd", "street", "st", "lane", "ln", "avenue", "ave", "close", "cl", "drive", "dr",
    "way", "court", "ct", "place", "pl", "terrace", "gardens", "gdns", "crescent", "cres",
    "square", "sq", "grove", "row", "walk", "mews", "parade",
})  # fmt: skip


def postcode_key(text: str | None) -> str:
    """A postcode without spaces, in capitals."""
    return "".join((text or "").split()).upper()
