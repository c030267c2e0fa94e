"""Proofs over the tree: that an entry is in it (RFC 6962, 2.1.1), and that it grew out of a smaller one (2.1.2).

They are checked as RFC 9162, 2.1.3.2 and 2.1.4.2, says; both RFCs have the same tree and the same proofs.
"""

from collections.abc import Sequence

from sayso.proof.tree import DIGEST, leaf_hash, node_hash, root_of


def half(size: int) -> int:
    """The largest power of two below a size of at least two: how many leaves stand in the left subtree."""
    return 1 << (size - 1).bit_length() - 1


def inclusion_path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes beside the way from leaf `index`, counted from 0, to the root; IndexError where there is no such leaf."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"no leaf {index} in a tree of {len(leaves)}")
    path: list[bytes] = []
    first, end = 0, len(leaves)
    while end - first > 1:
        middle = first + half(end - first)
        if index < middle:
            path.append(root_of(leaves[middle:end]))
            end = middle
        else:
            path.append(root_of(leaves[first:middle]))
            first = middle
    return path[::-1]


def consistency_path(leaves: Sequence[bytes], size: int) -> list[bytes]:
    """The hashes that lead from the root over the first `size` leaves to that over all; IndexError where there are fewer."""
    if not 0 < size <= len(leaves):
        raise IndexError(f"no tree of {size} leaves grows into one of {len(leaves)}")
    path: list[bytes] = []
    first, end, whole = 0, len(leaves), True  # whole: this subtree's root is the smaller tree's, and known
    while first + size != end:
        middle = first + half(end - first)
        if size <= middle - first:
            path.append(root_of(leaves[middle:end]))
            end = middle
        else:
            path.append(root_of(leaves[first:middle]))
            size, first, whole = size - (middle - first), middle, False
    if not whole:
        path.append(root_of(leaves[first:end]))
    return path[::-1]


def is_included(entry: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the path shows that the entry is leaf `index` of the tree with that size and root."""
    if not 0 <= index < size or not are_digests(path, root):
        return False
    at, last, found = index, size - 1, leaf_hash(entry)
    for each in path:
        if last == 0:
            return False
        if at % 2 or at == last:
            found = node_hash(each, found)
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, each)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(older: tuple[int, bytes], newer: tuple[int, bytes], path: Sequence[bytes]) -> bool:
    """Whether the path shows that the tree of the newer size and root begins with that of the older."""
    (size, root), (whole, newest) = older, newer
    if not 0 < size <= whole or not are_digests(path, root, newest):
        return False
    if size == whole:
        return not path and root == newest
    steps = list(path) if size & (size - 1) else [root, *path]  # a power of two is a subtree: its root is left out
    if not steps:
        return False
    at, last = size - 1, whole - 1
    while at % 2:
        at, last = at >> 1, last >> 1
    before = after = steps[0]
    for each in steps[1:]:
        if last == 0:
            return False
        if at % 2 or at == last:
            before, after = node_hash(each, before), node_hash(each, after)
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, each)
        at, last = at >> 1, last >> 1
    return last == 0 and before == root and after == newest


def are_digests(path: Sequence[bytes], *roots: bytes) -> bool:
    """Whether all of them are as long as a SHA-256."""
    return all(len(each) == DIGEST for each in (*path, *roots))
