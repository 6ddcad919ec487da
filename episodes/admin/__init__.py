"""Where editors work on episodes: lists, tags, and what guards publishing and deleting."""
