"""The practice district: synthetic, labelled so, the same on every machine."""
