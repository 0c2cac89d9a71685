"""How well free words are understood: counts for each rule, and nobody in them."""
