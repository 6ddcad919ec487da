"""Pages for visitors without a session, kept until anything that they show is changed.

`version` names the state of the content, `changes` renames it when somebody changes something,
`address` tells requests apart, `answer` is what is kept, `middleware` puts them together.
"""
