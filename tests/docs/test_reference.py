"""The reference is held against what it describes."""

import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import click
import pytest

from sayso.annotate.naming.aliases import Aliases
from sayso.annotate.wording.packs import Packs
from sayso.cli import main
from sayso.cli.forms import FORMS
from sayso.lexicons import read_yaml
from sayso.model.entity import EntityKind
from sayso.settings import Settings

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGE = (REFERENCE / "cli.md").read_text(encoding="utf-8")
SECTIONS = {part.split("\n", 1)[0]: part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]}


def tree(command=main, path="sayso"):
    """Every command that does something itself, by the words that call it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        yield from tree(command.get_command(context, name), f"{path} {name}")


COMMANDS = dict(tree())


@pytest.mark.parametrize("path", COMMANDS)
def test_each_command_has_a_section_that_names_each_of_its_options(path):
    section = SECTIONS[path]
    options = [each for each in COMMANDS[path].params if isinstance(each, click.Option)]
    missing = [name for each in options for name in (*each.opts, *each.secondary_opts) if f"`{name}" not in section]
    assert missing == []


@pytest.mark.parametrize("path", COMMANDS)
def test_a_section_names_no_option_that_its_command_does_not_have(path):
    known = {name for each in COMMANDS[path].params for name in (*each.opts, *each.secondary_opts)}
    rows = re.findall(r"^\| (`-.*?) \|", SECTIONS[path], re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(--?[\w-]+)", row)}
    assert named - known == set()


def test_every_section_about_a_command_has_its_command():
    assert [title for title in SECTIONS if title.startswith("sayso") and title not in COMMANDS] == []


def test_every_form_is_described():
    assert all(re.search(rf"^- `{form}`: ", SECTIONS["sayso read"], re.MULTILINE) for form in FORMS)


def test_the_table_of_settings_has_every_setting_with_its_default():
    page = (REFERENCE / "configuration.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| `(.*?)` \|", page, re.MULTILINE)
    assert tomllib.loads("\n".join(f"{name} = {value}" for name, value in rows)) == asdict(Settings())


def test_the_example_of_a_settings_file_can_be_used():
    page = (REFERENCE / "configuration.md").read_text(encoding="utf-8")
    example, _ = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert Settings(**tomllib.loads(example)).port == 8000


def test_the_example_of_aliases_can_be_used():
    page = (REFERENCE / "configuration.md").read_text(encoding="utf-8")
    _, example = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    aliases = Aliases.of(tomllib.loads(example))
    assert aliases.name_of("The NGB") == "Northern Grain Board"
    assert aliases.kinds == {"Oleksandr Kravets": EntityKind.PERSON}


def test_the_example_of_a_pack_can_be_used():
    (example,) = re.findall(r"```yaml\n(.*?)```", (REFERENCE / "packs.md").read_text(encoding="utf-8"), re.DOTALL)
    packs = Packs.of([("packs.md", read_yaml(example))])
    assert set(packs.by_word) == {"piracy", "act", "stop", "stops", "stopped", "freedom"}
