"""What only looks like an event."""
