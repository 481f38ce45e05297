"""What stays as it was made: equal by what it holds, and never changed."""

from dataclasses import FrozenInstanceError, field, replace
from typing import ClassVar, Generic, TypeVar

import pytest

from postbox.frozen import Frozen

T = TypeVar("T")


class Box(Frozen):
    VERSION: ClassVar[int] = 3

    name: str
    secret: str = field(default="", repr=False)


class Labelled(Box, kw_only=True):
    label: str


class Holder(Frozen, Generic[T]):
    held: T


def test_equal_is_what_holds_the_same_and_is_of_the_same_kind():
    class Other(Frozen):
        name: str
        secret: str = ""

    assert Box("a") == Box("a", "")
    assert Box("a") != Box("b")
    assert Box("a") != Other("a")
    assert len({Box("a"), Box("a"), Box("b"), Other("a")}) == 3


@pytest.mark.parametrize("name", ["name", "secret"])
def test_nothing_that_it_holds_can_be_set_or_deleted(name):
    box = Box("a")
    with pytest.raises(FrozenInstanceError, match=name):
        setattr(box, name, "b")
    with pytest.raises(FrozenInstanceError, match=name):
        delattr(box, name)
    assert box == Box("a")


def test_it_is_shown_by_what_it_holds_but_for_what_is_not_to_be_shown():
    assert repr(Box("a", "pass")) == "Box(name='a')"
    assert repr(Labelled("a", label="l")) == "Labelled(name='a', label='l')"
    assert repr(Holder(1)) == "Holder(held=1)"


def test_another_with_one_thing_changed_is_made_of_it():
    changed = replace(Labelled("a", "pass", label="l"), label="m")
    assert changed == Labelled("a", "pass", label="m")


def test_what_it_holds_must_be_given():
    with pytest.raises(TypeError, match="positional"):
        Labelled("a", "pass", "l")
    with pytest.raises(TypeError, match="name"):
        Box()


def test_what_holds_something_that_changes_cannot_be_hashed():
    with pytest.raises(TypeError, match="unhashable"):
        hash(Holder([1]))
