"""People: who they are to those who help them, and what they agreed to."""
