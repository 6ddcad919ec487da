"""What goes wrong when staff set something in motion."""


class ImportFailed(Exception):
    """An article that can't become a draft; the text says why and what to do."""
