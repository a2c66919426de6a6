"""What one article holds: its cleaned text and its `Doc` in, `Findings` out."""
