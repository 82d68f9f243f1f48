"""Keys: Ed25519, and the file that keeps a private one behind a passphrase.

The passphrase is stretched with scrypt and opens a ChaCha20-Poly1305 box; the public key is bound
to the box, so that it cannot be given another name.
"""

from __future__ import annotations

from base64 import b32encode
from secrets import token_bytes
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import msgspec

from app.approval.signing.canonical import canonical, digest, parsed
from app.errors import SignatureRefused
from catalog.known_type import known

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

COST: Final = 1 << 17
"""scrypt's n: 128 MB and about a second for every guess."""
LEAST_COST: Final = 1 << 14
MOST_COST: Final = 1 << 20
LEAST_PASSPHRASE: Final = 10
"""Characters of a passphrase."""

_DOMAIN: Final = "key/1"
_PUBLIC_BYTES: Final = 32
_BLOCK: Final = 8


class LockedKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A private key as it lies in a file.

    Attributes:
        owner: Staff number of whose it is; ``root`` for the organisation's own.
        public: Public key, hexadecimal.
        cost: scrypt's n.
        salt: Of scrypt, hexadecimal.
        nonce: Of the box, hexadecimal.
        box: The private key, encrypted, hexadecimal.
        format: Always ``quotewright-key/1``.
    """

    owner: str
    public: str
    cost: int
    salt: str
    nonce: str
    box: str
    format: str = "quotewright-key/1"


class SigningKey:
    """A private key ready to sign; it shows nothing of itself.

    Attributes:
        owner: Staff number of whose it is.
        public: Public key, hexadecimal.
    """

    def __init__(self, private: Ed25519PrivateKey, owner: str) -> None:
        """Take the key; use ``new_key`` or ``unlock``."""
        self._private = private
        self.owner = owner
        self.public = private.public_key().public_bytes_raw().hex()

    def __repr__(self) -> str:
        return f"SigningKey({self.owner}, {self.public[:8]})"

    def sign(self, domain: str, data: bytes) -> str:
        """The signature of a text within a domain, hexadecimal."""
        return self._private.sign(digest(domain, data)).hex()

    def lock(self, passphrase: str, cost: int = COST) -> bytes:
        """The key file.

        Args:
            passphrase: At least ``LEAST_PASSPHRASE`` characters.
            cost: scrypt's n.

        Raises:
            SignatureRefused: The passphrase is too short.
        """
        if len(passphrase) < LEAST_PASSPHRASE:
            raise SignatureRefused(reason="sign_passphrase_short")
        salt, nonce = token_bytes(16), token_bytes(12)
        box = _cipher(passphrase, salt, cost).encrypt(
            nonce, self._private.private_bytes_raw(), _bound(self.public, self.owner)
        )
        return canonical(
            LockedKey(self.owner, self.public, cost, salt.hex(), nonce.hex(), box.hex())
        )


def new_key(owner: str) -> SigningKey:
    """A new private key of somebody."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return SigningKey(Ed25519PrivateKey.generate(), owner)


def locked_key(data: bytes) -> LockedKey:
    """What a key file says without its passphrase.

    Raises:
        SignatureRefused: It is no key file, or its cost is not within bounds.
    """
    try:
        found = msgspec.convert(parsed(data), known(LockedKey))
    except msgspec.ValidationError as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    power_of_two = found.cost.bit_count() == 1
    if not (LEAST_COST <= found.cost <= MOST_COST and power_of_two):
        raise SignatureRefused(reason="sign_key_cost")
    if found.format != "quotewright-key/1":
        raise SignatureRefused(reason="sign_wrong_kind")
    return found


def unlock(data: bytes, passphrase: str) -> SigningKey:
    """The private key of a key file.

    Raises:
        SignatureRefused: It is no key file, was changed, or the passphrase is another one.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    file = locked_key(data)
    try:
        salt, nonce, box = (bytes.fromhex(part) for part in (file.salt, file.nonce, file.box))
        bound = _bound(file.public, file.owner)
        raw = _cipher(passphrase, salt, file.cost).decrypt(nonce, box, bound)
        key = SigningKey(Ed25519PrivateKey.from_private_bytes(raw), file.owner)
    except (InvalidTag, ValueError) as fault:
        raise SignatureRefused(reason="sign_wrong_passphrase") from fault
    if key.public != file.public:
        raise SignatureRefused(reason="sign_wrong_passphrase")
    return key


def is_signed(domain: str, data: bytes, signature: str, public: str) -> bool:
    """Whether a signature of a text is that of a public key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), digest(domain, data))
    except (InvalidSignature, ValueError):
        return False
    return True


def is_public_key(text: str) -> bool:
    """Whether a text may be a public key: 32 bytes in lower-case hexadecimal."""
    try:
        return bytes.fromhex(text).hex() == text and len(text) == 2 * _PUBLIC_BYTES
    except ValueError:
        return False


def mark_of(public: str) -> str:
    """Twenty letters, 100 bits, by which people compare a public key: read out, or typed."""
    letters = b32encode(digest("mark/1", public.encode())).decode()
    return "-".join(letters[at : at + 5] for at in range(0, 20, 5))


def is_told(public: str, told: str) -> bool:
    """Whether what somebody was told of a key, its digits or its mark, is this key."""
    plain = "".join(sign for sign in told if sign.isalnum())
    return plain.lower() == public or plain.upper() == mark_of(public).replace("-", "")


def _cipher(passphrase: str, salt: bytes, cost: int) -> ChaCha20Poly1305:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    secret = normalize("NFKC", passphrase).encode(errors="surrogatepass")
    return ChaCha20Poly1305(Scrypt(salt, _PUBLIC_BYTES, cost, _BLOCK, 1).derive(secret))


def _bound(public: str, owner: str) -> bytes:
    return digest(_DOMAIN, canonical([public, owner]))
