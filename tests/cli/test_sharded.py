import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="NO PYARROW: reading in shards was not tested; pip install 'sayso[ray]'")

from sayso.store import open_ledger


@pytest.fixture
def many(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    path = tmp_path / "many.jsonl"
    text = "“The {0}th ferry is late,” said Ada Venn. The ministry denied that ferry {0} had been sold."
    records = [{"id": str(number), "text": text.format(number)} for number in range(501)]
    path.write_text("".join(json.dumps(each) + "\n" for each in records) + "{broken\n", encoding="utf-8")
    return path


def test_what_is_read_in_shards_is_what_is_read_without_and_is_read_once(sayso, many, tmp_path):
    plain = sayso("read", many, "--reader", "rules")
    first = sayso("read", many, "--reader", "rules", "--shards", "kept", "--on", "local")
    assert (first.stdout_bytes, first.exit_code, plain.exit_code) == (plain.stdout_bytes, 3, 3)
    (kept,) = (tmp_path / "kept").iterdir()
    assert f"shards: 3, 0 of them read before, in {kept}" in first.stderr
    assert "many.jsonl:502" in first.stderr
    names = sorted(each.name for each in kept.iterdir())
    assert names == [f"00000{n}.{end}" for n in range(3) for end in ("done", "parquet")]
    whole = (kept / "000001.parquet").read_bytes()
    (kept / "000001.done").unlink()
    again = sayso("read", many, "--reader", "rules", "--shards", "kept")
    assert again.stdout_bytes == plain.stdout_bytes
    assert "shards: 3, 2 of them read before" in again.stderr
    assert (kept / "000001.parquet").read_bytes() == whole
    many.write_text('{"text": "Other words."}\n', encoding="utf-8")
    other = sayso("read", many, "--reader", "rules", "--shards", "kept", "-q")
    assert json.loads(other.stdout)["document"]["text"] == "Other words."
    assert other.stderr == ""


def test_a_ledger_filled_from_shards_is_the_one_filled_without(sayso, inputs):
    run = sayso("add", inputs, "--reader", "rules", "--ledger", "a.db", "--on", "local")
    assert run.exit_code == 3
    assert Path("sayso.shards").is_dir()
    sayso("add", inputs, "--reader", "rules", "--ledger", "b.db")
    with_shards, without = (list(open_ledger(name).readings()) for name in ("a.db", "b.db"))
    assert with_shards == without != []
    sayso("add", inputs, "--reader", "rules", "--ledger", "a.db", "--on", "local")
    assert list(open_ledger("a.db").readings()) == without


def test_standard_input_is_refused_because_it_cannot_be_read_again(sayso):
    run = sayso("read", "-", "--reader", "rules", "--on", "local")
    assert run.exit_code == 2
    assert "write it to a file" in run.stderr
