"""The README does what it says: its commands and its example are run."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import read
from sayso.codec import encode

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ARTICLE = "“The ferry line holds,” said Ada Bell, the harbour master. The ministry denied that it had closed."
SHELL = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
COMMANDS = [line.split("  #")[0].strip() for line in SHELL.splitlines() if line.startswith("sayso ")]


@pytest.fixture
def desk(tmp_path):
    """A folder with all that the README's commands name."""
    (tmp_path / "articles").mkdir()
    page = f"<html><head><title>Ferry</title></head><body><article><p>{ARTICLE}</p></article></body></html>"
    for path in (tmp_path / "article.html", tmp_path / "articles" / "a.html"):
        path.write_text(page, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "sides.toml").write_text('[[side]]\nname = "harbour"\nnames = ["harbour master"]\n', encoding="utf-8")
    return tmp_path


def run(desk, command):
    words = [sys.executable, "-c", "from sayso.cli import main; main()", *shlex.split(command)[1:]]
    return subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False)


def test_every_command_works_in_the_order_of_the_page(desk):
    known = read(ARTICLE).attributions[0].id[:7]
    tried = [command.replace("at_0c4b", known) for command in COMMANDS if not command.startswith("sayso serve")]
    assert len(tried) >= 8
    for command in tried:
        done = run(desk, command)
        assert (command, done.returncode, done.stderr if done.returncode else "") == (command, 0, "")


def test_the_example_runs_and_prints_an_attribution():
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "direct ['“The bridge is open,”']\n"


def test_what_an_entry_has_is_what_the_page_says():
    line = encode(read(ARTICLE)).decode()
    assert all(
        f'"{field}"' in line for field in ("source", "cue", "content", "within", "anonymity", "polarity", "voice")
    )
