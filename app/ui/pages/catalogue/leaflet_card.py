"""The leaflets of an offering: see and open them, attach and remove them in the draft."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from app.ui.presenting.catalogue_words import field_title
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_button, make_icon_button, make_label
from catalog.draft import attach_leaflet, detach_leaflet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.draft_desk import DraftDesk
    from catalog.offering import ProductOffering
    from catalog.selling_points import Leaflet

_THUMBNAIL = QSize(56, 72)


class LeafletCard(Card):
    """Shows leaflets; files can be dropped on it while the draft is edited."""

    def __init__(
        self, surroundings: Surroundings, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        """Begin without an offering."""
        super().__init__(field_title(surroundings.speaker, "leaflets"), parent=parent)
        self._around = surroundings
        self._desk = desk
        self._offering: ProductOffering | None = None
        self._pictures: dict[str, QImage] = {}
        self._rows: list[QWidget] = []
        self.add = make_button(self.tr("Attach leaflet…"), "quiet", icon="upload")
        self.add.setToolTip(self.tr("PDF, PNG or JPEG; files can be dropped here as well"))
        self.add.clicked.connect(self._choose)
        self.body.addWidget(self.add)

    # ------------------------------------------------------------ showing

    def show_offering(self, offering: ProductOffering, *, editing: bool) -> None:
        """Show the leaflets of an offering; with ``editing`` they can be changed."""
        self._offering = offering
        self.setAcceptDrops(editing)
        self.add.setVisible(editing)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(leaflet, editing=editing) for leaflet in offering.leaflets]
        for place, row in enumerate(self._rows):
            self.body.insertWidget(place, row)

    def _row(self, leaflet: Leaflet, *, editing: bool) -> QWidget:
        name = self._around.speaker.name(leaflet.name)
        picture = QLabel()
        picture.setFixedSize(_THUMBNAIL)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(name)
        self._show_picture(leaflet, picture)
        view = make_icon_button("eye", self.tr("Open {name}").format(name=name))
        view.clicked.connect(partial(self._open, leaflet))
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.SM)
        inside.addWidget(picture)
        label = make_label(name, "body")
        label.setWordWrap(True)
        inside.addWidget(label, 1)
        inside.addWidget(view)
        if editing:
            remove = make_icon_button("trash-2", self.tr("Remove {name}").format(name=name))
            remove.clicked.connect(partial(self._remove, leaflet))
            inside.addWidget(remove)
        return row

    def _show_picture(self, leaflet: Leaflet, label: QLabel) -> None:
        known = self._pictures.get(leaflet.content)
        workspace = self._desk.workspace
        if known is not None:
            label.setPixmap(QPixmap.fromImage(known))
        if known is not None or workspace is None:
            return
        kind = leaflet.media_type.rpartition("/")[2].upper()
        label.setText(kind)

        def work(_task: object) -> QImage:
            return _picture(workspace.leaflets.read(leaflet.content), leaflet.media_type)

        def done(image: QImage) -> None:
            if not image.isNull():
                self._pictures[leaflet.content] = image
                self._show_again()

        # a file that is missing after an import from elsewhere has no picture, and says why
        # when it is opened
        self._around.tasks.run(work, done, lambda _failure: None)

    def _show_again(self) -> None:
        if self._offering is not None:
            self.show_offering(self._offering, editing=self.acceptDrops())

    def _open(self, leaflet: Leaflet) -> None:
        workspace = self._desk.workspace
        if workspace is None:
            return

        def work(_task: object) -> Path:
            from app.services.leaflets import readable_copy

            return readable_copy(workspace, leaflet)

        self._around.tasks.run(work, _show_file, self._desk.failed.emit)

    # ------------------------------------------------------------ editing

    def attach(self, files: Sequence[Path]) -> None:
        """Keep files and attach them to the offering, all of them or none."""
        workspace, offering = self._desk.workspace, self._offering
        if workspace is None or offering is None or not files:
            return

        def work(_task: object) -> tuple[Leaflet, ...]:
            from app.services.leaflets import keep_leaflets

            return keep_leaflets(workspace, files)

        self._around.tasks.run(work, partial(self._attached, offering.code), self._desk.failed.emit)

    def _attached(self, code: str, leaflets: tuple[Leaflet, ...]) -> None:
        for leaflet in leaflets:
            session = self._desk.session
            offering = session.catalog.offering(code) if session is not None else None
            if offering is not None:
                self._desk.apply("offering.leaflet", attach_leaflet(offering, leaflet))

    def _remove(self, leaflet: Leaflet) -> None:
        if self._offering is not None:
            patch = detach_leaflet(self._offering, leaflet.content)
            self._desk.apply("offering.leaflet", patch)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach leaflet…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Leaflets (*.pdf *.png *.jpg *.jpeg)"))
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files that were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.attach(files)


def _show_file(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _picture(data: bytes, media_type: str) -> QImage:
    """The picture or first page, small; a null image when it cannot be drawn."""
    if media_type == "application/pdf":
        from app.services.leaflets import first_page

        data = first_page(data, _THUMBNAIL.height() * 2)
    image = QImage.fromData(data)
    if image.isNull():
        return image
    return image.scaled(
        _THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
