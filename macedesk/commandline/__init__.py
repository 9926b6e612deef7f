"""The command line: everything a person does in the window, rehearsed and scripted."""

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import click

from macedesk import collecting, crash
from models.errors import Conflict, Refusal, Trouble

WHERE: Mapping[str, str] = {
    "agenda": "agendas",
    "backup": "copies",
    "check": "files",
    "demo": "rehearsal",
    "export": "documents",
    "hold": "meetings",
    "import": "papers",
    "init": "files",
    "match": "people",
    "parse": "meetings",
    "pdfa": "documents",
    "report": "reports",
    "restore": "copies",
}
"""Each command with its module, which is imported when the command is called: the window opens
sooner without them."""


class PanelGroup(click.Group):
    """Commands, or a file to open in the window where the first word is no command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command by name."""
        return sorted({*super().list_commands(ctx), *WHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name in WHERE and cmd_name not in self.commands:
            for command in import_module(f"{__name__}.{WHERE[cmd_name]}").COMMANDS:
                self.add_command(command)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A word that is no command is the file to open."""
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
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
