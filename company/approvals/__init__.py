"""What somebody may not decide alone is asked of those who may: see docs/howto.md."""
