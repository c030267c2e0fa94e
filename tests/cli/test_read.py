"""`sayso read` as a user meets it: real files, real processes, a real terminal."""

import csv
import fcntl
import io
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from sayso.cli import main
from sayso.codec import decode
from sayso.model.reading import Reading

SAYSO = Path(sys.executable).with_name("sayso")
ARTICLE = (
    'The harbour master, Ida Brandt, said "[the] ferries stay in port" until Friday.\n\n'
    "“We never left,” said Tomas Vey. “Not one of us.”\n\n"
    "According to the port authority, \x1b[31mfour\x1b[0m boats were lost.\n"
)


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def several(article):
    path = article.with_name("several.jsonl")
    records = [{"id": f"n{number}", "text": f'"Boat {number} is safe," Ida Brandt said.'} for number in range(3)]
    path.write_text("\n".join(json.dumps(record) for record in records) + "\n", encoding="utf-8")
    return path


def sayso(*args):
    return CliRunner().invoke(main, ["read", *map(str, args)])


def in_terminal(*args, columns=90, **environ):
    """What sayso prints on a pseudo-terminal of that width, and its exit code; quiet, for a slow machine shows progress."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "TERM"}}
    process = subprocess.Popen(
        [SAYSO, *map(str, args), "--quiet"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**env, "TERM": "xterm", **environ},
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), process.wait()


def test_in_a_pipe_each_reading_is_a_line_and_two_runs_are_the_same_bytes(article, several):
    first, second = (sayso(article, several) for _ in range(2))
    lines = first.stdout_bytes.splitlines()
    assert first.exit_code == 0
    assert first.stdout_bytes == second.stdout_bytes
    assert [decode(Reading, line).document.external_id for line in lines] == [None, "n0", "n1", "n2"]
    assert decode(Reading, lines[0]).document.text == ARTICLE
    assert decode(Reading, lines[0]).attributions


def test_a_dash_is_standard_input():
    run = subprocess.run([SAYSO, "read", "-"], input=ARTICLE.encode(), capture_output=True, check=True)
    assert decode(Reading, run.stdout).document.text == ARTICLE


def test_what_cannot_be_read_is_an_error_object_in_its_place_and_the_rest_goes_on(article):
    result = sayso("missing.txt", article)
    refused, read = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 3
    assert refused["error"]["path"] == "missing.txt"
    assert read["document"]["path"] == str(article)
    assert result.stderr.startswith("sayso: missing.txt: ")
    assert sayso("missing.txt", "--quiet").stderr == ""


def test_json_is_one_array_also_for_one_document(article):
    assert [each["schema"] for each in json.loads(sayso(article, "--format", "json").stdout)] == ["sayso/1"]


def test_csv_has_a_header_and_a_row_for_each_claim(several):
    claims = sum(len(json.loads(line)["claims"]) for line in sayso(several).stdout.splitlines())
    rows = list(csv.DictReader(io.StringIO(sayso(several, "--format", "csv").stdout, newline="")))
    assert len(rows) == claims
    assert "claimant" in sayso(several, "--format", "csv").stdout


def test_markdown_has_a_section_for_each_document(several):
    assert len(re.findall(r"^# n\d$", sayso(several, "--format", "md").stdout, re.MULTILINE)) == 3


def test_a_file_is_written_in_the_form_that_its_name_says(article):
    assert sayso(article, "-o", "out.json").exit_code == 0
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))[0]["document"]["text"] == ARTICLE
    assert sayso(article, "-o", "out.txt", "--no-color").stdout == ""
    assert "No claims found" in Path("out.txt").read_text() or "[1]" in Path("out.txt").read_text()


def test_text_in_a_file_has_the_same_bytes_each_time(article):
    for name in ("one.txt", "two.txt"):
        sayso(article, "-o", name)
    assert Path("one.txt").read_bytes() == Path("two.txt").read_bytes()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--text", "--explain", "1"], "--text and --explain"),
        (["--text", "--format", "csv"], "--text prints text"),
        (["--explain", "1", "--format", "json"], "--explain prints text"),
        (["--format", "pdf"], "'pdf' is not one of"),
        (["--reader", "oracle"], "no reader 'oracle'; expected one of model, rules"),
        (["-o", "no/such/folder/x"], "--output no/such/folder/x: cannot be written"),
    ],
)
def test_a_wrong_command_line_is_told_apart_from_a_wrong_input(article, args, said):
    result = sayso(article, *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_an_input_is_not_overwritten_by_the_output(several):
    before = several.read_bytes()
    result = sayso(several, "-o", several.name)
    assert (result.exit_code, several.read_bytes()) == (2, before)
    assert "is one of the inputs" in result.stderr


def test_a_full_disk_is_said_and_is_no_traceback(article):
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([SAYSO, "read", article], stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 1
    assert (
        run.stderr
        == b"sayso: the output cannot be written: No space left on device; make room, or write elsewhere with --output\n"
    )


def test_html_is_one_page_that_loads_nothing_from_elsewhere(article):
    assert sayso(article, "-o", "page.html").exit_code == 0
    page = Path("page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "We never left" in page
    assert not re.search(r"<script|src=|url\(", page)


def test_html_of_several_articles_is_refused_before_anything_is_written(several):
    result = sayso(several, "--format", "html")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "name one of them" in result.stderr


def test_an_attribution_is_explained_with_its_words_its_stage_and_its_reader(article):
    reading = json.loads(sayso(article).stdout)
    chosen = reading["attributions"][0]
    shown = sayso(article, "--explain", chosen["id"]).stdout
    assert f"attribution {chosen['id']}" in shown
    assert f'"{chosen["cue"][0]["text"]}"' in shown
    assert reading["made_by"]["stages"]["attributions"] in shown
    assert reading["made_by"]["reader"] in re.sub(r"\s+", "", shown) or reading["made_by"]["reader"] in shown
    assert all(reason in shown for reason in chosen["reasons"])
    assert sayso(article, "--explain", "at_nothing").exit_code == 1


def test_a_record_that_cannot_be_read_is_named_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "many.jsonl").write_text('{"text": "It rained."}\n{bad\n', encoding="utf-8")
    result = sayso("many.jsonl")
    assert result.exit_code == 3
    assert result.stderr.startswith("sayso: many.jsonl:2: not JSON")


def test_verbose_says_what_was_read_on_stderr_only(article):
    result = sayso(article, "-v")
    assert re.search(rf"^sayso: {re.escape(str(article))}: \d+ claims, \d+\.\d\d s$", result.stderr, re.MULTILINE)
    assert len(result.stdout.splitlines()) == 1


def test_on_a_terminal_a_summary_is_printed_no_wider_than_the_terminal_and_nothing_of_the_text_commands_it(article):
    shown, code = in_terminal("read", article, columns=70)
    assert code == 0
    assert "\x1b[2m" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert "\x1b" not in plain
    assert max(map(cell_len, plain.splitlines())) <= 70
    assert re.search(r"\d claims  [\d.]+ m?s", plain)


@pytest.mark.parametrize(("args", "environ"), [(["--no-color"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})])
def test_colours_can_be_declined(article, args, environ):
    shown, _ = in_terminal("read", article, "--text", *args, **environ)
    assert "\x1b" not in shown
    assert '"[the] ferries stay in port"' in shown
    assert "= source" in shown


def test_data_on_a_terminal_holds_nothing_that_the_terminal_obeys(article):
    shown, _ = in_terminal("read", article, "--format", "md")
    assert "\x1b" not in shown


def test_a_reader_that_hangs_up_ends_the_run_without_a_word(several):
    many = several.with_name("many.jsonl")
    many.write_bytes(several.read_bytes() * 400)  # more than a pipe holds
    run = subprocess.run(
        f"{SAYSO} read {many} | head -n 1; echo ${{PIPESTATUS[0]}} >&2",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        check=True,
    )
    assert len(run.stdout.splitlines()) == 1
    assert run.stderr == b"141\n"


def test_a_line_comes_out_while_the_next_input_is_still_awaited_and_an_interrupt_ends_quietly(article):
    process = subprocess.Popen(
        [SAYSO, "read", article, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert json.loads(process.stdout.readline())["document"]["path"] == str(article)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert (process.returncode, said) == (130, b"sayso: interrupted\n")
