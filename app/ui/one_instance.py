"""One window a user: a second start hands its file to the first and brings it to the front."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_MS: Final = 3000
_MOST_BYTES: Final = 1 << 16
_TAKEN: Final = b"ok"


class OneInstance(QObject):
    """Holds the data folder for one window of the program.

    ``asked(file)``: another start wants the window in front, and a file opened; the file may be
    empty.
    """

    asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Ask nothing yet.

        Args:
            folder: The data folder: users, and profiles of one user, do not meet.
            parent: Owner.
        """
        super().__init__(parent)
        self._folder = folder
        place = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:24]
        self._name = f"quotewright-{place}"
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def claim(self, file: str = "") -> bool:
        """Be the one window, or hand over to it.

        A window that does not answer (it hangs, or is just going) is not waited for: better two
        windows, whose edits the database keeps apart, than none.

        Args:
            file: What this start was asked to open.

        Returns:
            Whether this start shows a window.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True  # opening the data says why
        lock = QLockFile(str(self._folder / "window.lock"))
        lock.setStaleLockTime(0)  # a lock ends with its process and not with time
        if not lock.tryLock(0):
            return not self._hand_over(file)
        self._lock = lock
        QLocalServer.removeServer(self._name)  # what a killed window left
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let another start have the window."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _hand_over(self, file: str) -> bool:
        """Whether the first window has taken the file."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(file.encode() + b"\n")
        socket.flush()
        answered = socket.waitForReadyRead(_PATIENCE_MS)
        taken = answered and socket.readAll().data() == _TAKEN
        socket.disconnectFromServer()
        return bool(taken)

    def _take(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._read(socket))
        if socket.bytesAvailable():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        text = bytes(socket.readLine().data()).rstrip(b"\n").decode(errors="replace")
        socket.write(_TAKEN)
        socket.flush()
        self.asked.emit(text)
