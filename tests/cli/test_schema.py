import json

from click.testing import CliRunner
from jsonschema import Draft202012Validator

from sayso.cli import main


def test_the_schema_holds_for_what_read_prints_readings_and_errors_alike(tmp_path):
    (tmp_path / "a.txt").write_text(
        '"Boats are safe," Ida Brandt said. The port may open by 1 May, an official told the Quay.'
    )
    schema = json.loads(CliRunner().invoke(main, ["schema"]).stdout)
    Draft202012Validator.check_schema(schema)
    printed = CliRunner().invoke(main, ["read", str(tmp_path / "a.txt"), str(tmp_path / "missing")]).stdout.splitlines()
    assert len(printed) == 2
    for line in printed:
        Draft202012Validator(schema).validate(json.loads(line))


def test_the_schema_refuses_what_read_never_prints(tmp_path):
    schema = json.loads(
        CliRunner().invoke(main, ["schema", "-o", str(tmp_path / "schema.json")]).stdout
        or (tmp_path / "schema.json").read_text()
    )
    assert not Draft202012Validator(schema).is_valid({"schema": "sayso/1", "document": {}})
