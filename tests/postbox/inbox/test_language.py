"""The language of a message is guessed only where it is plain."""

import pytest

from postbox.inbox.language import guessed


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("Kann jemand bitte die Tür vom Lager zumachen?", "de"),
        ("Wir haben morgen keine Zeit für das Treffen", "de"),
        ("Est-ce que vous avez reçu mon message hier ?", "fr"),
        ("Le colis est arrivé et il est dans mon bureau", "fr"),
        ("Mañana no hay reunión porque Ana está de viaje", "es"),
        ("¿Dónde está la llave del almacén?", "es"),
        ("Domani non ci sono, ma Luca ha le chiavi", "it"),
        ("Hoje não tem reunião porque a Ana está doente", "pt"),
        ("Kunnen we morgen even over het plan praten?", "nl"),
        ("明日は何時に来ますか", "ja"),
        ("कल की बैठक कितने बजे है", "hi"),
        ("Во сколько завтра встреча?", "ru"),
        ("明天下午三点开会", "zh"),
        ("The door of the store is open again", "en"),
        ("<@U0123456> kann das bitte noch heute in `the main list`", "de"),
    ],
)
def test_whole_sentences_are_told_apart(written, language):
    assert guessed(written) == language


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ok",
        "Das ist gut",
        "de facto",
        "api v2 prod down",
        "Die hard fans love pizza margherita",
        "Kevin Ana Tom Priya",
        "c'est la vie",
        "`der die das den dem ist nicht`",
        "per aspera ad astra",
    ],
)
def test_in_doubt_there_is_no_guess(written):
    assert guessed(written) == ""


def test_a_few_foreign_words_do_not_make_a_message_foreign():
    assert guessed("I told him auf Wiedersehen and that was it") == "en"
