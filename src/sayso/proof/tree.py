"""The Merkle tree of RFC 6962, section 2.1: a leaf is SHA-256(0x00 entry), a node SHA-256(0x01 left right)."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DIGEST = 32  # bytes of a SHA-256
EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry; its first byte keeps it apart from a node's, so that no node passes for an entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def joined(hashes: Sequence[bytes]) -> bytes:
    """The root over whole subtrees from the largest, at the left, to the smallest."""
    root = hashes[-1]
    for left in reversed(hashes[:-1]):
        root = node_hash(left, root)
    return root


@dataclass(frozen=True, slots=True)
class Frontier:
    """A tree that can grow: its size, and the roots of the whole subtrees that it consists of, the largest first.

    There is one for each bit that is set in the size: 20 of them for a million leaves, whatever else the tree holds.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        """Refuse hashes that cannot belong to a tree of that size."""
        if (
            self.size < 0
            or len(self.hashes) != self.size.bit_count()
            or any(len(each) != DIGEST for each in self.hashes)
        ):
            raise ValueError(
                f"a tree of {self.size} leaves has {max(self.size, 0).bit_count()} subtrees of {DIGEST} bytes each"
            )

    @property
    def root(self) -> bytes:
        """The root of the tree; of none, the SHA-256 of nothing."""
        return joined(self.hashes) if self.hashes else EMPTY

    def grown(self, leaves: Iterable[bytes]) -> "Frontier":
        """The tree with more leaves, given by their hashes, to its right."""
        size, hashes = self.size, list(self.hashes)
        for leaf in leaves:
            hashes.append(leaf)
            size += 1
            rest = size
            while rest % 2 == 0:
                right = hashes.pop()
                hashes[-1] = node_hash(hashes[-1], right)
                rest //= 2
        return Frontier(size, tuple(hashes))

    def packed(self) -> bytes:
        """The hashes one after the other; the size tells how many there are."""
        return b"".join(self.hashes)

    @classmethod
    def unpacked(cls, size: int, packed: bytes) -> "Frontier":
        """The tree of that size from what `packed` gave; ValueError where the two do not fit."""
        return cls(size, tuple(packed[at : at + DIGEST] for at in range(0, len(packed), DIGEST)))


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over the hashes of leaves (MTH of the RFC)."""
    return Frontier().grown(leaves).root
