"""Terms that are watched: pause with a reason, each warning once, escalation. See docs/howto.md."""
