"""XML read without trust: no document type, no entities, no bottomless nesting."""

from collections.abc import Iterable, Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers import expat

from models.errors import Refusal
from models.intake.hearing import tell
from models.intake.opening.limits import MAX_DEPTH
from models.remembering import remembered

CHUNK = 256 * 1024
OPENING = "opening the file"


def events(stream: IO[bytes], place: str, size: int = 0) -> Iterator[tuple[str, Element]]:
    """Yield ("start" | "end", element) through a stream; clear what you have done with.

    Of a long part, `size` bytes of it, whoever listens is told how far it is.
    Raises Refusal naming `place` for a document type, for nesting past the limit and for damage.
    """
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    prolog = _Prolog(place)
    depth = done = 0
    try:
        while chunk := stream.read(CHUNK):
            prolog.feed(chunk)
            parser.feed(chunk)
            done += len(chunk)
            if size > CHUNK:
                tell(min(done, size), size, OPENING)
            for event, element in _ready(parser):
                depth += 1 if event == "start" else -1
                if depth > MAX_DEPTH:
                    raise Refusal(f"This paper is nested too deeply to be read safely ({place}).")
                yield event, element
        parser.close()
    except (ParseError, expat.ExpatError, LookupError, ValueError) as error:
        raise Refusal(
            f"This paper is damaged in its part {place}. Open it in Word or Excel, "
            "save it again under a new name, and add that."
        ) from error
    yield from _ready(parser)


def tree(stream: IO[bytes], place: str) -> Element:
    """Return the root element of a whole part, read as `events` reads it."""
    root: Element | None = None
    for _, element in events(stream, place):
        root = element if root is None else root
    if root is None:
        raise Refusal(f"This paper is damaged: its part {place} is empty.")
    return root


def local(element: Element) -> str:
    """Return an element's name without its namespace (strict and usual files differ in it)."""
    return _bare(element.tag)


@remembered(4096)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """Return an attribute by its name without namespace, or None."""
    if element is None:
        return None
    plain = element.get(name)
    if plain is not None:
        return plain
    ending = "}" + name
    return next((value for key, value in element.items() if key.endswith(ending)), None)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name, or None."""
    if element is None:
        return None
    return next((each for each in element if local(each) == name), None)


def within(element: Element | None, name: str) -> Iterable[Element]:
    """Return what stands inside the first child of that name: nothing where there is none."""
    found = child(element, name)
    return () if found is None else found


def below(element: Element, name: str) -> Iterator[Element]:
    """Yield every element of that name under this one, in reading order."""
    return (each for each in element.iter() if local(each) == name)


def _ready(parser: "XMLPullParser[Element]") -> Iterator[tuple[str, Element]]:
    for event in parser.read_events():
        element = event[-1]
        if isinstance(element, Element):
            yield event[0], element


class _Prolog:
    """Watches what comes before the first element, where alone a document type may stand."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.passed = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._pass

    def feed(self, chunk: bytes) -> None:
        if not self.passed:
            self.parser.Parse(chunk, False)

    def _refuse(self, *_: object) -> None:
        if self.passed:
            return
        raise Refusal(
            f"This paper declares its own XML entities ({self.place}), which Word and Excel "
            "never do. It was not read; ask the sender for a copy saved from Word or Excel."
        )

    def _pass(self, *_: object) -> None:
        self.passed = True
        self.parser.StartElementHandler = None
