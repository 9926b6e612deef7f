"""Words of a document that tell where on record they stand, by bookmarks that nobody sees."""

import zlib

from exports.wordml import Text, tidy
from models.records.places import Place

NOT_KNOWN = "_M0_"
"""What begins a bookmark's name until the document is whole and its own sign is known."""


class Marked(str):
    """A piece of text with its place on record."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place) -> "Marked":
        """The text, marked."""
        made = str.__new__(cls, text)
        made.place = place
        return made


def alike(text: str, of: str) -> str:
    """A part of a text, marked as the whole is."""
    return Marked(text, of.place) if isinstance(of, Marked) else text


def first_line(text: Text) -> tuple[tuple[str, ...], str]:
    """The first line of a text and those after it, marked as the whole is."""
    if not isinstance(text, str):
        return text, ""
    first, _, rest = tidy(text).lstrip().partition("\n")
    if first == text:
        return (text,), ""
    return (alike(first, text),), alike(rest, text)


class Marks:
    """The places of one document, each under the number of its bookmark."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def around(self, place: Place, run: str) -> str:
        """A run within a bookmark of its own; the name says nothing but its number."""
        number = len(self.places)
        self.places.append(place)
        return (
            f'<w:bookmarkStart w:name="{NOT_KNOWN}{number}" w:id="{number}"/>{run}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )


def sign_of(body: bytes) -> str:
    """What tells one writing of a document from every other of the panel."""
    # Checksums, not a digest: nobody is to be kept from making two alike, and they cost nothing.
    return f"{zlib.crc32(body):08x}{zlib.adler32(body) & 0xFFFF:04x}"


def signed(body: bytes, sign: str) -> bytes:
    """A body whose bookmarks carry the document's sign."""
    begins = b'<w:bookmarkStart w:name="'
    return body.replace(begins + NOT_KNOWN.encode(), begins + f"_M{sign}_".encode())
