"""Case one of the worked cases as a customer revision: the kindergarten and plan C1-L.

Every figure is written down from the worked case, none is computed, so a document's figures are
compared with paper and not with the program.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.quoting.customer import Account, Site
from app.quoting.quote import AccountManager, QuoteCondition
from app.quoting.revision import (
    CustomerRevision,
    PaperAmounts,
    PaperBill,
    PaperCharge,
    PaperContact,
    PaperItem,
    ReplayMonth,
    Saving,
)
from app.quoting.supplier import Supplier
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.bills import BillComponent, Bills
from pricing.priced import TaxRow
from pricing.spend import SpendAnalysis, SpendMonth, Unusual, UnusualAmount

MONTHS = ("2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10")
NINE_PERCENT = Decimal("0.09")
CODE = "QWC7D-E42FB-MN5SX-K2LP3"


def monthly(
    zh: str, en: str, unit: str, quantity: int, unit_price: str, figures: tuple[int, int, int]
) -> PaperCharge:
    """A component of C1-L; ``figures`` are list amount, allocated amount and its VAT in fen."""
    listed, net, tax = figures
    allowance = unit == "分钟"
    return PaperCharge(
        name=LocalText(zh, en),
        unit=unit,
        period=BillingPeriod.MONTH,
        quantity=quantity,
        list_price=Decimal(unit_price),
        list_amount=listed,
        net_amount=net,
        net_ex_tax=net - tax,
        tax=tax,
        tax_rate=NINE_PERCENT,
        net_price=(Decimal(net) / quantity / 100).quantize(Decimal("0.0001")),
        allowance=allowance,
        usage=allowance,
    )


NOTHING = PaperAmounts(0, 0, 0, 0)
MONTHLY = PaperAmounts(726_00, 668_00, 612_85, 55_15)

PLAN = PaperItem(
    id="i1",
    offering="B01L",
    name=LocalText("C1包月套餐·经济档（C1-L）", "C1 flat-rate plan, low long-distance tier"),
    benefit=LocalText(
        "每月固定支出，预算好管；超出部分的市话、长途每分钟也更便宜",
        "A fixed monthly amount that is easy to budget, and cheaper minutes beyond it",
    ),
    quantity=1,
    is_bundle=True,
    optional=False,
    site="",
    section="",
    charges=(
        monthly("固定电话 月租", "Fixed line rental", "线", 4, "25.00", (100_00, 92_01, 7_60)),
        monthly("固定电话 来电显示", "Caller display", "线", 4, "6.00", (24_00, 22_08, 1_82)),
        monthly(
            "网络快车（ADSL） 2M 包月费", "ADSL 2M", "条", 1, "200.00", (200_00, 184_02, 15_19)
        ),
        monthly(
            "固定电话 本地通话费", "Local calls", "分钟", 3000, "0.11", (330_00, 303_64, 25_07)
        ),
        monthly(
            "国内国际长途直拨 国内长途",
            "Domestic long distance",
            "分钟",
            240,
            "0.30",
            (72_00, 66_25, 5_47),
        ),
    ),
    one_time=NOTHING,
    monthly=MONTHLY,
    yearly=NOTHING,
    usage=NOTHING,
    free_months=0,
    extra_discount=None,
    overage=(
        (LocalText("固定电话 本地通话费", "Local calls"), "分钟", Decimal("0.10")),
        (LocalText("国内国际长途直拨 国内长途", "Domestic long distance"), "分钟", Decimal("0.25")),
    ),
)


def _component(
    ident: str, name: LocalText, amounts: tuple[int, ...], usage: tuple[int, ...] = ()
) -> BillComponent:
    return BillComponent(
        id=ident,
        name=name,
        amounts=dict(zip(MONTHS, amounts, strict=True)),
        usage=dict(zip(MONTHS, usage, strict=True)) if usage else {},
    )


LONG_DISTANCE = LocalText("长途", "Long distance")

BILLS = Bills(
    components=(
        _component("rent", LocalText("月租", "Rental"), (100_00,) * 6),
        _component("clip", LocalText("来电显示", "Caller display"), (24_00,) * 6),
        _component("broadband", LocalText("宽带", "Broadband"), (200_00,) * 6),
        _component(
            "local",
            LocalText("市话", "Local calls"),
            (322_30, 320_65, 321_75, 305_80, 300_85, 309_65),
            (2930, 2915, 2925, 2780, 2735, 2815),
        ),
        _component(
            "long_distance",
            LONG_DISTANCE,
            (66_30, 63_90, 96_60, 158_40, 171_30, 130_50),
            (221, 213, 322, 528, 571, 435),
        ),
    )
)


def _unusual(month: str, amount: int) -> UnusualAmount:
    return UnusualAmount("long_distance", LONG_DISTANCE, month, amount, 65_40, Unusual.HIGH)


ANALYSIS = SpendAnalysis(
    months=(
        SpendMonth("2026-05", 712_60, 712_60),
        SpendMonth("2026-06", 708_55, 708_55),
        SpendMonth("2026-07", 742_35, 742_35),
        SpendMonth("2026-08", 788_20, 695_20),
        SpendMonth("2026-09", 796_15, 690_25),
        SpendMonth("2026-10", 764_15, 699_05),
    ),
    average=752_00,
    typical=708_00,
    median=753_25,
    least=708_55,
    most=796_15,
    fluctuation=Decimal("4.52"),
    spread=Decimal("11.65"),
    unusual=(
        _unusual("2026-08", 158_40),
        _unusual("2026-09", 171_30),
        _unusual("2026-10", 130_50),
    ),
)

REPLAY = (
    ReplayMonth("2026-05", 712_60, 668_00, 44_60),
    ReplayMonth("2026-06", 708_55, 668_00, 40_55),
    ReplayMonth("2026-07", 742_35, 688_50, 53_85),
    ReplayMonth("2026-08", 788_20, 740_00, 48_20),
    ReplayMonth("2026-09", 796_15, 750_75, 45_40),
    ReplayMonth("2026-10", 764_15, 716_75, 47_40),
)

SAVING = Saving(
    today=708_00,
    offered=668_00,
    saving=40_00,
    percent=Decimal("5.65"),
    over_term=480_00,
    against_average=84_00,
    new_value=0,
    per_day=22_27,
)

SUPPLIER = Supplier(
    name="江城市信通通信有限公司",
    address="江城市人民路88号通信大厦",
    phone="027-8000 1000",
    credit_code="91420100MA4KX0000A",
    representative="李建国",
    bank="江城银行人民路支行",
    bank_account="4200 1234 5678 9012",
    hotline="10000",
    brand="商务领航",
)

CASE_ONE = CustomerRevision(
    number="QW-20261123-0001",
    label="A",
    title="C1包月套餐方案",
    price_date=date(2026, 11, 23),
    valid_until=date(2026, 12, 22),
    term=12,
    copies=2,
    language="zh",
    tender=False,
    code=CODE,
    draft=False,
    supplier=SUPPLIER,
    manager=AccountManager("m1", "陈晓雯", "138 0000 0001"),
    customer_name="幼苗幼儿园",
    customer_address="江城市青年路12号",
    customer_credit_code="",
    customer_representative="王先生",
    decider=PaperContact("王先生", "园长", "139 0000 0002"),
    signer=PaperContact("刘主任", "办公室主任", "139 0000 0003"),
    accounts=(Account("027-8512 0001", "幼苗幼儿园"),),
    sites=(Site("s1", "本部", "江城市青年路12号"),),
    needs=("每月话费要固定，预算好管理", "四部电话和宽带保持不变，不影响日常使用"),
    conditions=(),
    items=(PLAN,),
    one_time=NOTHING,
    monthly=MONTHLY,
    yearly=NOTHING,
    contract=PaperAmounts(8712_00, 8016_00, 7354_20, 661_80),
    free_value=0,
    usage_monthly=0,
    expected_bill=668_00,
    tax_rows=(TaxRow(NINE_PERCENT, 7354_20, 661_80),),
    bills=BILLS,
    analysis=ANALYSIS,
    replay=REPLAY,
    saving=SAVING,
    first_invoice=PaperBill(668_00, 612_85, 55_15),
    average_month=PaperBill(668_00, 612_85, 55_15),
    activation=None,
)

PROMISE = QuoteCondition(key="", text="甲方在约定期限内拆除他网固定电话并提供拆机证明", days=30)
