"""A paper's bytes rebuilt in memory without the lines that its agency does not share."""

import csv
import html
import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from models.errors import Refusal
from models.intake.opening.container import Package
from models.intake.papers import Block, Content
from models.services.papers.withheld import TAKEN_OUT, Withheld

# What holds one text: paragraph, shared or inline string, cell value, formula, comment.
HOLDERS = frozenset({"p", "si", "is", "v", "f", "text"})
WORDS = frozenset({"t", "delText", "instrText", "v", "f"})
PLAIN_PARTS = (".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".ttf", ".odttf")
SHORT = 12


def taken_out(data: bytes, cleared: Content, withheld: Withheld) -> bytes:
    """The paper without those lines; its look is kept where that is safe.

    `cleared` is its content without them. Where a line could still stand somewhere in the file
    (a picture of its first page, something embedded, an old version) a plain list of its
    content is kept in its place.
    """
    rebuilt = _safely_rebuilt(data, withheld) if cleared.form in ("docx", "xlsx") else None
    if rebuilt is not None and _is_clean(rebuilt, withheld):
        return rebuilt
    return plain_list(cleared)


def _safely_rebuilt(data: bytes, withheld: Withheld) -> bytes | None:
    """The rebuilt package; None where a part is not such as Word or Excel write."""
    try:
        return _rebuilt(data, withheld)
    except (Refusal, etree.XMLSyntaxError):
        return None


def plain_list(content: Content) -> bytes:
    """A paper's content as a plain list: a line for each paragraph and each row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for part in content.parts:
        if isinstance(part, Block):
            writer.writerow([part.text])
        else:
            writer.writerows([cell.text for cell in row] for row in part.rows)
    return text.getvalue().encode("utf-8-sig")


def _rebuilt(data: bytes, withheld: Withheld) -> bytes | None:
    """The package with the texts blanked; None where it holds parts that cannot be looked into.

    A part that is changed is first read without trust; the picture of the first page is left out.
    """
    secrets = _Secrets(withheld)
    package, written = Package(data), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for info in old.infolist():
            name = info.filename.lower()
            if info.is_dir() or "thumbnail" in name:
                continue
            if not name.endswith(PLAIN_PARTS) or "embed" in name:
                return None
            part = old.read(info)
            if name.endswith((".xml", ".rels")):
                told = _told(part)
                if told is None:
                    return None
                if b"thumbnail" in part.lower() or secrets.may_be_in(told):
                    package.tree(info.filename)
                    part = _blanked(part, secrets)
            new.writestr(info.filename, part, zipfile.ZIP_DEFLATED)
    return written.getvalue()


class _Secrets:
    """The texts that are not shared, as compared: letters and figures only."""

    def __init__(self, withheld: Withheld) -> None:
        self.wholes = {_squeezed(text) for text in withheld.texts} - {""}
        self.lines = {_squeezed(line) for text in withheld.texts for line in text.splitlines()} - {
            ""
        }

    def may_be_in(self, told: str) -> bool:
        """True for a part whose words, run together, hold one of them."""
        return any(one in told for one in self.lines)

    def are_in(self, text: str) -> bool:
        """True for a text that is one of them, or a good part of one, or holds one."""
        told = _squeezed(text)
        if not told:
            return False
        if told in self.lines or told in self.wholes:
            return True
        part = len(told) >= SHORT and any(told in whole for whole in self.wholes)
        return part or any(len(one) >= SHORT and one in told for one in self.lines)


def _blanked(part: bytes, secrets: _Secrets) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(part, parser)
    touched = _unpictured(root)
    for element in root.iter():
        holds = isinstance(element.tag, str) and _local(element) in HOLDERS
        if holds and secrets.are_in("".join(_texts(element))):
            _blank(element)
            touched = True
    if not touched:
        return part
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _unpictured(root: etree._Element) -> bool:
    """Take out what points at the picture of the first page, which is left out itself."""
    pointing = [one for one in root if "thumbnail" in one.get("Target", "").lower()]
    for one in pointing:
        root.remove(one)
    return bool(pointing)


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _texts(element: etree._Element) -> Iterator[str]:
    for one in element.iter():
        if isinstance(one.tag, str) and _local(one) in WORDS and one.text:
            yield one.text


def _blank(element: etree._Element) -> None:
    said = TAKEN_OUT
    for one in element.iter():
        if isinstance(one.tag, str) and _local(one) in WORDS:
            one.text, said = said, ""


def _is_clean(data: bytes, withheld: Withheld) -> bool:
    """True if none of the texts is left anywhere in the package."""
    secrets = {one for one in map(_squeezed, withheld.texts) if len(one) >= 4}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for info in package.infolist():
            if info.filename.lower().endswith((".xml", ".rels")):
                part = package.read(info)
                marked = _squeezed(html.unescape(part.decode("utf-8")))
                if any(one in (_told(part) or "") or one in marked for one in secrets):
                    return False
    return True


def _told(part: bytes) -> str | None:
    """All words of a part run together, as compared; None for an encoding other than UTF-8."""
    try:
        text = part.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    declared = re.match(r"\s*<\?xml[^>]*encoding=[\"']([\w-]+)", text)
    if "\x00" in text or (declared and declared[1].lower() not in {"utf-8", "us-ascii", "ascii"}):
        return None
    return _squeezed(html.unescape(re.sub(r"<[^>]*>", "", text)))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
