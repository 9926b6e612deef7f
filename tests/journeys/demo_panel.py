"""The demo panel's papers, what they hold, and what documents made from them say."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from macedesk import demo

PAPERS = Path(__file__).parents[2] / "resources" / "demo"
EXPECTED = Path(__file__).parents[1] / "data" / "panel"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REF = re.compile(r"\(ref (K\w+)\)")


def expected(name: str) -> list[dict[str, Any]]:
    """What was put into the papers: referrals, returns or adults."""
    found: list[dict[str, Any]] = json.loads(
        (EXPECTED / f"expected_{name}.json").read_text("utf-8")
    )
    return found


def children() -> dict[str, str]:
    """System id to name of each child referred."""
    return {one["la_id"]: one["name"] for one in expected("referrals") if one["kind"] == "child"}


def identifiers() -> set[str]:
    """Names, telephone numbers and plates of everybody in the papers, as written and bare."""
    adults = expected("adults")
    found = {one[key] for one in adults for key in ("name", "phone", "vehicle") if one.get(key)}
    found |= set(children().values())
    return found | {one.replace(" ", "") for one in found if one[-1].isdigit() or one.isupper()}


def contributions(share: str) -> set[str]:
    """The marks of what is said at the meeting under this sharing."""
    lines = [line for item in demo.script()["items"] for line in item.get("contributions", ())]
    return {mark(line["text"]) for line in lines if line["share"] == share}


def returned(share: str) -> set[str]:
    """The marks of what the returns hold under this sharing."""
    return {mark(one["text"]) for one in expected("returns") if one["share"].startswith(share)}


def mark(text: str) -> str:
    """The mark that a line carries, such as KHC2XZ."""
    found = REF.search(text)
    assert found is not None
    return found.group(1)


def words(path: Path) -> str:
    """Everything that a file says: of a Word file every part, paragraph by paragraph."""
    return blob_words(path.name, path.read_bytes())


def blob_words(name: str, blob: bytes) -> str:
    """The same of a file's content; its name says what it is."""
    if not name.endswith((".docx", ".xlsx")):
        return blob.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        blobs = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    return "\n".join(_paragraphs(blob) for blob in blobs)


def _paragraphs(blob: bytes) -> str:
    root = etree.fromstring(blob)
    found = list(root.iter(f"{WORD}p"))
    if not found:
        return " ".join(root.itertext())
    return "\n".join("".join(one.text or "" for one in p.iter(f"{WORD}t")) for p in found)
