"""The clauses of the contract template; after the first drawing, legal staff edit them in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Xml, bookmark, para, span, tag

if TYPE_CHECKING:
    from collections.abc import Iterator


def clause_parts() -> Iterator[Xml]:
    """Every clause; the first eight are the groups that article 470 of the Civil Code lists."""
    yield from _parties_and_subject()
    yield from _quality()
    yield from _price()
    yield from _performance()
    yield from _breach()
    yield from _disputes()
    yield from _conditions()
    yield from _chosen()
    yield from _closing()


def _article(name: str, title: str) -> Xml:
    """A heading that references lead to."""
    return para("Heading1", bookmark(f"article_{name}", title))


def _added(name: str) -> Iterator[Xml]:
    """Clauses of the library, at the end of an article."""
    yield tag(f"for clause in added.{name}")
    yield _clause("{{ clause.text }}")
    yield tag("endfor")


def _clause(*pieces: str) -> Xml:
    return para("Clause", *pieces)


def _parties_and_subject() -> Iterator[Xml]:
    yield _article("parties", "当事人")
    yield _clause(
        "甲乙双方的名称、住所和联系方式见本合同首部。其中任何一项发生变更的，变更方应当在变更后"
        "{{ terms.notice_days }}日内书面通知对方；因未及时通知造成的损失，由变更方承担。"
    )
    yield _clause("双方保证具有订立和履行本合同的资格，在本合同上签字的人已经取得合法有效的授权。")
    yield _clause(
        "本合同订立后，任何一方不得因其名称的变更或者法定代表人、负责人、承办人的变动而不履行"
        "合同义务。"
    )
    yield _article("subject", "标的")
    yield _clause(
        "乙方向甲方提供",
        span("{{ plan_names }}", "Strong"),
        "（以下称“本业务”），所含项目见附件一。",
    )
    yield tag("if has_overage")
    yield _clause("甲方每月的使用量超出本业务包含用量的，超出部分按下列单价（含税）计收：")
    yield tag("for item in items")
    yield tag("for rate in item.overage")
    yield para("Subclause", "{{ rate.name }}：{{ rate.price }}")
    yield tag("endfor")
    yield tag("endfor")
    yield tag("endif")
    yield _clause(
        "甲方应当依法使用本业务，不得将本业务用于法律、行政法规禁止的活动；未经乙方书面同意，"
        "不得转租或者转售。"
    )
    yield from _added("subject")
    yield _article("quantity", "数量")
    yield _clause("各项目的数量和计量单位以附件一为准。")
    yield _clause(
        "甲方需要增加或者减少项目、数量的，由双方书面确认；"
        "调整后的费用自确认后的下一个计费月起执行。"
    )


def _quality() -> Iterator[Xml]:
    yield _article("quality", "质量")
    yield _clause(
        "乙方提供的服务应当符合国家规定的电信服务标准，并达到附件二所列的标准；未达到的，乙方按附件二"
        "的约定承担责任。"
    )
    yield _clause(
        "甲方发现障碍的，可以拨打服务热线 {{ supplier.hotline }} 申告。因甲方自备的终端设备、"
        "甲方管理的线路或者不可抗力造成的障碍，排除所需的时间不计入修复时限。"
    )
    yield _clause(
        "乙方因检修线路、设备搬迁、工程割接等可以预见的原因影响甲方使用的，应当按照规定的时限提前"
        "告知甲方。"
    )
    yield from _added("quality")


def _price() -> Iterator[Xml]:
    yield _article("price", "价款")
    yield _clause(
        "本业务每月费用为人民币 ",
        span("{{ price.monthly.net }}", "Strong"),
        " 元（大写：人民币{{ price.monthly.capital }}），"
        "其中不含税金额 {{ price.monthly.ex_tax }} 元，"
        "增值税 {{ price.monthly.tax }} 元。",
    )
    yield tag("if price.has_one_time")
    yield _clause(
        "一次性费用为人民币 {{ price.one_time.net }"
        "} 元（大写：人民币{{ price.one_time.capital }}），"
        "其中不含税金额 {{ price.one_time.ex_tax }} 元，增值税 {{ price.one_time.tax }} 元，"
        "在服务开通后的第一个付款日支付。"
    )
    yield tag("endif")
    yield tag("if price.has_yearly")
    yield _clause(
        "每年费用为人民币 {{ price.yearly.net }} 元（大写：人民币{{ price.yearly.capital }}），"
        "其中不含税金额 {{ price.yearly.ex_tax }} 元，增值税 {{ price.yearly.tax }} 元，"
        "在每一合同年度的第一个付款日支付。"
    )
    yield tag("endif")
    yield _clause(
        "合同期内的合同总额为人民币 ",
        span("{{ price.contract.net }}", "Strong"),
        " 元（大写：",
        span("人民币{{ price.contract.capital }}", "Strong"),
        "），其中不含税金额 {{ price.contract.ex_tax }} 元，增值税 {{ price.contract.tax }} 元。"
        "合同总额不包括按实际用量计收的费用和超出包含用量的费用。",
    )
    yield _clause(
        "计费周期为自然月。甲方应当在每月 {{ terms.payment_day }} 日前付清上一计费月的费用。"
        "乙方的收款账户：{{ supplier.bank }}，账号 {{ supplier.bank_account }}。"
    )
    yield _clause(
        "乙方依法向甲方开具增值税发票。合同期内国家调整增值税税率的，不含税价格不变，税额按调整后的"
        "税率计算。"
    )
    yield _clause(
        "依法实行政府定价或者政府指导价的项目，在约定的履行期限内价格调整的，按照履行时的价格计价；"
        "一方逾期履行的，按照对守约方有利的价格计价。"
    )
    yield _clause(
        "甲方对账单有异议的，"
        "可以在收到账单后 {{ terms.notice_days }} 日内提出，乙方应当核查并答复；"
        "核查期间，没有异议的部分应当按期支付。"
    )
    yield from _added("price")


def _performance() -> Iterator[Xml]:
    yield _article("performance", "履行期限、地点和方式")
    yield _clause(
        "合同期为{{ document.term }}，自服务开通之日起计算，"
        "开通日以双方确认的日期为准；仅对既有业务"
        "变更资费的，自本合同生效后的次月一日起计算。"
    )
    yield tag("if sites or has_places")
    yield _clause("履行地点为附件三所列的服务地点。")
    yield tag("else")
    yield _clause("履行地点为甲方住所。")
    yield tag("endif")
    yield _clause(
        "乙方负责接入、安装、调测和开通；甲方为施工和维护提供必要的场地、电源和进出条件。"
    )
    yield _clause(
        "双方应当按照本合同的约定全面、适当地履行各自的义务，并遵循诚信原则及时通知、协助。"
    )
    yield _clause(
        "合同期满前双方均未提出书面异议，且甲方继续使用本业务的，本合同按月延续，价格不变；延续期间"
        "任何一方可以提前 {{ terms.notice_days }} 日书面通知对方终止，不承担违约责任。"
    )
    yield from _added("performance")


def _breach() -> Iterator[Xml]:
    yield _article("breach", "违约责任")
    yield _clause(
        "一方不履行合同义务或者履行不符合约定的，"
        "应当承担继续履行、采取补救措施或者赔偿损失等违约责任。"
    )
    yield _clause(
        "甲方逾期付款的，自逾期之日起按日支付欠费 {{ terms.late_rate }} 的违约金；超过约定期限 "
        "{{ terms.suspension_days }} 日仍未付清的，乙方书面催告后可以暂停服务。"
    )
    yield _clause("乙方提供的服务未达到附件二所列标准的，按附件二的约定承担责任。")
    yield para(
        "Clause",
        span(
            "甲方在合同期满前终止本合同的，应当提前 {{ terms.notice_days }} 日书面通知乙方，并支付"
            "提前终止违约金。"
            "提前终止违约金＝每月费用×剩余月数×{{ terms.early_rate }}；剩余不足一个月"
            "的，按剩余天数折算。",
            "Strong",
        ),
        "因乙方违约致使甲方不能正常使用本业务而终止的，甲方不支付该违约金。",
    )
    yield _clause(
        "约定的违约金低于或者过分高于实际损失的，当事人可以依法请求予以增加或者适当减少。"
    )
    yield _clause(
        "因不可抗力不能履行合同的，"
        "受影响的一方应当及时通知对方并在合理期限内提供证明，根据影响部分或者"
        "全部免除责任；"
        "不可抗力持续超过 {{ terms.force_majeure_days }} 日的，任何一方可以解除本合同。"
    )
    yield from _added("breach")


def _disputes() -> Iterator[Xml]:
    yield _article("disputes", "解决争议的方法")
    yield _clause(
        "因本合同发生争议的，双方应当协商解决；协商不成的，"
        "可以请求调解，甲方也可以依法向电信用户申诉"
        "受理机构申诉。"
    )
    yield _clause("不愿协商、调解或者协商、调解不成的，任何一方可以向{{ terms.court }}提起诉讼。")
    yield _clause("争议解决期间，除争议事项外，双方应当继续履行本合同。")
    yield from _added("disputes")


def _conditions() -> Iterator[Xml]:
    yield tag("if conditions")
    yield para("Heading1", "甲方的承诺")
    yield _clause("乙方给予本合同约定的价格，以甲方按期完成下列事项为前提：")
    yield tag("for condition in conditions")
    yield para("Subclause", "{{ condition.text }}；期限：{{ condition.due }}。")
    yield tag("endfor")
    yield _clause(
        "甲方未按期完成的，乙方书面催告后 {{ terms.notice_days }} 日内仍未完成的，自次月起本业务按"
        "附件一所列的标准价计收。"
    )
    yield tag("endif")


def _chosen() -> Iterator[Xml]:
    """Clauses of the library with articles of their own."""
    yield tag("for article in articles")
    yield para("Heading1", "{{ article.title }}")
    yield tag("for clause in article.clauses")
    yield _clause("{{ clause.text }}")
    yield tag("endfor")
    yield tag("endfor")


def _closing() -> Iterator[Xml]:
    yield _article("closing", "变更、生效及其他")
    yield _clause("本合同的订立、变更和解除采用书面形式；经双方协商一致，可以变更本合同。")
    yield _clause(
        "本合同自双方签字并盖章之日起生效。本合同所载价格的有效期至 {{ document.valid_until }}；"
        "甲方在该日之后签署的，须经乙方书面确认。"
    )
    yield _clause(
        "附件是本合同的组成部分，与正文具有同等效力；正文与附件的金额不一致的，以附件一为准。"
    )
    # These two go where the signatures go, so that no page holds signatures alone.
    yield para(
        "Clause",
        "乙方已就“重要条款提示”所列事项以及免除或者减轻其责任的条款向甲方作出提示，并按照甲方的要求"
        "予以说明。",
        properties="<w:keepNext/>",
    )
    yield para("Clause", "{{ document.copies }}", properties="<w:keepNext/>")
