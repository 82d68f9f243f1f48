"""HelpKey: F1 opens the manual in dialogs too, at the page that belongs to the dialog."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeySequence

_NAME: Final = "help-key"
_BY_PAGE: Final = MappingProxyType(
    {
        "first-steps": ("SetupDialog",),
        "quotes": (
            *("TermDialog", "DateDialog", "ActivationDialog", "ChannelDialog", "PaymentDialog"),
            *("LinesDialog", "CodesDialog", "LanguageDialog", "HistoryDialog", "RepriceDialog"),
            "ClashDialog",
        ),
        "items": (
            *("CharacteristicsDialog", "PastedItemsDialog", "ReducedDialog", "RampDialog"),
            *("PlacesDialog", "DissolveDialog", "PartDiscountDialog", "BundleDialog"),
            "OfferDialog",
        ),
        "discounts": (
            *("DiscountDialog", "ScenarioDialog", "AuthorityTrialDialog"),
            "PublishAuthorityDialog",
        ),
        "approval": (
            *("SubmitDialog", "DecisionDialog", "FastTrackDialog", "EnvelopeDialog"),
            *("WorkbookDialog", "ReturnedDialog", "KeyDialog", "UnlockDialog"),
            *("NewPassphraseDialog", "OrganisationDialog", "VerifyDialog"),
        ),
        "papers": (
            *("IssueDialog", "PrintDialog", "PapersDialog", "HandOverDialog", "BatchDialog"),
            *("ContractDialog", "ClausesDialog", "PaperSettingsDialog"),
        ),
        "customers": (
            *("CustomerDialog", "ProfileDialog", "DuplicatesDialog", "MergeDialog"),
            *("CustomersImportDialog", "PortfolioDialog"),
        ),
        "market": ("MarketDialog", "VenuesDialog"),
        "needs": ("QuestionDialog", "IndustryDialog", "VisitRecordDialog"),
        "selling": ("TellingDialog", "LibraryDialog"),
        "analysis": ("PlansDialog", "SourcesDialog", "ReplacedDialog"),
        "catalogue": (
            *("PublishDialog", "PublishRulesDialog", "PartDialog", "CompareDialog"),
            *("DraftChanges", "RowsDialog"),
        ),
        "import": ("ImportDialog", "BillsDialog", "PastedDialog"),
        "templates": ("FieldGuideDialog", "HandingDialog", "BringInDialog", "DefaultDialog"),
        "settings": ("SettingsDialog", "BackupsDialog", "ProfilesDialog"),
        "keyboard": ("KeyboardDialog",),
    }
)
DIALOG_PAGES: Final = MappingProxyType(
    {dialog: page for page, dialogs in _BY_PAGE.items() for dialog in dialogs}
)
"""The page of the manual that belongs to each dialog, by the name of its class."""


class HelpKey(QObject):
    """Gives each dialog of a window the key of the manual when the keyboard first comes to it."""

    def __init__(
        self,
        window: QWidget,
        keys: Callable[[], Sequence[QKeySequence]],
        show: Callable[[str, QWidget], None],
    ) -> None:
        """Watch where the keyboard goes.

        Args:
            window: Whose dialogs.
            keys: Of the manual, as the user has them.
            show: Shows a page of the manual over a dialog; an empty one: that of the place.
        """
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._show = show
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 (there is a window)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or not dialog.isModal() or not self._is_ours(dialog):
            return
        if dialog.findChild(QShortcut, _NAME) is not None:
            return
        shortcut = QShortcut(dialog)
        shortcut.setObjectName(_NAME)
        shortcut.setKeys(list(self._keys()))
        page = DIALOG_PAGES.get(type(dialog).__name__, "")
        shortcut.activated.connect(lambda: self._show(page, dialog))

    def _is_ours(self, dialog: QWidget) -> bool:
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is self._window
