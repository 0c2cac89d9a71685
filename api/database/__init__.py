"""Where everything is kept: one code for SQLite and PostgreSQL, one transaction a unit of work."""
