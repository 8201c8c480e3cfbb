"""What the firm does about ready work that nobody fetches."""
