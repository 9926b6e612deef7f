"""Puts `house.docx` together from the parts in `house/`: `python -m resources.word.build`."""

import zipfile
from pathlib import Path

HERE = Path(__file__).parent
PARTS = HERE / "house"
HOUSE = HERE / "house.docx"


def build(to: Path = HOUSE) -> None:
    """The house template, the same bytes for the same parts."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for part in sorted(path for path in PARTS.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(part.relative_to(PARTS).as_posix(), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, part.read_bytes())


if __name__ == "__main__":
    build()
