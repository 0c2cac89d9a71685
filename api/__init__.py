"""Who can help, who was asked and what came of it: codes only, never sentences."""
