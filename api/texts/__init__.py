"""Free words that somebody wrote wait here until a person has read them."""
