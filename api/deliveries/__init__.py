"""What is taken out of the outbox to be sent, and what became of it."""
