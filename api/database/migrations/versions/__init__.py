"""One file a change of the schema; never edited once it was released."""
