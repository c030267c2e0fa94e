"""The tree and its proofs: the test vectors of Certificate Transparency, and every small tree against the RFC's definition."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.proof.paths import consistency_path, inclusion_path, is_consistent, is_included
from sayso.proof.tree import EMPTY, Frontier, leaf_hash, node_hash, root_of

# Entries, roots and paths of the reference implementation of Certificate Transparency (merkle_tree_test).
ENTRIES = [bytes.fromhex(each) for each in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                            "606162636465666768696a6b6c6d6e6f")]  # fmt: skip
ROOTS = [bytes.fromhex(each) for each in (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)]  # fmt: skip
A, B, C = (bytes.fromhex(each) for each in (
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
))  # fmt: skip
D, E, F = (bytes.fromhex(each) for each in (
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
))  # fmt: skip
INCLUSION = {(0, 1): [], (0, 8): [A, B, C], (5, 8): [D, E, ROOTS[4]], (2, 3): [ROOTS[2]], (1, 5): [ROOTS[1], B, D]}
CONSISTENCY = {(1, 1): [], (1, 8): [A, B, C], (6, 8): [F, E, ROOTS[4]], (2, 5): [B, D]}
LEAVES = [leaf_hash(entry) for entry in ENTRIES]


def mth(leaves):
    """The root, word for word as RFC 6962, 2.1, defines it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node_hash(mth(leaves[:k]), mth(leaves[k:]))


def tree(size):
    entries = [b"entry %d" % number for number in range(size)]
    return entries, [leaf_hash(entry) for entry in entries]


@pytest.mark.parametrize("size", range(9))
def test_the_published_roots(size):
    assert root_of(LEAVES[:size]) == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_the_published_inclusion_proofs(index, size):
    assert inclusion_path(LEAVES[:size], index) == INCLUSION[index, size]
    assert is_included(ENTRIES[index], index, size, INCLUSION[index, size], ROOTS[size])


@pytest.mark.parametrize(("size", "whole"), CONSISTENCY)
def test_the_published_consistency_proofs(size, whole):
    assert consistency_path(LEAVES[:whole], size) == CONSISTENCY[size, whole]
    assert is_consistent((size, ROOTS[size]), (whole, ROOTS[whole]), CONSISTENCY[size, whole])


def test_a_tree_that_grows_in_any_steps_has_the_root_of_the_definition():
    _, leaves = tree(70)
    for size in range(70):
        grown = Frontier().grown(leaves[:size])
        assert grown.root == mth(leaves[:size])
        assert Frontier.unpacked(size, grown.packed()).grown(leaves[size:]).root == mth(leaves)
    assert Frontier().root == EMPTY


@pytest.mark.parametrize(
    ("size", "packed"), [(1, b""), (0, bytes(32)), (3, bytes(32)), (1, bytes(31)), (-1, bytes(32))]
)
def test_hashes_that_do_not_fit_a_size_make_no_tree(size, packed):
    with pytest.raises(ValueError, match="subtrees"):
        Frontier.unpacked(size, packed)


def test_every_proof_of_every_small_tree_holds_and_no_other_place_does():
    for size in range(1, 20):
        entries, leaves = tree(size)
        for index in range(size):
            path = inclusion_path(leaves, index)
            places = range(-1, size + 2)
            assert [at for at in places if is_included(entries[index], at, size, path, mth(leaves))] == [index]
        for older in range(1, size + 1):
            path = consistency_path(leaves, older)
            assert is_consistent((older, mth(leaves[:older])), (size, mth(leaves)), path)
            assert not is_consistent((older, mth(leaves[:older])), (size, mth(leaves[:-1])), path)


def damaged(path, choice):
    """A path that is none: a bit of it flipped, or a hash too many, too few, or of another length."""
    kind = choice.draw(st.sampled_from(["flip", "more", "less", "longer", "before"]))
    at = choice.draw(st.integers(0, max(0, len(path) - 1)))
    if kind == "before":
        return [EMPTY, *path]
    if kind == "more" or not path:
        return [*path, choice.draw(st.binary(min_size=32, max_size=32))]
    if kind == "less":
        return path[:at] + path[at + 1 :]
    bit = choice.draw(st.integers(0, 255))
    changed = (int.from_bytes(path[at], "big") ^ 1 << bit).to_bytes(32, "big") if kind == "flip" else path[at] + b"\x00"
    return [*path[:at], changed, *path[at + 1 :]]


@given(choice=st.data(), size=st.integers(1, 40))
def test_no_damaged_proof_holds(choice, size):
    entries, leaves = tree(size)
    index, older = choice.draw(st.integers(0, size - 1)), choice.draw(st.integers(1, size))
    path = damaged(inclusion_path(leaves, index), choice)
    assert not is_included(entries[index], index, size, path, mth(leaves))
    path = damaged(consistency_path(leaves, older), choice)
    assert not is_consistent((older, mth(leaves[:older])), (size, mth(leaves)), path)


@pytest.mark.parametrize("index", [-1, 3])
def test_no_proof_is_made_of_what_is_not_there(index):
    _, leaves = tree(3)
    with pytest.raises(IndexError):
        inclusion_path(leaves, index)
    with pytest.raises(IndexError):
        consistency_path(leaves, index + 1 if index > 0 else 0)
