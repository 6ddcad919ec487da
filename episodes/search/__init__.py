"""The site's search: what is indexed, when, and what a visitor is shown."""
