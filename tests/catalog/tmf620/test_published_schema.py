"""Our exchange file is valid by the published definitions, and theirs is read.

``QUOTEWRIGHT_TMF_SCHEMAS`` names the folder with TM Forum's interface definitions, which are not
part of this project.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from catalog.tmf620.reading import read_tmf620
from catalog.tmf620.writing import write_tmf620
from tests.builders import DAY, TAX_CLASSES
from tests.catalog.tmf620.official import guide_offering, guide_price
from tests.catalog.tmf620.samples import full_content
from tests.sample import sample_import

FOLDER = os.environ.get("QUOTEWRIGHT_TMF_SCHEMAS", "")
FOUND = sorted(Path(FOLDER).glob("TMF620*.swagger.json")) if FOLDER else []
needs_definitions = pytest.mark.skipif(
    not FOUND, reason="QUOTEWRIGHT_TMF_SCHEMAS names no folder with the TMF620 definitions"
)
EXTENSION = "quotewright"
"""The one member of ours that the definitions do not have."""


def validators() -> dict[str, Draft4Validator]:
    """A validator by kind of resource; members that the definitions do not have are mistakes."""
    definitions: dict[str, Any] = json.loads(FOUND[0].read_bytes())["definitions"]
    for definition in definitions.values():
        if "properties" in definition:
            definition["additionalProperties"] = False
            definition["properties"][EXTENSION] = {"type": "object"}
    return {
        kind: Draft4Validator(
            {"$ref": f"#/definitions/{kind}", "definitions": definitions},
            format_checker=FormatChecker(),
        )
        for kind in ("Catalog", "ProductSpecification", "ProductOffering", "ProductOfferingPrice")
    }


def mistakes(document: bytes) -> list[str]:
    """What the definitions have against a file, with the place."""
    known = validators()
    return [
        f"{resource['@type']} {resource['id']} {list(error.absolute_path)}: {error.message}"
        for resource in json.loads(document)
        for error in known[resource.get("@baseType") or resource["@type"]].iter_errors(resource)
    ]


@needs_definitions
def test_a_catalogue_that_uses_every_field_is_valid() -> None:
    """Offerings, bundles, price records, and our own members in their place."""
    assert mistakes(write_tmf620(full_content(), DAY, with_cost=True)) == []


@needs_definitions
def test_the_sample_is_valid() -> None:
    """All 344 charges and 16 bundles."""
    assert mistakes(write_tmf620(sample_import().accepted(), DAY)) == []


@needs_definitions
def test_the_definitions_would_find_a_mistake() -> None:
    """A wrong type, a misspelt member, and a member that we made up."""
    wrong = guide_offering(isBundle="no", validfor={}, colour="red")
    assert len(mistakes(json.dumps([wrong]).encode())) == 2  # both unknown members are one
    assert mistakes(json.dumps([guide_offering(), guide_price()]).encode()) == []


def test_the_resources_of_the_guide_become_an_offering() -> None:
    """Its price by the month, with the rate that it names."""
    document = json.dumps([guide_offering(), guide_price()]).encode()
    read = read_tmf620(document, TAX_CLASSES, DAY, file="guide.json")
    assert not any(problem.blocks for problem in read.problems), read.problems
    (offering,) = read.offerings
    assert offering.code == "7655"
    assert offering.name.zh == "Basic Firewall for Business"
    (charge,) = offering.charges
    assert (charge.code, charge.unit, str(charge.list_price)) == ("7655.9880", "user", "50")
    assert charge.tax_class == "nine"
