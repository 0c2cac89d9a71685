"""How prompts reach a person, and how a person is understood."""
