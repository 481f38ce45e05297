"""Nothing that lets anybody in, and nothing that was said, is in any log."""

import logging

from bridge.refresh_lambda import SCHEDULED
from postbox.logs import LIBRARIES
from tests.accounts.linking_world import STATE, VERIFIER, linking_world
from tests.accounts.people import account_of, leave, send, write

WORDS = "the board meets on Thursday"


def test_no_token_code_or_state_is_logged_on_the_whole_way(caplog, capsys):
    with linking_world(loud=True) as world:
        workspace = world.parts.workspace
        workspace.consents.app.rotates = True
        browser = world.browser()
        sent = browser.begin()
        cookie = next(iter(browser.cookies.values()))
        back = browser.at_slack(sent, "Giselle")
        browser.get("/slack/linked", back)
        code = browser.finish()
        tokens = world.for_code(code).json
        world.for_code(code, code_verifier=VERIFIER[::-1])
        newer = world.for_refresh(tokens["refresh_token"]).json
        account = world.access.account_of(newer["access_token"], world.now)
        link = world.links.get(account.links[0].link_id)
        world.parts.refresh({"detail-type": SCHEDULED})
        general = workspace.find_conversation("#general")
        write(world, "Ana", general, WORDS)
        send(world, link, general.id, WORDS)
        slack = [installation.token for installation in workspace.installations.all()]
        leave(world, link, account_of(world, link.link_id))
        secrets = [cookie, code, back["code"], back["state"], STATE, VERIFIER, WORDS, *slack]
        secrets += [
            found[name]
            for found in (tokens, newer)
            for name in found
            if "token" in name and name != "token_type"
        ]
        secrets += [workspace.consents.app.client_secret, "of-the-local-alexa"]
    records = "\n".join(str(vars(record)) for record in caplog.records)
    logged = records + "".join(capsys.readouterr())
    assert {"authorize", "post", "receive", "refresh"} <= {record.name for record in caplog.records}
    assert [secret for secret in secrets if secret in logged] == []


def test_the_function_of_the_linking_silences_its_libraries_at_its_start():
    with linking_world() as world:
        loggers = [logging.getLogger(name) for name in LIBRARIES]
        for logger in loggers:
            logger.setLevel(logging.NOTSET)
        world.parts.start_cold("authorize")
    assert [logger.name for logger in loggers if logger.isEnabledFor(logging.CRITICAL)] == []
