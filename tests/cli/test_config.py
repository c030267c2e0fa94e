import tomllib

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.settings import Settings


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    return tmp_path


def test_what_is_printed_is_toml_that_says_what_is_in_force():
    shown = tomllib.loads(CliRunner().invoke(main, ["config", "show"]).stdout)
    assert Settings(**shown) == Settings()


def test_with_origin_each_value_is_said_to_come_from_its_place(nowhere, monkeypatch):
    (nowhere / "sayso.toml").write_text('host = "::1"\n')
    monkeypatch.setenv("SAYSO_PORT", "8000")
    lines = CliRunner().invoke(main, ["config", "show", "--origin"]).stdout.splitlines()
    told = {
        line.split(" = ")[0]: before.split("; from: ")[1] for before, line in zip(lines[::2], lines[1::2], strict=True)
    }
    assert (told["host"], told["port"], told["reader"]) == (str(nowhere / "sayso.toml"), "SAYSO_PORT", "default")


def test_a_wrong_setting_is_a_wrong_command_line(nowhere):
    (nowhere / "sayso.toml").write_text("prot = 1\n")
    result = CliRunner().invoke(main, ["config", "show"])
    assert result.exit_code == 2
    assert "unknown key 'prot'" in result.stderr
