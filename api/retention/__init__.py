"""Forgetting: personal data goes when what it served is over, or when its person asks."""
