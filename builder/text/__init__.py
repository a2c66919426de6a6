"""Words as they can be compared: terms, character n-grams, differences of wording."""
