"""What a log of entries can prove about itself: an RFC 6962 Merkle tree, its proofs, and what does not hold."""
