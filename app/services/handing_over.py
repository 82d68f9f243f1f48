"""Files for others: written where the papers of a quote are, under a name that tells what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import FileError, FileNotOpened
from app.storage.files import legal_file_name, write_atomically, writing_reason

if TYPE_CHECKING:
    from pathlib import Path


def write_outgoing(folder: Path, name: str, suffix: str, data: bytes) -> Path:
    """Write a file for somebody else; the same one again takes its own place.

    Args:
        folder: Made where it is not there.
        name: Such as number and revision.
        suffix: With its dot.
        data: The content.

    Raises:
        FileError: It cannot be written.
    """
    path = folder / legal_file_name(name, suffix)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise FileError(file=path.name, reason=writing_reason(failure)) from failure
    write_atomically(path, data)
    return path


def write_draft(path: Path, subject: str, text: str) -> Path:
    """A draft of a mail with a file, beside the file, for the system's mail program.

    Whom it goes to is typed there: an organisation file holds no addresses.

    Raises:
        FileError: The file cannot be read, or the draft cannot be written.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    try:
        data = path.read_bytes()
    except OSError as failure:
        raise FileNotOpened(file=path.name) from failure
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = subject
    mail["X-Unsent"] = "1"
    mail.set_content(f"{text}\n")
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=path.name)
    draft = path.with_name(f"{path.name}.eml")
    write_atomically(draft, mail.as_bytes())
    return draft


def copy_file(path: Path, target: Path) -> None:
    """Write a copy to where the user wants it.

    Raises:
        FileNotOpened: It cannot be read or written.
    """
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise FileNotOpened(file=path.name) from failure
    write_atomically(target, data)
