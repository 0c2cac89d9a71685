"""The watch over routing: what is covered, requests nobody made that must match, deaf areas."""
