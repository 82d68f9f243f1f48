"""Text to fill foreign files with: sentences as they stand in offers and contracts."""

from __future__ import annotations

from typing import Final

CLAUSE: Final = (
    "乙方向甲方提供互联网专线与SD-WAN组网服务（以下简称“本服务”）：带宽不低于1,000Mbps，月可用率"
    "不低于99.99%；甲方于每月15日前付清月租费12,800.00元（含税），逾期的按日加收0.05%违约金。"
)
NOTICE: Final = (
    "本通知自发布之日起施行。各单位应当按照《中华人民共和国网络安全法》和有关规定，落实安全责任，"
    "做好客户资料的保管、使用和销毁，未经客户书面同意，不得向任何第三方提供。"
)
ENGLISH: Final = (
    "The supplier shall provide a dedicated internet line of at least 1,000 Mbps and keep it "
    "available for 99.99 per cent of each month, measured at the customer's premises; planned "
    "maintenance announced three working days ahead does not count as unavailability."
)
PLAIN: Final = "服务开通以后每个自然月的第一个工作日出具上一个月的账单和服务质量报告"
