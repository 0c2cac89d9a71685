"""The SQL of the watch."""
