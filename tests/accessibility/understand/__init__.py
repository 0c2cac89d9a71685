"""How replies are understood, as a specification in rows."""
