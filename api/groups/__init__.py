"""Self-organised groups: what they do, who belongs to them, who may join."""
