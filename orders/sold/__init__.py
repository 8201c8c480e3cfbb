"""What was sold: accepted orders, and their lines by product group."""
