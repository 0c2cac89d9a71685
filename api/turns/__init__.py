"""One turn of a conversation is one unit of work: effects, notices, session, inbound settled."""
