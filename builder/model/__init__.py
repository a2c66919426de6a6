"""The values that flow through the house: articles, findings, dossier. No spaCy, no disk, no MkDocs."""
