"""The audit: every write and every reveal of personal data."""
