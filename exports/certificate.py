"""The certificate of a disposal: what class of record went, on what basis, by whom; no content."""

from datetime import datetime

from exports import filing, phrases
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models.records.panel import PanelRecord
from models.records.retention import CertificateRow

READER = "The panel's own file"
NOTHING = "The record, its history and its papers were removed from the panel's file for good."


def written(
    panel: PanelRecord, one: CertificateRow, made_at: datetime, template: Template | None = None
) -> bytes:
    """The certificate as a Word file."""
    return compose(panel, one, made_at, template=template).to_bytes()


def compose(
    panel: PanelRecord, one: CertificateRow, made_at: datetime, *, template: Template | None = None
) -> Sheet:
    """The certificate as a sheet."""
    about = Imprint(
        panel, "Certificate of disposal", READER, made_at, status="Final", reference=one.reference
    )
    sheet = Sheet(about, template)
    sheet.title("Certificate of disposal", one.reference)
    sheet.paragraph(NOTHING)
    sheet.facts(_facts(one), "What was disposed of")
    sheet.part("certificate.remains", 1)
    sheet.paragraph(f"{phrases.stopped(one.backups)}")
    sheet.paragraph(
        "What it had in common with records that are kept stays with those. Documents that were"
        " issued are with whoever received them. The journal says that rows were removed, not what"
        " stood in them."
    )
    sheet.end("End of the certificate.")
    return sheet


def file_name(one: CertificateRow) -> str:
    """The name under which a certificate is saved."""
    return filing.safe_name(f"certificate {one.reference}") + ".docx"


def _facts(one: CertificateRow) -> list[tuple[str, str | None]]:
    papers = f"{one.papers} paper{'' if one.papers == 1 else 's'}"
    return [
        ("Kind of record", one.kind),
        ("Record", one.record_uuid),
        ("Class and period", one.basis),
        ("Fell due", phrases.day(one.due_on) if one.due_on else None),
        ("Reason", one.reason),
        ("Disposed of by", one.by_name),
        ("Agreed by", one.second_person),
        ("On", f"{phrases.day(one.at.date())}, {one.at:%H:%M}"),
        ("Removed", f"{one.rows} {'entry' if one.rows == 1 else 'entries'}, {papers}"),
    ]
