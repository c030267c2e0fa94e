import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import closing

import pytest
from click.testing import CliRunner

from sayso.cli import listening, main
from sayso.errors import ConfigError
from sayso.store import open_ledger


@pytest.fixture
def ledger(tmp_path, reading):
    path = tmp_path / "ledger.db"
    with closing(open_ledger(path, create=True)) as opened:
        opened.append([reading])
    return path


def test_it_serves_the_ledger_until_it_is_interrupted_and_says_where_on_stderr(ledger):
    command = [sys.executable, "-c", "from sayso.cli import main; main()", "serve", "--ledger", ledger, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        said = server.stderr.readline()
        address = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(address) as answer:
            page = answer.read().decode("utf-8")
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=30)
    assert "[Vellmark] under control, says Dunn" in page
    assert out == ""
    assert err == "sayso: interrupted\n"
    assert server.returncode == 130


def test_a_taken_port_is_said_with_the_way_out(ledger):
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        run = CliRunner().invoke(main, ["serve", "--ledger", str(ledger), "--port", port])
    assert run.exit_code == 2
    assert f"cannot listen on 127.0.0.1 port {port}: Address already in use" in run.stderr
    assert "--port 0" in run.stderr


def test_a_ledger_that_is_not_there_is_said(tmp_path):
    run = CliRunner().invoke(main, ["serve", "--ledger", str(tmp_path / "none.db"), "--port", "0"])
    assert run.exit_code == 1
    assert "there is no ledger at" in run.stderr


def test_an_address_of_another_machine_cannot_be_listened_on():
    with pytest.raises(ConfigError, match=r"cannot listen on 192\.0\.2\.1"):
        listening.listen("192.0.2.1", 0)


def test_the_address_of_an_ipv6_door_is_one_that_a_browser_takes():
    with closing(listening.listen("::1", 0)) as door:
        assert listening.address(door) == f"http://[::1]:{door.getsockname()[1]}/"


@pytest.mark.parametrize(
    ("host", "warned"),
    [("127.0.0.1", False), ("::1", False), ("localhost", False), ("0.0.0.0", True), ("box.lan", True)],
)
def test_a_door_that_others_can_reach_is_warned_of(capsys, host, warned):
    listening.warn_if_open(host)
    assert ("whoever reaches" in capsys.readouterr().err) == warned
