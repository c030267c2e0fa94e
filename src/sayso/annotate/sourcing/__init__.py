"""What an editor's rules on sourcing look at: vague and anonymous sources, quoted fragments, harms without who did them."""
