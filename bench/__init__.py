"""`make bench`: what pages cost, with a few episodes and with many."""
