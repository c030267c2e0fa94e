"""What the core needs from outside, in a few small Protocols; adapters fulfil them and only `wiring` knows which one is in use."""
