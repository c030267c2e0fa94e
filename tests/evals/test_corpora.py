"""The evaluation on corpora says what it misses, and takes figures and nothing else from a report."""

import json

import corpora
import pytest
import results


def test_missing_corpora_and_scorers_are_named_and_end_with_2(tmp_path, capsys):
    folder = tmp_path / "corpora"
    folder.mkdir()
    written = tmp_path / "RESULTS.md"
    assert corpora.main([str(folder), "--results", str(written)]) == 2
    told = capsys.readouterr().err
    assert "polnear/dev.jsonl is not there" in told
    assert "attribution.py is not there" in told
    assert not written.exists()


SCORER = """import argparse, json, pathlib
parser = argparse.ArgumentParser()
parser.add_argument("--run"), parser.add_argument("--json", type=pathlib.Path)
chosen = parser.parse_args()
assert " read --reader model --format jsonl" in chosen.run
chosen.json.write_text(json.dumps({"interval": [0.4, 0.6], "pass_rate": 0.5, "passed": 1, "probes": 2, "check_rate": 0.75,
  "checks_met": 3, "checks": 4, "families": {"denials": {"passed": 1, "probes": 2}}, "failures": {"x": ["SECRET WORDS"]}}))
"""


@pytest.fixture
def shared(tmp_path):
    beside = tmp_path / "score"
    beside.mkdir()
    (beside / "probes.py").write_text(SCORER)
    (beside / "probe_match.py").write_text("")
    (beside / "probes_sample.jsonl").write_text("{}\n")
    (tmp_path / "corpora").mkdir()
    return tmp_path


def test_what_could_be_run_is_written_with_counts_and_digests_and_without_text(shared):
    written = shared / "RESULTS.md"
    assert corpora.main([str(shared / "corpora"), "--results", str(written)]) == 2
    page = written.read_text()
    assert "| pass rate | 0.500 | 1 of 2; 0.400 to 0.600 |" in page
    assert "| families missed in part or wholly | 1 | denials |" in page
    assert f"- `score/probes.py` {corpora.digest(shared / 'score' / 'probes.py')}" in page
    assert "SECRET" not in page


def test_a_scorer_that_fails_ends_the_run_with_its_own_words(shared):
    (shared / "score" / "probes.py").write_text("raise SystemExit('no such gold')")
    with pytest.raises(SystemExit, match="no such gold"):
        corpora.run(corpora.SCORERS[1], shared / "corpora", "rules")


def test_the_digest_of_a_folder_changes_with_any_file_in_it(tmp_path):
    (tmp_path / "a").write_text("1")
    before = corpora.digest(tmp_path)
    (tmp_path / "b").write_text("")
    assert corpora.digest(tmp_path) != before


def test_an_attribution_report_gives_counts_beside_every_figure():
    figure = {"f1": 0.5, "p": 0.4, "r": 0.6, "hits": 4, "predicted": 10, "gold": 7}
    names = [f"{kind} {role}" for kind in ("strict", "edges", "words") for role in results.ROLES]
    names += [f"{type_}: strict content" for type_ in ("direct", "mixed", "indirect")] + ["whole"]
    report = {
        "documents": 2,
        "unread": [],
        "figures": dict.fromkeys(names, figure),
        "interval": {"strict content": [0.4, 0.6]},
    }
    rows = results.ROWS["attribution"](json.loads(json.dumps(report)))
    assert rows[1] == results.Row("strict source", "F1 0.500 (P 0.400, R 0.600)", "4 hits, 10 found, 7 in the gold")
    assert len(rows) == len(names) + 2


def test_the_matcher_is_run_on_what_is_asked_and_known_by_name(tmp_path):
    scorer = next(each for each in corpora.SCORERS if each.name == "match")
    words = corpora.command(scorer, tmp_path / "corpora", "rules", tmp_path / "report.json")
    where = tmp_path / "corpora" / "claim-matching"
    named = dict(zip(words[2:8:2], words[3:8:2], strict=True))
    assert named == {f"--{name}": str(where / f"{file}.jsonl") for name, file in (("queries", "dev-queries"), ("gold", "dev-gold"), ("claims", "claims"))}  # fmt: skip
    assert words[words.index("--run") + 1].endswith("sayso match")


def test_a_match_report_gives_how_well_the_unseen_is_told():
    figures = {"queries": 2, "map@5": 0.5, "map@5_95": [0.4, 0.6], "p@1": 0.25, "hit@5": 0.75}
    report = figures | {"unseen": {"auroc": 0.8, "level": 0.9, "found_at_5pct": 0.1}}
    rows = results.ROWS["match"](report)
    assert rows[0] == results.Row("MAP@5", "0.500", "2 queries; 0.400 to 0.600")
    assert [row.value for row in rows] == ["0.500", "0.250", "0.750", "0.800", "0.100"]
