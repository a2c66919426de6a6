"""What one article holds: the cleaned article and its `Doc` in, `Findings` out."""
