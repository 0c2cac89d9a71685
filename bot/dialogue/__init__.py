"""A dialogue is a form: pure data and one pure function that advances it."""
