"""The promotion codes of a quote: of each that is typed is told at once whether it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.typed import read_codes
from app.ui.widgets.parts import make_label
from pricing.promotion_codes import code_problem, rules_of_code, spelled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.presenting.speaker import Speaker
    from pricing.context import PricingContext
    from pricing.rulebook import RuleSet

_WIDE = 380


class CodesDialog(FormDialog):
    """Asks for promotion codes; one that no rule knows is not taken, the others are told."""

    def __init__(
        self,
        codes: tuple[str, ...],
        rules: RuleSet,
        context: PricingContext,
        speaker: Speaker,
        parent: QWidget,
    ) -> None:
        """Show the present codes.

        Args:
            codes: Of the quote.
            rules: That it is priced with.
            context: In which it is priced.
            speaker: Texts.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Promotion codes"), self.tr("Apply"), parent)
        self._rules, self._context, self._speaker = rules, context, speaker
        self.typed = QLineEdit(" ".join(codes))
        self.typed.setMinimumWidth(_WIDE)
        self.typed.setPlaceholderText(self.tr("Several codes with spaces between them"))
        self.typed.textChanged.connect(self._judge)
        self.add_field(self.tr("Codes"), self.typed)
        self.news = make_label("", "second")
        self.news.setWordWrap(True)
        self.body.addWidget(self.news)
        self.typed.setFocus()
        self._judge()

    def codes(self) -> tuple[str, ...]:
        """The codes in the field, as the rules spell them; each once."""
        typed = (spelled(self._rules, part) for part in read_codes(self.typed.text()))
        return tuple(dict.fromkeys(typed))

    def accept(self) -> None:
        """Take the codes, unless no rule knows one of them."""
        for code in self.codes():
            problem = code_problem(self._rules, self._context, code)
            if problem is not None and not rules_of_code(self._rules, code):
                text, cure = self._speaker.finding(problem.code, problem.parameters)
                self.show_problem(f"{text} {cure}")
                return
        super().accept()

    def _judge(self) -> None:
        self.show_problem("")
        self.news.setText("\n".join(map(self._told, self.codes())))

    def _told(self, code: str) -> str:
        problem = code_problem(self._rules, self._context, code)
        if problem is not None:
            return self._speaker.finding(problem.code, problem.parameters)[0]
        found = rules_of_code(self._rules, code)
        names = "、".join(self._speaker.name(rule.name) for rule in found)
        return self.tr("{code}: {names}").format(code=code, names=names)
