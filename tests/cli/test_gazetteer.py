import json

from click.testing import CliRunner

from sayso.cli import main

PLACE = "1\tZorvanitsa\tZorvanitsa\t\t47.4\t35.8\tP\tPPL\tUA\t\t26\t\t\t\t900\t\t\tEurope/Kyiv\t2030-01-01\n"


def test_an_imported_dump_is_what_readings_are_made_with(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "UA.txt").write_text(PLACE)
    (tmp_path / "a.txt").write_text("Shells fell near Zorvanitsa in the Zaporizhzhia region.")
    before = json.loads(CliRunner().invoke(main, ["read", "--reader", "rules", "--format", "jsonl", "a.txt"]).stdout)
    done = CliRunner().invoke(main, ["gazetteer", "import", "UA.txt", "-o", "own"])
    assert done.exit_code == 0
    assert done.stdout.startswith("own: 1 places, 0 further names, ")
    (tmp_path / "sayso.toml").write_text('gazetteer = "own"\n')
    after = json.loads(CliRunner().invoke(main, ["read", "--reader", "rules", "--format", "jsonl", "a.txt"]).stdout)
    assert "Zorvanitsa" not in [each["place"]["name"] for each in before["toponyms"] if each["place"]]
    assert after["toponyms"][0]["place"]["name"] == "Zorvanitsa"
    assert before["made_by"]["reader"] != after["made_by"]["reader"]


def test_what_is_no_dump_ends_with_the_code_for_inputs(tmp_path):
    (tmp_path / "notes.txt").write_text("no dump\n")
    done = CliRunner().invoke(main, ["gazetteer", "import", str(tmp_path / "notes.txt"), "-o", str(tmp_path / "own")])
    assert done.exit_code == 3
    assert not (tmp_path / "own").exists()


def test_a_file_of_places_that_is_none_is_a_wrong_setting(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The bridge is open, Ida Brandt said.")
    monkeypatch.setenv("SAYSO_GAZETTEER", str(tmp_path / "missing"))
    done = CliRunner().invoke(main, ["read", "--reader", "rules", "a.txt"])
    assert done.exit_code == 2
    assert "sayso gazetteer import" in done.stderr
