"""Where the names of a workspace are kept.

Directory and index are stored as sorted tables in immutable parts, and beside them a patch with
what changed since. One small item, the manifest, says which parts and which patch count; it is
written last, so that readers always see one whole state. A reader takes the manifest, and of the
parts those that it needs.
"""

from dataclasses import dataclass
from functools import cached_property

from postbox.directory.entries import Directory, DirectoryUpdate
from postbox.directory.names.ear import SOUNDS
from postbox.directory.names.index import NameIndex, Names
from postbox.directory.names.tables.manifest import Manifest
from postbox.directory.names.tables.opened import Tables, opened, tables_in
from postbox.directory.names.tables.parts import Packed, Part, cut, packed
from postbox.directory.names.tables.patch import NOTHING, Pair, Patch, difference
from postbox.directory.names.tables.stored import Parts
from postbox.directory.names.tables.tables import Name, lines_of, tables_of, updated_lines
from postbox.directory.stores.stored_parts import StoredParts, written_before
from postbox.store import directory_keys as keys
from postbox.store.errors import Unreadable
from postbox.store.items import Item, put
from postbox.store.keys import DAY
from postbox.store.table import Table

PERIOD_SECONDS = 30 * DAY
"""So often every part is written again, lest it expire while it is in use."""
KEPT_SECONDS = 60 * DAY
"""Names are listed daily; without a working link they are of use no longer than this."""
MOST_PATCHED = 2_000
"""With more changes than these, the tables are made anew."""


@dataclass(frozen=True)
class _State:
    """What a manifest says, opened."""

    item: Item
    manifest: Manifest
    tables: Tables
    patch: Patch
    names: Names

    @property
    def fits(self) -> bool:
        """Whether names are indexed by today's sounds."""
        return self.manifest.sounds == SOUNDS

    @cached_property
    def heard(self) -> Names:
        """The names as they sound today: by an index of other sounds none would be found."""
        return self.names if self.fits else Names.of(self.names.directory)


class Directories:
    """The directories of all workspaces."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table; what was read is remembered by its content."""
        self._table = table
        self._states: dict[str, _State] = {}
        self._parts: dict[str, Parts] = {}

    def get(self, team_id: str) -> Directory:
        """Return a workspace's directory; an empty one when there is none yet."""
        return self.names(team_id).directory

    def names(self, team_id: str) -> Names:
        """Return a workspace's directory with its index; they read on when they are used.

        That, too, raises MailboxUnavailable.
        """
        state = self._stored(team_id)
        if state is not None:
            return state.heard
        before = written_before(self._table, team_id)
        return Names.of(before) if before else Names(Directory(), NameIndex())

    def listed_at(self, team_id: str) -> float | None:
        """Return when the names were listed last, in epoch seconds."""
        state = self._state(team_id)
        return state.manifest.listed_at if state else None

    def save(self, team_id: str, directory: Directory, now: float, *, anew: bool = False) -> None:
        """Store a workspace's directory: what changed, or with `anew` all of it.

        All of it, too, where what is stored cannot be read.
        """
        try:
            state = self._state(team_id)
            if state is not None and not anew and state.manifest.period == _period(now):
                changes = difference(_stored_lines(state), lines_of(directory))
                if len(changes) <= MOST_PATCHED:
                    self._write_patch(team_id, state, NOTHING.having(changes), now, listed_at=now)
                    return
        except Unreadable:
            anew = True
        self._write_all(team_id, directory, now, anew=anew)

    def update(self, team_id: str, update: DirectoryUpdate, now: float) -> bool:
        """Put an update into the directory, and write no more than that; False for no news."""
        state = self._state(team_id)
        if state is None:
            return False
        state.names.index.fetch(update.ids)
        patch = _patched(state, update)
        if patch == state.patch:
            return False
        self._write_patch(team_id, state, patch, now, listed_at=state.manifest.listed_at)
        return True

    def is_worn(self, team_id: str, now: float) -> bool:
        """Whether the tables should be made anew: too much has changed, or they are old.

        So are those that were indexed by other sounds.
        """
        state = self._stored(team_id)
        if state is None:
            return written_before(self._table, team_id) is not None
        manifest = state.manifest
        return not state.fits or manifest.patched > MOST_PATCHED or manifest.period != _period(now)

    def renew(self, team_id: str, now: float) -> None:
        """Make the tables anew."""
        self._write_all(team_id, self.get(team_id), now)

    def _write_all(
        self, team_id: str, directory: Directory, now: float, *, anew: bool = False
    ) -> None:
        salt = str(_period(now))
        state = None if anew else self._state(team_id)
        there = set() if state is None else set(state.manifest.part_names)
        layout: dict[Name, list[Part]] = {}
        for name, table in tables_of(directory).items():
            layout[name] = []
            for packed_part in cut(table, salt):
                layout[name].append(packed_part.part)
                if packed_part.part.name not in there:
                    self._put(team_id, packed_part, now)
        self._put_manifest(team_id, Manifest(layout, None, 0, now, _period(now)))

    def _write_patch(
        self, team_id: str, state: _State, patch: Patch, now: float, *, listed_at: float
    ) -> None:
        part, manifest = None, state.manifest
        if patch.changed:
            new = packed("", patch.text, str(manifest.period))
            part = new.part
            if part != manifest.patch:
                self._put(team_id, new, now)
        self._put_manifest(
            team_id,
            Manifest(manifest.layout, part, len(patch.changed), listed_at, manifest.period),
        )

    def _put(self, team_id: str, packed_part: Packed, now: float) -> None:
        for number, data in enumerate(packed_part.slices):
            key = keys.names_part(team_id, packed_part.part.name, number)
            item = {**key, "data": data, "expires_at": int(now) + PERIOD_SECONDS + KEPT_SECONDS}
            self._table.apply(put(item))

    def _put_manifest(self, team_id: str, manifest: Manifest) -> None:
        self._table.apply(put({**keys.names_manifest(team_id), **manifest.item()}))

    def _state(self, team_id: str) -> _State | None:
        """Return what is stored and indexed by the sounds of today."""
        state = self._stored(team_id)
        return state if state and state.fits else None

    def _stored(self, team_id: str) -> _State | None:
        item = self._table.get(keys.names_manifest(team_id))
        known = self._states.get(team_id)
        if item is None or (known is not None and known.item == item):
            return known if item else None
        manifest = self._table.sift_one("Directory", Manifest.of, item)
        if manifest is None:
            return None
        parts = self._parts.setdefault(team_id, Parts(StoredParts(self._table, team_id)))
        parts.forget_all_but(manifest.part_names)
        tables, patch = tables_in(manifest.layout, parts), self._patch(team_id, manifest)
        state = _State(item, manifest, tables, patch, opened(tables, parts, patch))
        self._states[team_id] = state
        return state

    def _patch(self, team_id: str, manifest: Manifest) -> Patch:
        if manifest.patch is None:
            return NOTHING
        entries = StoredParts(self._table, team_id)([manifest.patch])[manifest.patch.name]
        patch = self._table.sift_one("DirectoryPatch", Patch.of, dict(entries))
        if patch is None:
            raise Unreadable("what changed of the names")
        return patch


def _period(now: float) -> int:
    return int(now // PERIOD_SECONDS)


def _patched(state: _State, update: DirectoryUpdate) -> Patch:
    """Return the state's patch with an update on top."""
    changes: dict[tuple[Name, str], Pair] = {}
    for name, lines in updated_lines(update).items():
        for identifier, line in lines.items():
            stored = state.tables[name].get(identifier) or ""
            changes[name, identifier] = stored, line
    return state.patch.having(changes)


def _stored_lines(state: _State) -> dict[Name, dict[str, str]]:
    """Return what the tables hold by id, without the patch."""
    names = (Name.PEOPLE_BY_ID, Name.CONVERSATIONS_BY_ID, Name.FORMER_BY_ID)
    return {name: dict(state.tables[name].items()) for name in names}
