"""Bad news about messages and actions, in words."""

from mailbox.receipt import DeliveryState, Notice, Receipt
from skill.speech import deeds
from skill.speech.phrases import Phrases
from skill.speech.reasons import reason_for


def bad_news(news: Notice | Receipt, phrases: Phrases) -> str:
    """Return the sentence (SSML) that tells of what was not, or not surely, posted or done."""
    place, is_doubtful = news.conversation_name, news.state is DeliveryState.DOUBTFUL
    if isinstance(news, Notice) and news.action is not None:
        if is_doubtful:
            return deeds.not_confirmed(news.action, place, phrases)
        return deeds.not_done(news.action, place, news.reason, phrases)
    if is_doubtful:
        return phrases.say("not_confirmed", conversation=place)
    return phrases.say("not_sent", conversation=place, reason=reason_for(news.reason, phrases))
