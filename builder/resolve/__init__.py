"""What all articles of a story hold together: findings in, a dossier out. No spaCy here."""
