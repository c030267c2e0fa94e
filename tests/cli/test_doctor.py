import sys

import pytest
from click.testing import CliRunner

from sayso.cli import doctor, main


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    return tmp_path


def examined():
    result = CliRunner().invoke(main, ["doctor"])
    return result.exit_code, result.stdout


def test_a_healthy_installation_passes():
    code, said = examined()
    assert (code, [line for line in said.splitlines() if not line.startswith("ok ")]) == (0, [])
    assert "full-text search: FTS5" in said


def test_a_setting_that_cannot_be_used_is_said_with_its_cure(nowhere):
    (nowhere / "sayso.toml").write_text('reader = "oracle"\n')
    code, said = examined()
    assert code == 1
    assert "WRONG settings: no reader 'oracle'" in said
    assert "config show --origin" in said


def test_a_slip_in_a_variables_name_is_found(monkeypatch):
    monkeypatch.setenv("SAYSO_LEGDER", "x.db")
    code, said = examined()
    assert code == 1
    assert "unset SAYSO_LEGDER" in said


def test_a_library_that_is_missing_is_said_with_its_cure(monkeypatch):
    monkeypatch.setitem(sys.modules, "fastwarc", None)  # Python's own way to say that there is no such module
    code, said = examined()
    assert code == 1
    assert "pip install --force-reinstall fastwarc" in said


def test_a_package_without_its_words_or_pages_is_incomplete(monkeypatch):
    monkeypatch.setattr(doctor, "ASSETS", (("sayso.lexicons", ".lost"),))
    assert "WRONG sayso.lexicons *.lost: 0 files" in examined()[1]


def test_a_reader_that_finds_nothing_in_a_plain_sentence_is_broken(monkeypatch):
    monkeypatch.setattr(doctor, "SENTENCE", "Rain.")
    assert "WRONG reading: 0 attribution" in examined()[1]


def test_a_file_that_is_not_there_yet_can_be_written_where_its_nearest_folder_can(nowhere, monkeypatch):
    assert doctor.writable("ledger", nowhere / "new" / "new.ledger").cure is None
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)  # root may write everywhere
    found = doctor.writable("ledger", nowhere / "new" / "new.ledger")
    assert found.cure == f"make it writable: chmod u+w {nowhere}"
