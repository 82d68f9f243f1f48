"""Settings: the user's own choices and data, as one frozen value.

Each field carries its title, help and choices, so that the settings dialog is made from the value
and a new setting is one field here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from catalog.local_text import LocalText
from catalog.scaled_unit import SpeedUnit, VolumeUnit


def _about(
    group: str, zh: str, en: str, help_zh: str = "", help_en: str = "", *, folder: bool = False
) -> Meta:
    return Meta(
        extra={
            "group": group,
            "title": LocalText(zh, en),
            "help": LocalText(help_zh, help_en),
            "folder": folder,
        }
    )


_PHONE_HELP = ("印在方案和合同上。", "Printed on proposals and contracts.")
_OWN_HELP = ("印在合同乙方一栏。", "Printed on contracts as the supplier.")


class Settings(msgspec.Struct, frozen=True):
    """What the user has chosen; every field has a default that works.

    Attributes:
        language: Language of the window; ``system`` follows the computer.
        theme: Colours of the window.
        density: Height of rows.
        amounts: Unit of amounts in lists.
        speeds: Unit in which speeds are shown.
        volumes: Unit in which amounts of data are shown.
        manager_id: Staff number of the account manager.
        manager_name: Name of the account manager.
        manager_phone: Telephone of the account manager.
        role: Identifier of the manager's level in the authority matrix.
        supplier_name: Registered name of the company that makes the offer (乙方).
        supplier_address: Its address.
        supplier_phone: Its telephone.
        supplier_credit_code: Its unified social credit code.
        supplier_representative: Its legal representative.
        supplier_bank: Its bank.
        supplier_bank_account: Its account number.
        supplier_hotline: Telephone for faults and questions.
        supplier_brand: Name that customers know it by.
        validity_days: Days that a new quote is valid.
        term: Months of commitment of a new quote.
        document_language: Language of a new quote's documents.
        quote_number: Pattern of the numbers of new quotes.
        contract_number: Pattern of the number on papers of a revision.
        pdf_converter: What makes the PDF of final papers; the program's own where it is not there.
        visit_set: What is printed for a visit, in order: kinds of papers with their copies.
        file_names: Pattern of the names of documents, with fields in braces.
        output_folder: Where documents are saved; empty for the user's document folder.
    """

    language: Annotated[
        Literal["system", "zh", "en"],
        _about("window", "界面语言", "Language"),
    ] = "system"
    theme: Annotated[
        Literal["system", "light", "dark"],
        _about("window", "外观", "Appearance"),
    ] = "system"
    density: Annotated[
        Literal["comfortable", "compact"],
        _about("window", "行距", "Density"),
    ] = "comfortable"
    amounts: Annotated[
        Literal["yuan", "wan"],
        _about(
            "window",
            "列表金额单位",
            "Amounts in lists",
            "只影响列表，报价与文件始终精确到分。",
            "Lists only: quotes and papers are exact to the fen.",
        ),
    ] = "yuan"
    speeds: Annotated[
        SpeedUnit,
        _about(
            "window",
            "速率单位",
            "Speeds",
            "换算精确；输入时两种单位都认，如 1G、500M。",
            "Exactly; either unit is understood when typed: 1G, 500M.",
        ),
    ] = "catalog"
    volumes: Annotated[
        VolumeUnit,
        _about("window", "流量单位", "Amounts of data", "1 GB 为 1024 MB。", "1 GB is 1024 MB."),
    ] = "catalog"
    manager_id: Annotated[str, _about("manager", "工号", "Staff number")] = ""
    manager_name: Annotated[str, _about("manager", "姓名", "Name", *_PHONE_HELP)] = ""
    manager_phone: Annotated[str, _about("manager", "电话", "Telephone", *_PHONE_HELP)] = ""
    role: Annotated[
        str,
        _about(
            "manager",
            "审批级别",
            "Level of authority",
            "决定哪些优惠可以自行批准。",
            "Decides which concessions need nobody else's approval.",
        ),
        Meta(min_length=1),
    ] = "L1"
    supplier_name: Annotated[str, _about("supplier", "公司名称", "Company", *_OWN_HELP)] = ""
    supplier_address: Annotated[str, _about("supplier", "地址", "Address", *_OWN_HELP)] = ""
    supplier_phone: Annotated[str, _about("supplier", "电话", "Telephone", *_OWN_HELP)] = ""
    supplier_credit_code: Annotated[
        str, _about("supplier", "统一社会信用代码", "Unified social credit code", *_OWN_HELP)
    ] = ""
    supplier_representative: Annotated[
        str, _about("supplier", "法定代表人", "Legal representative", *_OWN_HELP)
    ] = ""
    supplier_bank: Annotated[str, _about("supplier", "开户银行", "Bank", *_OWN_HELP)] = ""
    supplier_bank_account: Annotated[
        str, _about("supplier", "银行账号", "Bank account", *_OWN_HELP)
    ] = ""
    supplier_hotline: Annotated[str, _about("supplier", "服务热线", "Hotline", *_PHONE_HELP)] = ""
    supplier_brand: Annotated[str, _about("supplier", "品牌名称", "Brand", *_PHONE_HELP)] = ""
    validity_days: Annotated[
        int,
        _about("quotes", "报价有效天数", "Days that a quote is valid"),
        Meta(ge=1, le=365),
    ] = 15
    term: Annotated[
        int,
        _about("quotes", "默认在网月数", "Months of commitment"),
        Meta(ge=1, le=120),
    ] = 12
    document_language: Annotated[
        Literal["zh", "en"], _about("quotes", "文件语言", "Language of documents")
    ] = "zh"
    quote_number: Annotated[
        str,
        _about(
            "quotes",
            "报价编号格式",
            "Quote numbers",
            "可用 {year}、{yy}、{month}、{day}、"
            "{mark}（本机）、{manager}（工号）、{seq:4}（序号）。",
            "{year}, {yy}, {month}, {day}, {mark} (this computer), {manager} (staff number),"
            " {seq:4} (count with its digits).",
        ),
        Meta(min_length=1),
    ] = "QW-{year}{month}{day}-{mark}-{seq:2}"
    contract_number: Annotated[
        str,
        _about(
            "quotes",
            "合同编号格式",
            "Contract numbers",
            "印在文件上，{number} 为报价编号，{revision} 为版本字母。",
            "Printed on papers: {number} of the quote, {revision} its letter.",
        ),
        Meta(min_length=1),
    ] = "{number}-{revision}"
    pdf_converter: Annotated[
        Literal["own", "libreoffice", "word"],
        _about(
            "quotes",
            "PDF 由谁生成",
            "PDFs are made by",
            "所选程序未安装，或其 PDF 与 Word 文件内容不一致时，由本程序生成。",
            "Where that program is missing, or its PDF says other words, ours takes its place.",
        ),
    ] = "own"
    visit_set: Annotated[
        str,
        _about(
            "quotes",
            "拜访用整套文件",
            "Papers printed for a visit",
            "按此顺序打印，数字为份数。",
            "Printed in this order; the numbers are copies.",
        ),
    ] = "proposal 1, contract 2, order_form 1"
    file_names: Annotated[
        str,
        _about(
            "quotes",
            "文件名格式",
            "Names of documents",
            "可用 {customer}、{paper}、{number}、{title}、{date}、{revision}、{language}、{kind}。",
            "{customer}, {paper}, {number}, {title}, {date}, {revision}, {language}, {kind}.",
        ),
        Meta(min_length=1),
    ] = "{kind}"
    output_folder: Annotated[
        str,
        _about(
            "quotes",
            "文件保存位置",
            "Folder for documents",
            "留空则保存到“文档”文件夹。",
            "Empty for the folder of your documents.",
            folder=True,
        ),
    ] = ""


class SettingField(msgspec.Struct, frozen=True):
    """What a dialog needs to know of one setting.

    Attributes:
        name: Field of ``Settings``.
        group: ``window``, ``manager``, ``supplier`` or ``quotes``.
        title: For people.
        help: One sentence, or empty.
        kind: ``text``, ``number``, ``choice`` or ``folder``.
        default: Value of a new installation.
        choices: Allowed values of a choice.
        least: Smallest allowed number.
        most: Largest allowed number.
    """

    name: str
    group: str
    title: LocalText
    help: LocalText
    kind: Literal["text", "number", "choice", "folder"]
    default: str | int
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


def setting_fields() -> tuple[SettingField, ...]:
    """Every setting in the order of the dialog."""
    hints = get_type_hints(Settings, include_extras=True)
    defaults = Settings()
    return tuple(
        _field(name, hints[name], getattr(defaults, name)) for name in Settings.__struct_fields__
    )


def _field(name: str, hint: Any, default: str | int) -> SettingField:  # noqa: ANN401 -- an annotation has no narrower type
    value_type, *metas = get_args(hint)
    about: dict[str, Any] = next(meta.extra for meta in metas if meta.extra)
    least = next((meta.ge for meta in metas if meta.ge is not None), 0)
    most = next((meta.le for meta in metas if meta.le is not None), 0)
    kind: Literal["text", "number", "choice", "folder"] = "folder" if about["folder"] else "text"
    if value_type is int:
        kind = "number"
    elif get_origin(value_type) is Literal:
        kind = "choice"
    choices = get_args(value_type) if kind == "choice" else ()
    return SettingField(
        name, about["group"], about["title"], about["help"], kind, default, choices, least, most
    )
