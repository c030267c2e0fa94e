"""What is claimed: the sentences that assert, and the kinds of what they assert."""
