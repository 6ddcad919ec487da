"""Readers and writers of what staff bring: articles, captions, addresses, names.

Pure Python, no Django. Text or bytes go in, frozen dataclasses come out; whatever cannot be
read raises ``FormatError`` with a sentence that tells an editor what to do.
"""
