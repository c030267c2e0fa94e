"""The command line: a group that imports a command only when it runs.

A command is a module of this package, named like the command, that holds a click command called `command`. At its top it
imports click and the standard library; the rest inside functions, so that help and completion stay quick.

Exit codes: 0 done; 1 a fault, or a ledger that cannot be used; 2 a wrong command line or setting; 3 some inputs could not
be read; 4 something does not hold (`verify`); 130 interrupted; 141 whoever read the output hung up.
"""

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from sayso import __version__
from sayso.errors import ConfigError, InputError, SaysoError

COMMANDS = {
    "read": "Read articles and print their ledgers.",
    "add": "Read articles into a ledger file.",
    "relate": "Find what the documents and claims of a ledger say about one another.",
    "list": "List the documents of a ledger.",
    "show": "Show a document, claim, attribution or entity of a ledger.",
    "search": "Search the claims and texts of a ledger.",
    "forecasts": "List the forecasts of a ledger and when they are due.",
    "match": "Find known claims that say what a sentence says.",
    "log": "Show what became of every input of a ledger.",
    "framing": "Compare whose words articles or outlets carry.",
    "export": "Write out a ledger for other tools.",
    "reread": "Read the texts of a ledger again with the reader of now.",
    "decide": "Confirm or reject a relation, merge or split clusters, resolve a forecast, note something, or undo a decision.",
    "verify": "Check that a ledger or a proof holds, and name what does not.",
    "prove": "Hand out a proof that a document is in a ledger, to be checked without it.",
    "redact": "Take the words of a document out of a ledger, for good.",
    "key": "Make a key that signs what is added to ledgers.",
    "serve": "Look at a ledger in the browser.",
    "gazetteer": "Read places from a dump of GeoNames instead of the built-in ones.",
    "schema": "Print the JSON Schema of the output.",
    "config": "Show the settings in force and where each comes from.",
    "completion": "Print the completion script of a shell.",
    "doctor": "Check that this installation works.",
}
FAULT, USAGE, PARTIAL, FLAWED = 1, 2, 3, 4
INTERRUPTED, HUNG_UP = 130, 141  # 128 + the signal, as shells count

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Door(click.Group):
    """The group `sayso`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click passes it
        """The commands in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 # click passes it
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sayso.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 # click passes it
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever ends it becomes an exit code and, where there is something to say, a line on stderr."""
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            swallow_output()
            ctx.exit(HUNG_UP)
        except OSError as error:
            if error.errno not in FULL:
                raise
            swallow_output()
            complain(f"the output cannot be written: {error.strerror}; make room, or write elsewhere with --output")
            ctx.exit(FAULT)
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(INTERRUPTED)
        except SaysoError as error:
            complain(str(error))
            ctx.exit(exit_code(error))
        return answer


def exit_code(error: SaysoError) -> int:
    """The exit code that tells a script what kind of trouble it was."""
    if isinstance(error, ConfigError):
        return USAGE
    return PARTIAL if isinstance(error, InputError) else FAULT


def complain(message: str) -> None:
    """One line on stderr, free of control characters."""
    from sayso.cli.terminal import printable

    click.echo(f"sayso: {printable(message)}", err=True)


def swallow_output() -> None:
    """Point stdout to nowhere, so that Python's own flush at exit stays quiet."""
    with suppress(OSError, ValueError):  # a stdout without a file, as under a test runner, needs none of this
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@click.command(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso", message="%(prog)s %(version)s")
def main() -> None:
    """Articles in, a ledger of attributed claims out: who said it, on whose word, how surely.

    sayso records what is claimed and by whom, tied to the exact characters. It never says whether a claim holds.
    """
