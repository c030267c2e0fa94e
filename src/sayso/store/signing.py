"""Keys that sign the heads of a log: Ed25519 (RFC 8032). The library is imported when a key is used, and not before."""
# ruff: noqa: PLC0415 # imports inside functions, for the reason above

import os
from pathlib import Path

from sayso.errors import ConfigError


class FileSigner:
    """Fulfils `ports.Signer` with the private key of a PEM file; ConfigError where it holds none of Ed25519."""

    def __init__(self, path: Path) -> None:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            private = load_pem_private_key(path.read_bytes(), password=None)
        except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise ConfigError(f"{path} cannot be used as a key: {error}; `sayso key {path}` makes one") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise ConfigError(f"{path} holds a key of another kind; expected Ed25519: `sayso key FILE` makes one")
        self._private = private
        self.key = private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature."""
        return self._private.sign(message)


def new_key(path: Path) -> str:
    """Write a new private key where there is no file yet, for its owner alone to read; its public half, hexadecimal."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    private = Ed25519PrivateKey.generate()
    content = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be written: {error.strerror}; a key is never put over another file"
        ) from error
    return private.public_key().public_bytes_raw().hex()


def is_signed(key: str, signature: str, message: bytes) -> bool:
    """Whether the owner of the key, hexadecimal as the signature is, signed the message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True
