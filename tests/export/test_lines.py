import json

from sayso.codec import decode
from sayso.export.lines import array, jsonl
from sayso.model.document import Rejection
from sayso.model.reading import Reading

REFUSED = Rejection(kind="encoding", message="not text", path="a.bin")


def test_jsonl_is_one_line_per_outcome_and_a_rejection_has_its_own(nested):
    lines = b"".join(jsonl([nested, REFUSED])).splitlines()
    assert decode(Reading, lines[0]) == nested
    assert json.loads(lines[1])["error"]["kind"] == "encoding"
    assert len(lines) == 2


def test_a_line_is_given_out_before_the_next_reading_is_made(nested):
    def made():
        yield nested
        raise AssertionError("asked for more than one line needs")

    assert next(jsonl(made())).endswith(b"\n")


def test_json_is_one_array_for_none_one_or_many(nested):
    sizes = [len(json.loads(b"".join(array(outcomes)))) for outcomes in ([], [nested], [nested, REFUSED])]
    assert sizes == [0, 1, 2]
