"""Where a page can be shared: plain links that call nobody before they are followed."""

from urllib.parse import urlencode

#: What each of them calls the address and the words, as its own documents say.
NETWORKS = (
    ("Bluesky", "https://bsky.app/intent/compose", "", "text"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u", ""),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", "url", ""),
    ("Mastodon", "https://share.joinmastodon.org/", "", "text"),
    ("Telegram", "https://t.me/share/url", "url", "text"),
    ("WhatsApp", "https://wa.me/", "", "text"),
    ("X", "https://x.com/intent/post", "url", "text"),
)


def links(title: str, url: str) -> list[tuple[str, str]]:
    """Names and addresses; who takes words only gets the address at their end."""
    found = []
    for name, place, for_url, for_words in NETWORKS:
        words = title if for_url else f"{title} {url}"
        values = {for_url: url, for_words: words}
        query = urlencode({key: value for key, value in values.items() if key})
        # Mastodon's page reads what follows the hash, which its server never sees.
        found.append((name, f"{place}{'#' if name == 'Mastodon' else '?'}{query}"))
    return found


def mail(title: str, url: str) -> str:
    """A link that opens a letter."""
    # Mail programs read a plus as a plus.
    query = urlencode({"subject": title, "body": url}).replace("+", "%20")
    return f"mailto:?{query}"
