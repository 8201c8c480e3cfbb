"""The duties of the law on personal data: see docs/architecture.md."""
