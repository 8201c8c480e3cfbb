"""Work or a client is given to a person or a department, who take it or do not: docs/howto.md."""
