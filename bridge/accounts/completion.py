"""The end of a linking: links, an account and a code for Alexa, all at once; or nothing."""

from bridge.accounts.http import Answer, sent_on, shown
from bridge.accounts.pages import told
from bridge.accounts.protocol.authorization import with_answer
from bridge.accounts.services import AccountServices
from bridge.links.secrets import SecretError
from postbox.accounts.account import Account, AccountLink
from postbox.accounts.grant import CODE_SECONDS, Code
from postbox.accounts.linking import Consent, Linking
from postbox.accounts.stores.accounts import account_writes
from postbox.accounts.stores.grants import code_write
from postbox.accounts.stores.identities import identity_write
from postbox.accounts.stores.linkings import end_write
from postbox.households.audit import Action, Audited
from postbox.households.stores.audit_trail import audit_write
from postbox.links.link import Link, LinkState, mailbox_of
from postbox.links.stores.due import due_write
from postbox.links.stores.links import link_writes
from postbox.links.stores.sealed_tokens import SealedToken, new_token_write
from postbox.store.errors import ConditionFailed
from postbox.store.items import Write

TRIES = 3
"""So often it is tried where a link changes at the same moment."""


def finish(linking_id: str, linking: Linking, services: AccountServices) -> Answer:
    """Make the account and send the browser back to Alexa with a code."""
    if not linking.consents:
        page = told.consented((), told.PROBLEMS["token"])
        return shown(page, 400, "nothing consented", (services.app.authorize_page,))
    code = services.new_secret()
    for _ in range(TRIES):
        if not _is_current(linking, services):
            break
        try:
            services.table.apply(*_writes(linking_id, linking, code, services))
        except ConditionFailed:
            if services.linkings.get(linking_id, services.clock()) is None:
                break
            continue
        location = with_answer(linking.redirect_uri, linking.state, code=code)
        return sent_on(location, "linked", "")
    return shown(told.over(), 400, "another request was first", cookie="")


def cancel(linking_id: str, linking: Linking, services: AccountServices) -> Answer:
    """Forget what was consented to, give its tokens back, and tell Alexa."""
    if not services.linkings.end(linking_id, linking):
        return shown(told.over(), 400, "another request was first", cookie="")
    for consent in linking.consents:
        if services.identities.link_of(consent.team_id, consent.user_id) is None:
            _give_back(consent, services)
    location = with_answer(linking.redirect_uri, linking.state, error="access_denied")
    return sent_on(location, "cancelled", "")


def _is_current(linking: Linking, services: AccountServices) -> bool:
    """Whether no other linking has meanwhile given one of these identities another link."""
    return all(
        services.identities.link_of(consent.team_id, consent.user_id) in {None, consent.link_id}
        for consent in linking.consents
    )


def _writes(linking_id: str, linking: Linking, code: str, services: AccountServices) -> list[Write]:
    now = services.clock()
    account_id = services.new_id()
    links = tuple(
        AccountLink(consent.link_id, consent.team_name, consent.user_name)
        for consent in linking.consents
    )
    stands_for = Code(
        account_id,
        services.new_id(),
        linking.client_id,
        linking.redirect_uri,
        linking.challenge,
        now + CODE_SECONDS,
    )
    return [
        end_write(linking_id, linking),
        *account_writes(Account(account_id, links, now)),
        code_write(code, stands_for),
        audit_write(_linked(account_id, links, now)),
        *(write for consent in linking.consents for write in _link_writes(consent, services)),
    ]


def _linked(account_id: str, links: tuple[AccountLink, ...], now: float) -> Audited:
    """Return the line of the trail, which is written with the account or not at all."""
    link_ids = tuple(link.link_id for link in links)
    return Audited(Action.LINKED, now, account_id, account_id, link_ids[0], of=link_ids)


def _link_writes(consent: Consent, services: AccountServices) -> list[Write]:
    before = services.links.readable(consent.link_id)
    now, token = services.clock(), services.tokens.get(consent.link_id)
    link = Link(
        link_id=consent.link_id,
        team_id=mailbox_of(consent.team_id, consent.link_id),
        user_id=consent.user_id,
        user_name=consent.user_name,
        state=LinkState.ACTIVE,
        default_conversation_id=before.default_conversation_id if before else None,
        default_conversation_name=(
            before.default_conversation_name
            if before
            else services.default_conversation.strip().removeprefix("#")
        ),
        linked_at=now,
        linked_since=before.linked_since if before else now,
        zone=before.zone if before else "",
        user_groups=before.user_groups if before else (),
        slack_team_id=consent.team_id,
        scopes=consent.scopes,
        revision=before.revision + 1 if before else 1,
    )
    sealed = SealedToken(
        consent.link_id,
        consent.sealed,
        consent.expires,
        revision=token.revision + 1 if token else 1,
    )
    return [
        *(link_writes(before, link) if before else services.links.first_writes(link)),
        new_token_write(sealed),
        identity_write(consent.team_id, consent.user_id, consent.link_id),
        # Who links again has a turn already.
        *([] if services.links.is_there(link.link_id) else [due_write(link.link_id, now)]),
    ]


def _give_back(consent: Consent, services: AccountServices) -> None:
    try:
        token = services.seal.opened(consent.link_id, consent.sealed)
    except SecretError:
        # It ends with the linking, which nobody can go on with.
        return
    services.slack.oauth.give_back(token.access)
