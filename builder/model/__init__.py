"""The values that flow through the house: articles, findings, dossier."""
