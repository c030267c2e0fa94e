"""Everything that is added is in the log, in the transaction that adds it, and the log is a tree with heads."""

import json
import sqlite3

import pytest

from sayso.errors import LedgerError, NotInLedger
from sayso.model.document import Rejection
from sayso.proof.exported import check_proof
from sayso.proof.head import canonical
from sayso.proof.tree import leaf_hash, root_of
from sayso.store import open_ledger
from sayso.store.signing import FileSigner, is_signed, new_key
from sayso.store.story_rows import joined
from sayso.store.verifying.file import verify_file
from sayso.workflow import relate

BRIDGE = 'The bridge at Orlen is shut. "The bridge will open by May," Ada Venn said.'


def entries(path):
    with sqlite3.connect(path) as other:
        found = [row[0] for row in other.execute("SELECT entry FROM log ORDER BY number")]
    other.close()
    return found


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.db"


@pytest.fixture
def opened(path):
    ledger = open_ledger(path, create=True)
    yield ledger
    ledger.close()


def test_each_row_has_an_entry_and_each_commit_ends_with_one(path, opened, read):
    opened.append([read(BRIDGE, external_id="1"), Rejection(kind="encoding", message="no", path="b")])
    opened.append([read(BRIDGE, external_id="2")])
    kinds = [json.loads(each)["kind"] for each in entries(path)]
    assert kinds == ["ledger", "commit", "documents", "arrivals", "arrivals", "readings", "arrival_readings", "commit",
                     "arrivals", "arrival_readings", "commit"]  # fmt: skip
    assert json.loads(entries(path)[-1])["rows"] == {
        "documents": 1,
        "arrivals": 3,
        "readings": 1,
        "arrival_readings": 2,
    }


def test_the_head_is_the_root_over_all_entries(path, opened, read):
    for number in range(5):
        opened.append([read(f"{BRIDGE} {number}")])
        found = entries(path)
        assert opened.head().size == len(found)
        assert opened.head().root == root_of(list(map(leaf_hash, found))).hex()


def test_adding_what_is_there_logs_nothing(opened, read):
    opened.append([read(BRIDGE)])
    before = opened.head()
    opened.append([read(BRIDGE)])
    assert opened.head() == before


def test_no_word_of_a_text_is_in_the_log(path, opened, read):
    opened.append([read(BRIDGE, title="Closed at Orlen", authors=("M. Ek",))])
    log = b"".join(entries(path))
    assert not any(word in log for word in (b"bridge", b"Venn", b"Closed", b"Ek"))


def test_a_batch_that_is_not_stored_is_not_logged(opened, read):
    before = opened.head()
    with pytest.raises(AttributeError):
        opened.append([read(BRIDGE), None])
    assert opened.head() == before


def test_a_ledger_without_a_log_gets_it_when_it_is_opened(path, read):
    ledger = open_ledger(path, create=True)
    ledger.append([read(f"{BRIDGE} {number}", external_id=str(number)) for number in range(3)])
    arrived = list(ledger.arrivals())
    ledger.close()
    as_format_1(path)
    assert any("log" in flaw.expected and "sayso list" in flaw.cure for flaw in verify_file(path))
    again = open_ledger(path)
    assert list(again.arrivals()) == arrived
    again.append([read("More.")])
    again.close()
    assert list(verify_file(path)) == []
    assert json.loads(entries(path)[-1])["rows"]["documents"] == 4


def as_format_1(path):
    """A ledger as the first version wrote it: no log, heads, decisions or redactions."""
    old = sqlite3.connect(path)
    for table in ("log", "heads", "anchors", "decisions", "redactions"):
        old.execute(f"DROP TABLE {table}")
    old.execute("UPDATE meta SET value = '1' WHERE key = 'format'")
    old.commit()
    old.close()


STORIES = ("story_keys", "story_places", "story_revisions", "story_members", "story_clusters", "copy_keys", "copy_revisions",
           "copy_leads")  # fmt: skip


def as_related_before_the_log(path):
    """A ledger as it was when stories came without a log: the words of a revision stood in its body."""
    as_format_1(path)
    old = sqlite3.connect(path)
    old.execute("DROP TRIGGER story_revisions_refuse_update")
    rows = old.execute("SELECT number, body, words FROM story_revisions").fetchall()
    for number, body, words in rows:
        whole = joined(json.loads(body), json.loads(words))
        old.execute("UPDATE story_revisions SET body = ? WHERE number = ?", (json.dumps(whole).encode(), number))
    old.execute("ALTER TABLE story_revisions DROP COLUMN words")
    refusal = "CREATE TRIGGER story_revisions_refuse_update BEFORE UPDATE ON story_revisions BEGIN SELECT RAISE(ABORT, 'no'); END"
    old.execute(refusal)
    old.commit()
    old.close()
    return len(rows)


def test_a_ledger_that_was_related_before_there_was_a_log_keeps_all_and_gets_it(path, read):
    ledger = open_ledger(path, create=True)
    ledger.append([read(text, outlet=f"Post {number}") for number, text in enumerate((BRIDGE, f"{BRIDGE} Rain fell."))])
    assert list(relate(ledger))
    found = list(ledger.stories().all_related())
    assert any(origin.reason for each in found for cluster in each.clusters for origin in cluster.origins)
    ledger.close()
    assert as_related_before_the_log(path)
    again = open_ledger(path)
    assert list(again.stories().all_related()) == found
    again.redact(again.arrivals().__next__().document, by="E. Rask", reason="order")
    assert len(again.stories().bereft()) == 1
    again.close()
    assert list(verify_file(path)) == []


def test_a_ledger_without_stories_gets_their_tables(path, read):
    ledger = open_ledger(path, create=True)
    ledger.append([read(BRIDGE)])
    ledger.close()
    as_format_1(path)
    old = sqlite3.connect(path)
    for table in STORIES:
        old.execute(f"DROP TABLE {table}")
    old.commit()
    old.close()
    again = open_ledger(path)
    assert list(relate(again))
    again.close()
    assert list(verify_file(path)) == []


def test_heads_are_signed_where_there_is_a_key(path, tmp_path, read):
    key = new_key(tmp_path / "key.pem")
    ledger = open_ledger(path, create=True, signer=FileSigner(tmp_path / "key.pem"))
    ledger.append([read(BRIDGE)])
    head = ledger.head()
    ledger.close()
    assert head.key == key
    assert is_signed(key, head.signature, head.message)
    assert not is_signed(key, head.signature, canonical({"size": 1}))
    assert list(verify_file(path, key=key)) == []
    (flaw,) = verify_file(path, key="00" * 32)
    assert (flaw.kind, flaw.expected) == ("head", "signed by " + "00" * 32)


def test_a_proof_shows_what_the_log_has_of_a_document_and_that_it_grew_since(opened, read):
    opened.append([read(BRIDGE)])
    early = opened.head()
    opened.append([read(f"Text {number}.") for number in range(9)])
    proof = opened.prove(read(BRIDGE).claims[0].id, since=early)
    assert [each["entry"]["kind"] for each in proof["entries"]] == ["documents", "arrivals", "readings"]
    plain = json.loads(canonical(proof))
    assert list(check_proof(plain, is_signed, older=early)) == []
    plain["entries"][0]["entry"]["id"] = read("Another.").document.id
    plain["since"]["root"] = "00" * 32
    assert [flaw.id for flaw in check_proof(plain, is_signed, older=early)] == ["entry 2", "since", "head"]


def test_no_proof_is_made_of_what_is_not_there_or_since_a_strange_head(opened, path, read):
    opened.append([read(BRIDGE)])
    other = open_ledger(path.with_name("other.db"), create=True)
    other.append([read("Another.")])
    with pytest.raises(NotInLedger):
        opened.prove("cl_ffff")
    with pytest.raises(LedgerError, match="never had the head"):
        opened.prove(read(BRIDGE).document.id, since=other.head())
    other.close()


@pytest.mark.parametrize(
    "damage", ["UPDATE heads SET subtrees = x'00'", "UPDATE log SET entry = x'00'", "DELETE FROM heads"]
)
def test_nothing_is_added_to_a_log_whose_end_is_damaged(path, opened, read, damage):
    opened.append([read(BRIDGE)])
    other = sqlite3.connect(path)
    for table in ("heads", "log"):
        for change in ("update", "delete"):
            other.execute(f"DROP TRIGGER {table}_refuse_{change}")
    other.execute(damage)
    other.commit()
    other.close()
    with pytest.raises(LedgerError, match="sayso verify"):
        opened.append([read("More.")])
    assert opened.size() == 1
