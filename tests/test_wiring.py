import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import wiring
from sayso.codec import encode
from sayso.errors import ConfigError, LedgerMissing
from sayso.ingest.limits import STANDARD
from sayso.model.document import Document
from sayso.model.shard import Shard
from sayso.scale.threads import Ahead
from sayso.settings import Settings
from sayso.workflow import read_inputs


def test_importing_the_wiring_imports_no_adapter_and_no_reader():
    code = "import sys, json, sayso.wiring; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    heavy = {
        "pydantic",
        "sqlalchemy",
        "trafilatura",
        "rich",
        "click",
        "sayso.store",
        "sayso.ingest",
        "sayso.annotate.rules",
    }
    assert heavy & set(loaded) == set()


def test_an_unknown_reader_is_refused_with_those_that_there_are():
    with pytest.raises(ConfigError, match="no reader 'oracle'; expected one of model, rules"):
        wiring.stages(Settings(reader="oracle"))


def test_the_places_that_a_reader_knows_change_the_signature():
    assert wiring.fingerprint("rules", "a") != wiring.fingerprint("rules", "b")


def test_no_setting_but_the_reader_its_places_aliases_and_packs_changes_the_signature():
    here = wiring.stages(Settings()).made_by
    assert here == wiring.stages(Settings(ledger="elsewhere", port=1, workers=3)).made_by
    assert wiring.fingerprint("other") != here.reader


def test_a_file_of_aliases_changes_the_signature_and_the_names(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text('[[entity]]\nname = "Lotte Vink"\naliases = ["Charlotte Finch"]\n')
    text = "“It rains,” said Charlotte Finch."
    named = wiring.read(text, reader="rules", aliases=str(path))
    assert [entity.name for entity in named.entities] == ["Lotte Vink"]
    assert named.made_by.reader != wiring.read(text, reader="rules").made_by.reader
    path.write_text(path.read_text() + "# a remark\n")
    assert wiring.read(text, reader="rules", aliases=str(path)).made_by.reader != named.made_by.reader


@pytest.mark.parametrize(
    ("content", "told"), [("[[entity]]\nname = 3\n", "has no name"), ("entity = [", "not readable as TOML")]
)
def test_a_file_of_aliases_that_cannot_be_used_is_named_with_what_is_wrong(tmp_path, content, told):
    path = tmp_path / "names.toml"
    path.write_text(content)
    with pytest.raises(ConfigError, match=rf"names\.toml: .*{told}"):
        wiring.stages(Settings(reader="rules", aliases=str(path)))
    with pytest.raises(ConfigError, match=r"nowhere\.toml"):
        wiring.stages(Settings(reader="rules", aliases="nowhere.toml"))


PACK = """
pack: {id}
concepts:
  - id: harvest
    title: What a harvest is called
    slots: {{growers: those who grow, eaters: those who eat}}
    terms:
      - {{term: bounty, forms: "bounty, bounties", presupposes: [it is good], favours: growers}}
"""


def test_a_pack_adds_its_terms_and_changes_the_signature(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(PACK.format(id="mine"))
    text = "The bounty fed the town. The regime fell."
    found = wiring.read(text, reader="rules", packs=str(path))
    assert [(term.span.text, term.favours) for term in found.framing.terms] == [
        ("bounty", "growers"),
        ("regime", "opponents"),
    ]
    assert found.made_by.reader != wiring.read(text, reader="rules").made_by.reader
    assert wiring.read(text, reader="rules", packs=str(tmp_path)).framing == found.framing
    path.write_text(PACK.format(id="mine") + "# a remark\n")
    assert wiring.read(text, reader="rules", packs=str(path)).made_by.reader != found.made_by.reader


def test_a_pack_with_the_id_of_a_built_in_one_replaces_it(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text(PACK.format(id="wars"))
    assert [term.term for term in wiring.read("The regime fell.", reader="rules", packs=str(path)).framing.terms] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("pack: [", "no YAML"),
        ("pack: mine", "has no 'concepts'"),
        ("pack: !!python/object:os.system x\nconcepts: []", "no YAML"),
    ],
)
def test_a_pack_that_cannot_be_used_is_named_with_what_is_wrong(tmp_path, content, told):
    path = tmp_path / "bad.yaml"
    path.write_text(content)
    with pytest.raises(ConfigError, match=rf"bad\.yaml.*{told}"):
        wiring.stages(Settings(reader="rules", packs=str(path)))


def test_packs_that_are_not_there_are_named(tmp_path):
    with pytest.raises(ConfigError, match=r"nowhere\.yaml: cannot be read"):
        wiring.stages(Settings(reader="rules", packs="nowhere.yaml"))
    with pytest.raises(ConfigError, match="no term pack is in this folder"):
        wiring.stages(Settings(reader="rules", packs=str(tmp_path)))


@pytest.mark.parametrize("changed", ["lexicons/hedges.en.toml", "annotate/read.py", "model/claim.py"])
def test_a_changed_word_or_line_changes_the_signature(monkeypatch, changed):
    before = wiring.fingerprint("rules")
    installed = wiring.installed

    class Changed:
        def read_bytes(self):
            return b"something else"

    def with_one_changed(folder, above):
        return [(name, Changed() if name == changed else entry) for name, entry in installed(folder, above)]

    monkeypatch.setattr(wiring, "installed", with_one_changed)
    assert wiring.fingerprint.__wrapped__("rules") != before


def test_a_text_is_read_with_its_metadata_and_a_document_as_it_is():
    text = "The bridge is closed, the harbour master said."
    reading = wiring.read(text, outlet="The Quay", published_at="2031-05-01")
    assert (reading.document.text, reading.document.outlet) == (text, "The Quay")
    assert [each.cue[0].text for each in reading.attributions] == ["said"]
    assert wiring.read(Document(text=text, outlet="The Quay", published_at="2031-05-01")) == reading
    assert wiring.read(reading.document, title="Closed").document.outlet == "The Quay"


def test_metadata_that_a_document_does_not_have_is_refused():
    with pytest.raises(ConfigError, match="no 'publisher'; expected one of external_id"):
        wiring.read("x", publisher="The Quay")


def test_the_standard_limits_are_the_ones_of_the_inputs():
    assert wiring.open_ingest(Settings()).limits == STANDARD


def test_a_limit_that_is_set_reaches_the_inputs(tmp_path):
    (tmp_path / "long.txt").write_text("a" * 100)
    (document,) = wiring.open_ingest(Settings(max_text_bytes=10)).documents([str(tmp_path / "long.txt")])
    assert 0 < len(document.text) <= 10
    assert document.cuts


def test_a_ledger_is_made_only_when_that_is_asked_for(tmp_path):
    settings = Settings(ledger=str(tmp_path / "news.db"))
    with pytest.raises(LedgerMissing):
        wiring.open_ledger(settings)
    wiring.open_ledger(settings, create=True).close()
    wiring.open_ledger(settings).close()


def test_documents_are_read_ahead_of_each_other_only_where_that_pays_and_none_is_kept_waiting(monkeypatch):
    monkeypatch.setattr("sayso.scale.local.processors", lambda: 4)
    assert wiring.several(Settings(reader="rules"), ["articles"]) is map
    assert wiring.several(Settings(reader="model"), ["articles", "-"]) is map
    assert wiring.several(Settings(reader="model"), ["articles"]).count == 8
    monkeypatch.setattr("sayso.scale.local.processors", lambda: 1)
    assert wiring.several(Settings(reader="model"), ["articles"]) is map


def test_what_is_read_of_many_documents_is_what_is_read_of_each_alone():
    articles, settings = str(Path(__file__).parents[1] / "demo" / "articles"), Settings()
    by = wiring.stages(settings)
    together = list(read_inputs([articles], wiring.open_ingest(settings), by, each=Ahead(3)))
    alone = list(read_inputs([articles], wiring.open_ingest(settings), by))
    assert [encode(each) for each in together] == [encode(each) for each in alone]
    assert len(together) > 10


def test_the_same_text_read_anew_gives_the_same_bytes():
    text = "Officials in Velsk have warned that the dam, which the ministry says is safe, may fail. “It will,” Ana Torvald said."
    code = f"import sys, sayso; from sayso.codec import encode; sys.stdout.buffer.write(encode(sayso.read({text!r})))"
    readings = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)]
    assert readings[0] == readings[1] == encode(wiring.read(text))
    assert b'"engine":"model"' in readings[0].replace(b" ", b"")


def test_a_worker_whose_reader_is_another_one_reads_nothing(tmp_path):
    with pytest.raises(ConfigError, match="install the same version there"):
        wiring.read_shard(
            Settings(reader="rules"), "0" * 64, str(tmp_path), str(Path.cwd()), Shard(name="0", pieces=())
        )
    assert list(tmp_path.iterdir()) == []
