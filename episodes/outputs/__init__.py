"""What the world reads: feeds, structured data, sitemaps.

Pages are handed in with everything that is to be said of them; nothing here fetches.
"""
