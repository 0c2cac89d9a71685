"""Access: signing in, tokens given and ended, and the audit read."""
