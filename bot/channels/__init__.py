"""The wires: one file or folder each; they do not know one another."""
