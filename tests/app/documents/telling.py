"""A sales library, and a quote that has taken from it what a proposal may tell."""

from __future__ import annotations

import io

from app.quoting.sales_library import (
    DemoKit,
    Difference,
    KnownLimit,
    SalesLibrary,
    SuccessStory,
)
from app.quoting.telling import DemoLink, Telling
from catalog.local_text import LocalText
from catalog.selling_points import Leaflet

PROOF = Leaflet(LocalText("网络质量检测报告", "Network test report"), "application/pdf", "a" * 64)
LEAFLET = Leaflet(LocalText("固定电话单页", "Telephone leaflet"), "application/pdf", "b" * 64)
STEADY = Difference(
    LocalText("网络稳定", "A steady network"),
    LocalText("家长随时打得通", "Parents always get through"),
    LocalText("全年接通率 99.2%", "99.2% of calls connected in a year"),
    PROOF,
    ("X通",),
)
NEAR = Difference(LocalText("就近服务", "Service nearby"))
TOLD = SuccessStory(
    LocalText("星光幼儿园每月少花 96 元", "Starlight pays 96 yuan less a month"),
    "education",
    LocalText("星光幼儿园", "Starlight Kindergarten"),
    LocalText("原来四条线各付各的，合并后一张账单。", "Four lines on one bill."),
    LocalText("月均话费下降 12.5%", "12.5% less a month"),
    ("B01L",),
    permitted=True,
)
SECRET = SuccessStory(
    LocalText("明月宾馆换线", "Moonlight changes"),
    "hotel",
    LocalText("明月宾馆", "Moonlight Hotel"),
    LocalText("不许外传的经过", "Not to be told"),
)
LIMIT = KnownLimit(
    "PSTN",
    LocalText("停电时无绳话机不能用", "Cordless sets need power"),
    LocalText("配一部有绳话机，断电照样通", "A corded set works without power"),
)
DEMO = DemoKit(
    "PSTN",
    LocalText("演示话机一部、来电显示样机", "A telephone set"),
    "https://demo.example.cn/pstn",
)
LIBRARY = SalesLibrary((TOLD, SECRET), (NEAR, STEADY), (LIMIT,), (DEMO,))
TELLING = Telling(
    differences=(STEADY, NEAR),
    stories=(TOLD,),
    leaflets=(LEAFLET,),
    demos=(DemoLink(LocalText("固定电话"), DEMO.link),),
)


def logo_picture() -> bytes:
    """A red square of 40 pixels."""
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (40, 40), "#C00000").save(target, "PNG")
    return target.getvalue()
