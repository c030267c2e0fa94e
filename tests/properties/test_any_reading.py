import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from probe_language import Found

from sayso.codec import encode, to_plain
from sayso.model.claim import Voice
from sayso.model.document import SURROGATE_PAIR

LETTERS = ("attributions", "claims", "entities", "timexes", "toponyms", "quantities")
MANY = 5_000  # examples of the long form: about ten minutes
PIECES = (
    *"“”‘’\"'„«»‹›`´–—―-.,;:!?()[]…",
    *(" ", "  ", "\n", "\n\n", "\r\n\r\n", "\t", "\f", "\u00a0", "\u2028", "\u200b", "\ufeff"),
    *("\x00", "\x1f", "\x85", "\u202e", "\u2066", "\ud800", "\udfff", "e\u0301", "🎄", "👩‍👩‍👧", "ß", "İ", "ﬁ", "الوزير", "大臣"),
    *("said", "says", "told", "denied", "wrote", "according to", "that", "asked", "added", "was told by", "claims", "warned"),
    *("the minister", "a spokesman", "Ada Bell", "Mr. Oakes", "Tarvia", "the U.S.", "critics", "she", "they", "Dr.", "NGB"),
    *("it rained", "the bridge fell", "reportedly", "may", "if", "will", "by June", "12 people", "killed", "took Kolmar"),
    *("in a statement", "reporters", "Q:", "A:", "From", "BELL:", "Mayor:", "’90s", "6'2\"", "5,000", "No.", "report"),
)  # fmt: skip
BUILT = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
ANY = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)
TEXTS = st.one_of(BUILT, GLUED, ANY).filter(lambda text: not SURROGATE_PAIR.search(text))


def assert_promises(reader, text):
    """What holds of every reading of every text."""
    reading = reader(text)
    plain = to_plain(reading)
    assert Found(text, plain).faults() == []
    assert encode(reader(text)) == encode(reading)
    hold_ids(plain)
    hold_chains(reading)
    hold_claims(reading)


def hold_ids(plain):
    ids = [item["id"] for name in LETTERS for item in plain[name]]
    assert len(ids) == len(set(ids))


def hold_chains(reading):
    by_id = {each.id: each for each in reading.attributions}
    for each in reading.attributions:
        assert each.content
        assert 0 <= each.confidence <= 1
        assert all(one.end <= other.start for one, other in pairwise(each.content))
        chain = [each.id]
        while (above := by_id[chain[-1]].within) is not None:
            assert above not in chain
            chain.append(above)
        if each.within is not None:
            outer = by_id[each.within].content
            assert outer[0].start <= each.content[0].start
            assert each.content[-1].end <= outer[-1].end


def hold_claims(reading):
    for claim in reading.claims:
        assert (claim.voice is Voice.NARRATOR) == (claim.attribution is None)
        assert list(claim.spans) == sorted(claim.spans)
        assert any(span.text.strip() for span in claim.spans)


@settings(max_examples=60, deadline=None, derandomize=True)  # the same texts every time; the campaign draws others
@given(text=TEXTS)
def test_any_text_has_a_reading_that_keeps_its_promises(reader, text):
    assert_promises(reader, text)


@pytest.mark.campaign
@settings(max_examples=MANY, deadline=None)
@given(text=TEXTS)
def test_a_great_many_texts_have_readings_that_keep_their_promises(reader, text):
    assert_promises(reader, text)


READ_ALL = """
import hashlib, sys
from probes import load_probes
from probe_language import full_text
from sayso.annotate.read import read
from sayso.codec import encode
from sayso.model.document import SURROGATE_PAIR, Document
from sayso.settings import Settings
from sayso.wiring import stages
by, digest = stages(Settings()), hashlib.sha256()
for probe in load_probes():
    if probe["family"] != "hostile":
        digest.update(encode(read(Document(text=full_text(probe)), by)))
print(digest.hexdigest())
"""


def test_two_processes_with_other_hash_seeds_write_the_same_bytes():
    def digest(seed):
        path = os.pathsep.join(path for path in sys.path if path)
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path}
        return subprocess.run([sys.executable, "-c", READ_ALL], env=env, capture_output=True, check=True).stdout

    one, two = digest("1"), digest("2")
    assert len(one.strip()) == 64
    assert one == two
