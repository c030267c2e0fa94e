import json

import numpy as np
import pytest

from sayso.engines.vectors import WEIGHTS, StaticVectors
from sayso.errors import InstallError
from sayso.relate.matching.evidence import NAMES


@pytest.fixture(scope="module")
def vectors():
    return StaticVectors()


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


def test_weights_that_were_altered_are_refused(tmp_path):
    for name in ("matching.json", "matching.npy", "vocabulary.txt"):
        (tmp_path / name).write_bytes((WEIGHTS / name).read_bytes())
    StaticVectors(tmp_path)
    (tmp_path / "vocabulary.txt").write_text("a\n", encoding="utf-8")
    with pytest.raises(InstallError, match=r"vocabulary\.txt.*expected"):
        StaticVectors(tmp_path)
    manifest = json.loads((tmp_path / "matching.json").read_text(encoding="utf-8"))
    del manifest["files"]
    (tmp_path / "matching.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(InstallError, match="cannot be read"):
        StaticVectors(tmp_path)
