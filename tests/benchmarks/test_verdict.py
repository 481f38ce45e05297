"""What is lost, doubled, out of order or untold is counted as such."""

from dataclasses import replace

from benchmarks.delivery.verdict import Verdict, judge, out_of_order
from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import DeliveryState
from postbox.outbox.receipt_life import opened


def said(number: int, speaker: str = "one", place: str = "C1") -> SendMessage:
    return SendMessage(
        id=f"m{number}",
        link_id=speaker,
        team_id="T1",
        conversation_id=place,
        conversation_name="general",
        text=f"text {number}",
        spoken_at=float(number),
        locale="en-US",
    )


def receipts(messages, state=DeliveryState.CONFIRMED):
    return {message.id: replace(opened(message), state=state) for message in messages}


MESSAGES = [said(0), said(1), said(2)]
ALL = ["text 0", "text 1", "text 2"]


def test_a_promise_kept_is_clean():
    verdict = judge(MESSAGES, {"C1": ALL}, receipts(MESSAGES), set())
    assert verdict == Verdict(lost=0, duplicated=0, out_of_order=0, untold=0, untrue=0)
    assert verdict.is_clean


def test_a_missing_message_is_lost_untold_and_its_receipt_untrue():
    verdict = judge(MESSAGES, {"C1": ALL[:2]}, receipts(MESSAGES), set())
    assert verdict == Verdict(lost=1, duplicated=0, out_of_order=0, untold=1, untrue=1)
    assert not verdict.is_clean


def test_a_missing_message_with_bad_news_waiting_is_told():
    known = receipts(MESSAGES) | receipts(MESSAGES[2:], DeliveryState.FAILED)
    verdict = judge(MESSAGES, {"C1": ALL[:2]}, known, {"m2"})
    assert verdict == Verdict(lost=1, duplicated=0, out_of_order=0, untold=0, untrue=0)


def test_a_posted_message_that_is_said_to_have_failed_is_untrue():
    known = receipts(MESSAGES, DeliveryState.FAILED)
    assert judge(MESSAGES, {"C1": ALL}, known, set()).untrue == 3


def test_a_message_without_a_receipt_is_untrue():
    assert judge(MESSAGES, {"C1": ALL}, {}, set()).untrue == 3


def test_a_text_that_stands_twice_is_duplicated_once():
    verdict = judge(MESSAGES, {"C1": [*ALL, "text 0"]}, receipts(MESSAGES), set())
    assert verdict == Verdict(lost=0, duplicated=1, out_of_order=0, untold=0, untrue=0)


def test_order_counts_within_a_speaker_and_a_conversation_only():
    messages = [said(0, "one"), said(1, "two"), said(2, "one", "C2"), said(3, "one")]
    assert out_of_order(messages, {"C1": ["text 1", "text 0", "text 3"], "C2": ["text 2"]}) == 0
    assert out_of_order(messages, {"C1": ["text 3", "text 1", "text 0"]}) == 1


def test_others_words_in_a_conversation_do_not_matter():
    assert out_of_order(MESSAGES, {"C1": ["hi", "text 0", "hello", "text 1"]}) == 0
