"""The wheel as somebody else would install it: built here, unpacked elsewhere, tried without this checkout."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = "“The bridge is open,” said Mayor Ada Bell. The ferry sank on Monday."


def build_wheel(folder, **environment):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ | environment)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build_wheel(tmp_path_factory.mktemp("dist"))


def try_out(python, folder, environment):
    """Read an article into a ledger and look at it in the Reader, from an empty folder."""

    def run(*words):
        command = [*python, *words]
        return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)

    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    reading = json.loads(run("read", "article.txt", "--format", "jsonl").stdout)
    run("add", "article.txt", "--ledger", "story.ledger")
    command = [*python, "serve", "--ledger", "story.ledger", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            address = next(found[0] for line in server.stderr if (found := re.search(r"http://[\w.:]+", line)))
            with urllib.request.urlopen(f"{address}/d/{reading['document']['id']}") as page:
                text = page.read().decode()
            style = re.search(r'href="(/static/[^"]+\.css)"', text)[1]
            with urllib.request.urlopen(address + style) as sheet:
                return reading, text, sheet.read()
        finally:
            server.terminate()


def assert_that_it_reads_and_serves(reading, page, sheet):
    assert reading["attributions"][0]["source"][0]["text"] == "Mayor Ada Bell"
    assert "The ferry sank on Monday." in page
    assert b"{" in sheet


def test_the_wheel_carries_all_it_needs_to_read_and_to_serve(wheel, tmp_path):
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    libraries = sysconfig.get_paths()["purelib"]
    # -S leaves out the link to this checkout that an editable install puts into site-packages.
    code = f"import sys; sys.path[:0] = [{str(site)!r}, {libraries!r}]; from sayso.cli import main; main()"
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": f"{site}{os.pathsep}{libraries}"}
    folder = tmp_path / "empty"
    folder.mkdir()
    assert_that_it_reads_and_serves(*try_out([sys.executable, "-S", "-c", code], folder, environment))


def test_the_same_source_builds_the_same_wheel(wheel, tmp_path):
    assert build_wheel(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_wheel_holds_no_tests_and_nothing_of_the_tools_around_it(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"sayso"}
    assert "sayso/py.typed" in names


@pytest.mark.campaign
def test_the_wheel_alone_in_an_empty_environment_reads_and_serves(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    binaries = tmp_path / "venv" / "bin"
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    folder = tmp_path / "empty"
    folder.mkdir()
    environment = {"PATH": str(binaries), "HOME": str(tmp_path)}
    assert_that_it_reads_and_serves(*try_out([str(binaries / "sayso")], folder, environment))
