"""Story Dossier: from the articles about one story to a website of who said what."""
