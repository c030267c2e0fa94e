import json

import numpy as np
import pytest

from sayso.engines.vectors import LONGEST, WEIGHTS, LearnedMeanings
from sayso.errors import InstallError
from sayso.relate.matching import contexts
from sayso.relate.matching.evidence import NAMES


@pytest.fixture(scope="module")
def vectors():
    return LearnedMeanings()


def cosine(one, other):
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_words_of_like_meaning_point_the_same_way(vectors):
    doctor, physician, harbour = vectors.vectors(["doctor", "physician", "harbour"])
    assert cosine(doctor, physician) > cosine(doctor, harbour) + 0.2


def test_a_word_has_the_same_vector_in_any_company(vectors):
    alone = vectors.vectors(["vellmark"])[0]
    assert vectors.vectors(["harbour", "vellmark", "🤬"])[1].tolist() == alone.tolist()
    assert vectors.vectors([]).shape == (0, len(alone))


def test_the_evidence_that_was_weighed_in_training_is_that_of_the_code(vectors):
    assert tuple(vectors.weighing.evidence) == NAMES
    assert tuple(vectors.weighing.in_context) == contexts.NAMES


def test_a_word_means_what_its_text_makes_of_it(vectors):
    def word(text, place):
        return vectors.context([text]).vectors[1 + place]

    river, money, lender = word("the bank of the river", 1), word("the bank lends money", 1), word("a lender", 1)
    assert cosine(money, lender) > cosine(river, lender) + 0.1


def test_texts_are_read_one_after_the_other_with_marks_between(vectors):
    read = vectors.context(["Orle boat", ""])
    assert (read.fields[0], read.fields[-2], read.fields[-1]) == (-1, -1, -1)
    assert set(read.fields[1:-2].tolist()) == {0}
    assert read.vectors.shape == (len(read.fields), 384)
    assert len(read.weights) == len(read.fields)


def test_a_long_text_is_read_from_its_beginning(vectors):
    assert len(vectors.context(["harbour " * 100_000] * 2).fields) == 2 * LONGEST + 3


def test_the_same_texts_have_the_same_context(vectors):
    once, again = (vectors.context(["The harbour burned.", "Fire"]).vectors for _ in range(2))
    assert once.tobytes() == again.tobytes()


def test_weights_that_were_altered_are_refused(tmp_path):
    for name in ("matching.json", "matching.npy", "contexts.onnx", "vocabulary.txt"):
        (tmp_path / name).write_bytes((WEIGHTS / name).read_bytes())
    LearnedMeanings(tmp_path)
    (tmp_path / "vocabulary.txt").write_text("a\n", encoding="utf-8")
    with pytest.raises(InstallError, match=r"vocabulary\.txt.*expected"):
        LearnedMeanings(tmp_path)
    manifest = json.loads((tmp_path / "matching.json").read_text(encoding="utf-8"))
    del manifest["files"]
    (tmp_path / "matching.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(InstallError, match="cannot be read"):
        LearnedMeanings(tmp_path)
