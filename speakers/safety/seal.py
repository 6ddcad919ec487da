"""What was sealed can be opened by this site alone, and by nobody once it is deleted.

Encrypted with Fernet (AES and a signature). The key comes from `SPEAKERS_SEAL_KEYS`, else from
`SECRET_KEY`; whoever has the database without the settings reads nothing.
"""

import base64
import hashlib
import hmac
import json
import zlib
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

PURPOSE = b"speakers.safety.seal"


class SealBroken(Exception):
    """The key that sealed it is not among the keys of this site."""


def _secrets() -> list[str]:
    """The first one seals, all of them open."""
    own = list(getattr(settings, "SPEAKERS_SEAL_KEYS", ()))
    return [*own, settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _keys() -> MultiFernet:
    derived = [hmac.new(secret.encode(), PURPOSE, hashlib.sha256).digest() for secret in _secrets()]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in derived])


def seal_bytes(content: bytes) -> bytes:
    return _keys().encrypt(content)


def open_bytes(sealed: bytes) -> bytes:
    """Raises SealBroken where the key has changed."""
    try:
        return _keys().decrypt(bytes(sealed))
    except InvalidToken as error:
        raise SealBroken from error


def seal(value: Any) -> str:
    """Any document, packed and encrypted."""
    text = json.dumps(value, default=str)
    return seal_bytes(zlib.compress(text.encode())).decode()


def unseal(sealed: str) -> Any:
    """Raises SealBroken where the key has changed."""
    return json.loads(zlib.decompress(open_bytes(sealed.encode())))


def digest(*parts: Any) -> str:
    """Tells whether texts are the same, and nothing of what they are."""
    key = hmac.new(_secrets()[0].encode(), PURPOSE + b".digest", hashlib.sha256).digest()
    text = "\x1f".join(str(part) for part in parts)
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:40]
