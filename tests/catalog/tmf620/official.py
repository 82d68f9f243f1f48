"""Resources as the TMF620 user guide shows them, in yuan: what another company's system sends."""

from __future__ import annotations

from typing import Any

HOST = "https://serverRoot/productCatalogManagement/v4"


def guide_offering(**members: Any) -> dict[str, Any]:  # noqa: ANN401 (JSON of any form)
    """The offering of the guide's response to GET /productOffering/{id}."""
    return {
        "id": "7655",
        "href": f"{HOST}/productOffering/7655",
        "version": "1.0",
        "lastUpdate": "2020-08-23T00:00:00Z",
        "name": "Basic Firewall for Business",
        "description": "This product offering, used for a basic firewall for small business.",
        "isBundle": False,
        "isSellable": True,
        "statusReason": "Released for sale",
        "lifecycleStatus": "Active",
        "validFor": {
            "startDateTime": "2020-08-23T00:00:00Z",
            "endDateTime": "2030-08-23T00:00:00Z",
        },
        "@type": "ProductOffering",
        "category": [
            {
                "id": "5980",
                "href": f"{HOST}/category/5980",
                "version": "2.0",
                "@referredType": "Category",
                "name": "Cloud offerings",
            }
        ],
        "channel": [{"id": "4406", "@referredType": "Channel", "name": "Online Channel"}],
        "productOfferingPrice": [
            {
                "id": "9880",
                "href": f"{HOST}/productOfferingPrice/9880",
                "name": "Monthly Price",
                "@referredType": "ProductOfferingPrice",
            }
        ],
        "productOfferingTerm": [
            {
                "name": "12 Month",
                "description": "12 month contract",
                "duration": {"amount": 12, "units": "Month"},
                "@type": "ProductOfferingTerm",
            }
        ],
        "productSpecification": {
            "id": "9881",
            "href": f"{HOST}/productSpecification/9881",
            "version": "1.1",
            "name": "Robotics999 extended from base product",
            "@referredType": "ProductSpecification",
        },
        **members,
    }


def guide_price(**members: Any) -> dict[str, Any]:  # noqa: ANN401 (as above)
    """The price that the offering refers to."""
    return {
        "id": "9880",
        "href": f"{HOST}/productOfferingPrice/9880",
        "version": "1.0",
        "name": "Monthly Price",
        "description": "monthly price",
        "isBundle": False,
        "lifecycleStatus": "Active",
        "lastUpdate": "2020-08-23T00:00:00Z",
        "priceType": "recurring",
        "recurringChargePeriodType": "month",
        "recurringChargePeriodLength": 1,
        "unitOfMeasure": {"amount": 1, "units": "user"},
        "price": {"unit": "CNY", "value": 50},
        "tax": [{"taxCategory": "VAT", "taxRate": 9, "@type": "TaxItem"}],
        "@type": "ProductOfferingPrice",
        **members,
    }
