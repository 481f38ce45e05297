"""What the skill would find in the directory of a world, and what happens to it."""

from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.directory.change import DirectoryChange
from postbox.directory.entries import Directory
from postbox.directory.listing import Listing
from postbox.directory.names.tables.manifest import Manifest
from postbox.directory.stores.changes import DirectoryChanges
from postbox.directory.stores.directories import Directories
from postbox.directory.stores.listings import Listings
from postbox.store import directory_keys as keys
from postbox.store.table import Table

SCHEDULED = {"detail-type": "Scheduled Event"}
ASKED = {"detail-type": "Parameter Store Change"}


class Named:
    """The names of a world's workspace."""

    def __init__(self, world: PlayedInProcess) -> None:
        """Look at this world."""
        self.world = world
        self.workspace = world.parts.workspace
        self.table = Table(world.parts.cloud.client("dynamodb"), TABLE)

    @property
    def directory(self) -> Directory:
        """Return the directory as a reader finds it who remembers nothing."""
        return Directories(self.table).get(self.workspace.team_id)

    @property
    def generation(self) -> str | None:
        """Return which save of the directory is the current one."""
        manifest = self.table.get(keys.names_manifest(self.workspace.team_id))
        return Manifest.of(manifest).generation if manifest else None

    @property
    def listing(self) -> Listing:
        """Return how far the listing has come."""
        found = Listings(self.table).get(self.workspace.team_id)
        assert found is not None
        return found

    @property
    def changes(self) -> list[DirectoryChange]:
        """Return what was told and is not forgotten."""
        return DirectoryChanges(self.table).of(self.workspace.team_id)

    def people(self) -> set[str]:
        """Return the real names of all people."""
        return {person.real_name for person in self.directory.people.values()}

    def channels(self) -> set[str]:
        """Return the names of all channels."""
        return {
            conversation.name
            for conversation in self.directory.conversations.values()
            if conversation.name
        }

    def refresh(self, event: dict | None = None) -> dict:
        """Let the refresh function run once."""
        return self.world.parts.refresh(event or SCHEDULED)

    def told(self, event: dict | None = None) -> dict:
        """Bring what was told to the receive function, and let the refresh function run."""
        self.world.parts.clock.step(1)
        self.world.settle()
        return self.refresh(event)
