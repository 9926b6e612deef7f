"""All words of a file, in whatever part of it they stand, as they are compared."""

import io
import re
import unicodedata
import zipfile
from email import message_from_bytes, policy


def plain(text: str) -> str:
    """Text without accents, apostrophes, hyphens, case and line ends."""
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(one for one in bare if not unicodedata.combining(one))
    bare = re.sub(r"['’‘`]", "", bare.lower().replace("ł", "l"))
    return " ".join(re.sub(r"[^\w@.]+", " ", bare).split())


def words_of(name: str, blob: bytes) -> str:
    """Body, edges, properties, comments, alt texts, names of parts, and the file's own name."""
    if name.endswith(".eml"):
        return _mail(name, blob)
    if not name.endswith((".docx", ".xlsx")):
        return f"{name} {blob.decode('utf-8-sig')}"
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        names = package.namelist()
        parts = [package.read(one).decode("utf-8", "ignore") for one in names if _is_text(one)]
    told = [re.sub(r"<[^>]+>", "", re.sub(r"<w:br/>|</w:p>|</w:tc>", " ", part)) for part in parts]
    return " ".join((name, *names, *told, *parts))


def _is_text(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _mail(name: str, blob: bytes) -> str:
    """Subject, body and names of attachments of a message; not what is attached."""
    message = message_from_bytes(blob, policy=policy.default)
    attached = [one.get_filename() or "" for one in message.iter_attachments()]
    body = message.get_body()
    return " ".join((name, message["Subject"], body.get_content() if body else "", *attached))
