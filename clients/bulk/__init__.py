"""One change of many clients: what may be changed, its preview, the work: docs/howto.md."""
