"""Customers who are probably one are found by what they share, and others are left alone."""

from __future__ import annotations

from app.quoting.customer import Account, Contact, Customer
from app.quoting.customer_duplicates import Shared, find_duplicates, plain_name


def _named(identifier: str, name: str, **more: object) -> Customer:
    return Customer(identifier, name, "SMB", **more)  # type: ignore[arg-type] # real fields


def test_names_are_compared_without_form_signs_and_width() -> None:
    """What people write differently every time."""
    assert plain_name("江南（苏州）精密有限公司") == plain_name("江南(苏州)精密 有限责任公司")
    assert plain_name("ＡＢＣ Co., Ltd.") == "abc"
    assert plain_name("公司") == "公司"


def test_what_is_shared_is_told_the_strongest_first() -> None:
    """The same code and the same number, written with a stroke."""
    first = _named(
        "a", "甲", credit_code="91350100M000100Y43", accounts=(Account("0512-6666888", ""),)
    )
    second = _named(
        "b", "乙", credit_code="91350100m000100y43", accounts=(Account("05126666888", ""),)
    )
    (pair,) = find_duplicates((first, second))
    assert (pair.first, pair.second) == ("a", "b")
    assert pair.shared == (
        (Shared.CREDIT_CODE, "91350100M000100Y43"),
        (Shared.ACCOUNT, "0512-6666888"),
    )


def test_masked_and_short_numbers_say_nothing() -> None:
    """138****0001 is anybody's, and so is an extension."""
    for phone in ("138****0001", "8001", ""):
        people = (Contact("x", phone=phone),)
        pair = (_named("a", "甲", contacts=people), _named("b", "乙", contacts=people))
        assert find_duplicates(pair) == ()


def test_a_branch_shares_the_switchboard_of_its_headquarters() -> None:
    """That is no duplicate; a shared account is, even so."""
    people = (Contact("x", phone="051266668888"),)
    head = _named("a", "甲", contacts=people)
    branch = _named("b", "乙", contacts=people, parent="a")
    assert find_duplicates((head, branch)) == ()
    account = (Account("051266668888", ""),)
    both = (_named("a", "甲", accounts=account), _named("b", "乙", accounts=account, parent="a"))
    assert len(find_duplicates(both)) == 1


def test_what_many_share_says_nothing() -> None:
    """Six in one building are fifteen pairs; a seventh shows that it is a building."""

    def tenants(count: int) -> list[Customer]:
        return [_named(f"{n}", f"租户{n}", address="苏州市星湖街 1 号") for n in range(count)]

    assert len(find_duplicates(tenants(6))) == 15
    assert find_duplicates(tenants(7)) == ()


def test_the_surest_pair_comes_first() -> None:
    """A name is more than an address."""
    customers = (
        _named("a", "甲公司", address="苏州市星湖街 1 号"),
        _named("b", "乙公司", address="苏州市星湖街1号"),
        _named("c", "乙有限公司"),
    )
    found = [(one.first, one.second) for one in find_duplicates(customers)]
    assert found == [("b", "c"), ("a", "b")]
