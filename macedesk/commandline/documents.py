"""`export`: the documents of a meeting."""

from datetime import date
from pathlib import Path

import click

from macedesk import passphrase
from macedesk.commandline.desk import DAY, FILE, REASON, TEMPLATE, meeting_id, opened, warn


@click.command("export")
@FILE
@click.option("--meeting", "held_on", type=DAY, required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--audience", "audiences", multiple=True, help="Only documents for this audience.")
@TEMPLATE
@click.option("--encrypt", is_flag=True, help="Protect each Word file with a passphrase.")
@REASON
@click.option("--fhir", is_flag=True, help="The care-plan feed as a FHIR R4 bundle too.")
@click.option("--drafts", is_flag=True, help="E-mail drafts, one for each recipient.")
def export(
    file: Path,
    held_on: date,
    out: Path,
    audiences: tuple[str, ...],
    template: Path | None,
    encrypt: bool,
    reason: str | None,
    fhir: bool,
    drafts: bool,
) -> None:
    """Write the documents of a meeting to a folder."""
    from exports import issue

    with opened(file) as workspace:
        meeting = meeting_id(workspace, held_on)
        secret = passphrase.for_documents() if encrypt else None
        if drafts:
            written = issue.write_drafts(
                workspace,
                meeting,
                out,
                audiences=audiences,
                template=template,
                passphrase=secret,
                reason=reason,
                tell=warn,
            )
        else:
            written = issue.write_meeting(
                workspace,
                meeting,
                out,
                audiences=audiences,
                template=template,
                passphrase=secret,
                reason=reason,
                tell=warn,
                fhir=fhir,
            )
    for one in written:
        click.echo(f"wrote {one}")


@click.command("pdfa")
@click.argument(
    "documents",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
)
def pdfa(documents: tuple[Path, ...]) -> None:
    """Make a PDF/A copy beside each Word document, by LibreOffice where it is installed."""
    from exports.archive_copy import pdf_a

    for one in documents:
        click.echo(f"wrote {pdf_a(one).name}")


COMMANDS = (export, pdfa)
