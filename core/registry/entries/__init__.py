"""What the entries of the registry say."""
