"""A built site, audited as strangers would: its markup, its access, its speed on a phone."""
