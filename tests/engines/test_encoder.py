import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sayso.annotate.learned.passages import passages_of
from sayso.annotate.learned.tokens import split_tokens
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.engines.encoder import WEIGHTS, OnnxEncoder
from sayso.errors import InstallError
from sayso.model.document import Document

TEXTS = [
    "The bridge is shut, the harbour master said.",
    "“We saw two boats,” said Ana Torvald. Officials deny it, according to the Quay.\n\nNobody was hurt, they believe.",
    "The ministry has warned that the river may rise. " * 30,
]


@pytest.fixture(scope="module")
def encoder():
    return OnnxEncoder()


@pytest.fixture
def altered(tmp_path):
    shutil.copytree(Path(str(WEIGHTS)), tmp_path / "weights")
    return tmp_path / "weights"


def passages(encoder, text):
    document = Document(text=text)
    tokens = split_tokens(document, find_sentences(document), find_quotations(document))
    return [passage for _, passage in passages_of(tokens, encoder)]


def test_a_passage_is_scored_alike_whatever_is_scored_beside_it_and_on_however_many_threads(encoder):
    every = [passage for text in TEXTS for passage in passages(encoder, text)]
    alone = [encoder.score([passage])[0] for passage in every]
    for found in (encoder.score(every), OnnxEncoder(threads=3).score(every[::-1])[::-1]):
        for one, other in zip(alone, found, strict=True):
            assert one.roles.tobytes() == other.roles.tobytes()
            assert one.inner.tobytes() == other.inner.tobytes()
            assert one.vectors.tobytes() == other.vectors.tobytes()


def test_every_token_has_scores_and_every_cue_has_links(encoder):
    (passage,) = passages(encoder, TEXTS[1])
    (scored,) = encoder.score([passage])
    count = len(passage.edges)
    assert scored.roles.shape == (count, 3, 3)
    assert scored.inner.shape == (count, 3)
    linked = encoder.link(scored, [(6, 7), (11, 12)])
    assert linked.roles.shape == (2, count, 2, 3)
    assert linked.kinds.shape == (2, 7)
    assert all(np.isfinite(each).all() for each in (scored.roles, scored.inner, linked.roles, linked.kinds))


def test_altered_weights_are_refused_with_what_to_do(altered):
    with (altered / "linker.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(
        InstallError, match=r"linker.onnx have the SHA-256 .*expected .*; install sayso again.*--reader rules"
    ):
        OnnxEncoder(altered)


def test_missing_weights_are_refused_with_what_to_do(altered):
    (altered / "reader.onnx").unlink()
    with pytest.raises(InstallError, match=r"cannot be read .*reader.onnx.*; install sayso again"):
        OnnxEncoder(altered)


def test_a_broken_manifest_is_refused(altered):
    (altered / "attributions.json").write_text("{", encoding="utf-8")
    with pytest.raises(InstallError, match="cannot be read"):
        OnnxEncoder(altered)


def test_the_manifest_says_what_the_weights_were_made_from():
    manifest = json.loads((WEIGHTS / "attributions.json").read_text(encoding="utf-8"))
    assert {"epochs", "data"} < set(manifest["recipe"])
    assert sum((WEIGHTS / name).stat().st_size for name in manifest["files"]) < 30e6


def test_no_trainer_and_no_tokenizer_library_is_loaded():
    code = "import sys, sayso.wiring; sayso.wiring.encoder(); print(sorted({'torch', 'tokenizers', 'transformers', 'onnx'} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.strip() == "[]"
    )
