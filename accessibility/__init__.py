"""How a prompt reaches a person: as text, page, speech or paper."""
