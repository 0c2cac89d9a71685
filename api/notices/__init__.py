"""The outbox: what Linli tells people, in codes, until the bot has worded and sent it."""
