"""A catalogue of any size with names as telecom companies give them; the same one every time."""

from __future__ import annotations

import gc
from datetime import date
from decimal import Decimal
from itertools import cycle, islice, product
from typing import TYPE_CHECKING, NamedTuple

from app.services.pinyin import pinyin
from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.offering import Lifecycle, ProductOffering
from catalog.period import BillingPeriod
from catalog.product_catalog import CatalogContent

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = (
    ("MSTP", "DATA", "MSTP以太专线", "MSTP Ethernet line", "带宽独享，时延低，适合总部与分支互联"),
    ("SDH", "DATA", "数字电路", "Digital circuit", "物理隔离，安全可靠，适合银行与政务"),
    ("OTN", "DATA", "OTN光传送专线", "OTN optical line", "大颗粒硬管道，业务不中断"),
    ("VPN", "DATA", "IP-VPN虚拟专网", "IP VPN", "按需组网，节省长途电路费用"),
    ("FIBR", "INET", "光纤接入", "Fibre access", "上下行对称，视频会议不卡顿"),
    ("BB", "INET", "企业宽带", "Business broadband", "开通快，价格低，适合中小门店"),
    ("IPT", "INET", "互联网专线", "Internet line", "固定公网地址，网站访问稳定"),
    ("IDC", "IDC", "机柜出租", "Rack space", "双路供电，恒温恒湿，七乘二十四值守"),
    ("CLD", "IDC", "云主机", "Cloud server", "弹性扩容，按月付费，免运维"),
    ("PBX", "VOICE", "汇线通", "Centrex", "内部通话免费，号码统一管理"),
    ("LD", "VOICE", "国内长途包", "Long-distance pack", "把不稳定的长途费变成固定支出"),
    ("M2M", "MOB", "物联网卡", "IoT card", "全国漫游，流量池共享"),
)
_SPEEDS = ("2M", "4M", "10M", "20M", "50M", "100M", "200M", "300M", "500M", "1000M", "2.5G", "10G")
_PLACES = (
    *(
        "上海",
        "北京",
        "广州",
        "深圳",
        "重庆",
        "厦门",
        "成都",
        "杭州",
        "南京",
        "武汉",
        "西安",
        "长沙",
    ),
    *(
        "苏州",
        "天津",
        "青岛",
        "大连",
        "宁波",
        "郑州",
        "合肥",
        "昆明",
        "沈阳",
        "济南",
        "福州",
        "贵阳",
    ),
    *("兰州", "海口", "南宁", "太原", "石家庄", "乌鲁木齐", "呼和浩特", "哈尔滨", "长春", "南昌"),
)
_GRADES = (
    "",
    "(本地网)",
    "(省内)",
    "(国内长途)",
    "金级",
    "银级",
    "铜级",
    "尊享版",
    "基础版",
    "双路由",
)
_TERMS = ("", " 一年", " 两年", " 三年", " 新装", " 续约", " 校园", " 政务", " 金融", " 连锁")
_SEGMENTS = (("ALL",), ("SMB",), ("KEY", "GROUP"), ("IND",))
_RENT = LocalText("月租费", "Monthly rent")
_BENEFITS = tuple(LocalText(kind[4]) for kind in _KINDS)
_PRICES = tuple(Decimal(number) + Decimal("0.50") for number in range(997))
_COST = Decimal(1)
_STATES = (Lifecycle.ON_SALE,) * 7 + (Lifecycle.FROZEN, Lifecycle.WITHDRAWN, Lifecycle.PLANNED)


class _Part(NamedTuple):
    """A part of a name with its syllables by phrases and character by character."""

    text: str
    phrase: str
    plain: str


def synthetic_content(count: int) -> CatalogContent:
    """A catalogue version of ``count`` offerings: 490,000 names, each with the pinyin of its parts.

    Everything that offerings share is one object, as in a catalogue that was read from a file.
    """
    was = gc.isenabled()
    gc.disable()  # millions of values and not one cycle among them
    try:
        parts = islice(cycle(product(*_spelled_parts())), count)
        offerings = tuple(_offering(number, *row) for number, row in enumerate(parts))
    finally:
        if was:
            gc.enable()
    return CatalogContent("bench", "", date(2026, 11, 23), offerings)


def _spelled_parts() -> tuple[Sequence[_Part], ...]:
    """Terms, grades, places, speeds and kinds; the last one changes fastest."""
    kinds = [kind[2] for kind in _KINDS]
    texts = (_TERMS, _GRADES, _PLACES, [f" {speed}" for speed in _SPEEDS], kinds)
    return tuple([_part(text) for text in column] for column in texts)


def _part(text: str) -> _Part:
    readings = pinyin(text).split("|")
    return _Part(text, readings[0], readings[-1])


def _offering(
    number: int, term: _Part, grade: _Part, place: _Part, speed: _Part, kind: _Part
) -> ProductOffering:
    short, family, _, english, _ = _KINDS[number % len(_KINDS)]
    code = f"{short}{number:07d}"
    row = (place, kind, speed, grade, term)
    phrase = " ".join([part.phrase for part in row if part.phrase])
    plain = " ".join([part.plain for part in row if part.plain])
    spelled = [phrase] if phrase == plain else [phrase, plain]
    charge = Charge(
        code=f"{code}.RENT",
        name=_RENT,
        type=ChargeType.RECURRING,
        unit="条",
        period=BillingPeriod.MONTH,
        list_price=_PRICES[number % len(_PRICES)],
        cost=_COST,
        regulation=PriceRegulation.MARKET,
        tax_class="nine",
    )
    return ProductOffering(
        code=code,
        name=LocalText("".join([part.text for part in row]), f"{english}{speed.text}"),
        family=family,
        segments=_SEGMENTS[number % len(_SEGMENTS)],
        charges=(charge,),
        lifecycle=_STATES[number % len(_STATES)],
        benefit=_BENEFITS[number % len(_KINDS)],
        areas=(place.text,),
        initials=" ".join(dict.fromkeys("".join([s[0] for s in one.split()]) for one in spelled)),
        pinyin="|".join(spelled),
    )
