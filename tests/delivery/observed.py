"""What can be seen from outside of what became of messages."""

from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table


def texts(world: PlayedInProcess, place: str = "#general") -> list[str]:
    """What stands in a place, oldest first."""
    return [post.text for post in world.posts(place)]


def receipts(world: PlayedInProcess) -> list[Receipt]:
    """All receipts, oldest first."""
    table = Table(world.parts.cloud.client("dynamodb"), TABLE)
    return Receipts(table).messages(PERSONAL, 1000)[::-1]


def dead_letters(world: PlayedInProcess) -> list[dict[str, str]]:
    """The bodies and reasons of dead letters; each is seen once in half a minute."""
    cloud = world.parts.cloud
    received = cloud.client("sqs").receive_message(
        QueueUrl=cloud.dead_letter_url, MaxNumberOfMessages=10, MessageAttributeNames=["All"]
    )
    return [
        {
            "body": message["Body"],
            "reason": message["MessageAttributes"]["reason"]["StringValue"],
        }
        for message in received.get("Messages", [])
    ]


def queued(world: PlayedInProcess) -> int:
    """How many messages the outbox still has, hidden ones too."""
    cloud = world.parts.cloud
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    attributes = cloud.client("sqs").get_queue_attributes(
        QueueUrl=cloud.outbox_url, AttributeNames=names
    )["Attributes"]
    return sum(int(attributes[name]) for name in names)
