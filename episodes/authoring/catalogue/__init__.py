"""A catalogue of past videos becomes episodes: in batches, and again without harm."""
