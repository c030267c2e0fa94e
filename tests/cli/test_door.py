import json
import subprocess
import sys
from time import perf_counter

import click
import pytest
from click.testing import CliRunner

from sayso import cli
from sayso.errors import ConfigError, InputError, LedgerMissing

HEAVY = (
    "pydantic",
    "rich",
    "sqlalchemy",
    "fastapi",
    "trafilatura",
    "jinja2",
    "sayso.codec",
    "sayso.wiring",
    "sayso.model.reading",
)
HELP = "import sys; from sayso.cli import main; sys.argv = ['sayso', '--help']; main()"


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


def seconds(code):
    began = perf_counter()
    python(code)
    return perf_counter() - began


def test_help_lists_every_command_without_importing_what_commands_need():
    run = python(
        "import sys, json\nfrom sayso.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    *lines, loaded = run.stdout.splitlines()
    assert json.loads(loaded) == []
    assert [line.split()[0] for line in lines if line.split()[0:1] and line.split()[0] in cli.COMMANDS] == list(
        cli.COMMANDS
    )


def test_help_takes_less_than_three_times_as_long_as_importing_click_and_json():
    pairs = [(seconds(HELP), seconds("import click, json")) for _ in range(7)]  # alternately: both meet the same noise
    assert min(each[0] for each in pairs) < 3 * min(each[1] for each in pairs)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_line_in_the_list_is_the_one_that_the_command_itself_begins_with(name):
    command = cli.main.get_command(click.Context(cli.main), name)
    assert " ".join(command.help.split()).startswith(cli.COMMANDS[name].removesuffix("."))


def test_the_version_is_the_package_version():
    assert CliRunner().invoke(cli.main, ["--version"]).output == f"sayso {cli.__version__}\n"


def test_an_unknown_command_is_a_wrong_command_line_and_the_nearest_is_named():
    result = CliRunner().invoke(cli.main, ["raed"])
    assert result.exit_code == 2
    assert "raed" in result.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ConfigError("no such port"), 2),
        (InputError("encoding", "not text"), 3),
        (LedgerMissing("no ledger at x"), 1),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 141),
    ],
)
def test_what_ends_a_command_decides_the_exit_code(monkeypatch, error, code):
    @click.command()
    def command():
        raise error

    monkeypatch.setattr(cli.Door, "get_command", lambda *_: command)
    result = CliRunner().invoke(cli.main, ["read"])
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr == {130: "sayso: interrupted\n", 141: ""}.get(code, f"sayso: {error}\n")


def test_a_fault_of_sayso_itself_is_not_dressed_up_as_a_message(monkeypatch):
    @click.command()
    def command():
        raise ZeroDivisionError

    monkeypatch.setattr(cli.Door, "get_command", lambda *_: command)
    result = CliRunner().invoke(cli.main, ["read"])
    assert result.exit_code == 1
    assert isinstance(result.exception, ZeroDivisionError)


def test_a_message_cannot_command_the_terminal(capsys):
    cli.complain("bad name \x1b[2J\u202eexe\nnext")
    assert capsys.readouterr().err == "sayso: bad name [2Jexe next\n"
