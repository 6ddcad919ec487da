"""Protecting a person in danger: their name and face go from everywhere, and can come back.

`search` looks through every text in the database, `passages` is what an editor decides about,
`act` changes what was chosen and seals what stood there, `restore` brings it back. `speakers`
knows its own pages; other apps tell through `registry` where else a name may stand.
"""
