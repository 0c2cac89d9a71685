"""Call cards: callers are asked in their own chat whether they take a call, and hold it there."""
