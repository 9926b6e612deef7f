"""The command line: everything a person does in the window, rehearsed and scripted."""

import sys
from pathlib import Path

import click

from macedesk import collecting, crash
from macedesk.commandline import (
    agendas,
    copies,
    documents,
    files,
    meetings,
    papers,
    people,
    rehearsal,
    reports,
)
from models.errors import Conflict, Refusal, Trouble


class PanelGroup(click.Group):
    """Commands, or a file to open in the window where the first word is no command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A word that is no command is the file to open."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            return super().resolve_command(ctx, ["open", *args])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what a person must hear is one sentence on standard error."""
        try:
            return super().invoke(ctx)
        except (Refusal, Trouble) as error:
            click.echo(error.message, err=True)
        except Conflict as error:
            click.echo(str(error), err=True)
        except KeyboardInterrupt:
            click.echo("Stopped; nothing is half-written.", err=True)
        raise SystemExit(1)


@click.group(cls=PanelGroup, invoke_without_command=True)
@click.version_option(package_name="macedesk")
@click.pass_context
def main(ctx: click.Context) -> None:
    """MaceDesk: multi-agency child exploitation panels, from referral to minutes and care plan.

    Without a command the window opens on FILE, or on the file that was open last.
    """
    crash.no_core_dumps()
    if ctx.invoked_subcommand is None:
        ctx.invoke(open_window)


@main.command("open", hidden=True)
@click.argument("file", type=click.Path(path_type=Path), required=False)
def open_window(file: Path | None = None) -> None:
    """Open the window on FILE."""
    collecting.wait()
    from macedesk import startup

    sys.exit(startup.run(file))


for group in (files, papers, agendas, meetings, documents, reports, people, copies, rehearsal):
    for command in group.COMMANDS:
        main.add_command(command)
