"""A changed Word file read without trust: paragraphs, tracked changes, bookmarks, comments."""

from xml.etree.ElementTree import Element

from models.errors import Refusal
from models.intake.edited import EditedPaper, WordComment
from models.intake.opening.container import Package, Relation
from models.intake.opening.kinds import is_open_document, is_package, office_form, refuse_unread
from models.intake.opening.limits import MAX_BYTES
from models.intake.opening.notes import Notes
from models.intake.opening.parse import attribute, below, child, local
from models.intake.opening.styles import styles_of
from models.intake.opening.tracked import TrackedStory, moment, signature
from models.intake.opening.word import check_outside

MAX_COMMENTS = 2_000
MAX_COMMENT = 4_000
NO_WORD_FILE = (
    "This is no Word file. Open the minutes in Word or LibreOffice, save them as .docx, "
    "and open that."
)
TOO_LARGE = f"This file is larger than {MAX_BYTES // 1024 // 1024} MB, which minutes never are."


def open_edited(data: bytes) -> EditedPaper:
    """What a changed Word file says.

    Raises Refusal for what is no Word file, is locked, damaged, far too large, carries macros or
    reaches outside itself.
    """
    if len(data) > MAX_BYTES:
        raise Refusal(TOO_LARGE)
    refuse_unread(data)
    if not is_package(data):
        raise Refusal(NO_WORD_FILE)
    package = Package(data)
    if is_open_document(package) or office_form(package) != "docx":
        raise Refusal(NO_WORD_FILE)
    return _read(package, package.main_part() or "")


def _read(package: Package, main: str) -> EditedPaper:
    notes, links = Notes(), package.relations(main)
    settings = _part(package, links, "settings")
    check_outside((*links, *package.relations(settings)), notes)
    styles = _part(package, links, "styles")
    story = TrackedStory(styles_of(package, styles), notes)
    body = child(package.tree(main), "body")
    story.read(body if body is not None else ())
    comments = _part(package, links, "comments")
    told = _comments(package.tree(comments), story) if comments else ()
    return EditedPaper(story.paragraphs(), told, notes.lines())


def _part(package: Package, links: tuple[Relation, ...], kind: str) -> str:
    found = (one.target for one in links if one.kind == kind and not one.external)
    return next((one for one in found if package.has(one)), "")


def _comments(root: Element, story: TrackedStory) -> tuple[WordComment, ...]:
    found: list[WordComment] = []
    for one in root:
        if local(one) != "comment":
            continue
        if len(found) == MAX_COMMENTS:
            raise Refusal(f"This file holds more than {MAX_COMMENTS:,} comments.")
        text = "\n".join(filter(None, map(_words, below(one, "p"))))[:MAX_COMMENT]
        where = story.commented.get(attribute(one, "id") or "")
        if text:
            about, at = where or ("", None)
            found.append(WordComment(signature(one), moment(one), text, about, at))
    return tuple(found)


def _words(paragraph: Element) -> str:
    return " ".join("".join(one.text or "" for one in below(paragraph, "t")).split())
