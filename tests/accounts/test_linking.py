"""The whole dance: Alexa, our page, Slack's page, back, a code, tokens, and new ones for these."""

from postbox.links.link import LinkState
from tests.accounts.linking_world import STATE, authorization


def test_somebody_links_their_slack(world):
    browser = world.browser()
    first = browser.get("/authorize", authorization())
    assert first.title == "Link your Slack to Alexa"
    assert not [item for item in world.items() if item["pk"]["S"].startswith("LINKING#")]
    sent = browser.press("/authorize", first.fields)
    assert sent.status == 303
    asked = sent.told
    assert "chat:write" in asked["user_scope"]
    assert STATE not in sent.location
    back = browser.get("/slack/linked", browser.at_slack(sent, "Giselle"))
    assert back.title == "Almost done"
    assert "as giselle" in back.body
    assert back.buttons == ["Finish", "Add another workspace", "Cancel"]
    # Until then nothing counts.
    assert not [item for item in world.items() if item["pk"]["S"].startswith("PROFILE#")]
    tokens = world.for_code(browser.finish()).json
    assert tokens["token_type"] == "Bearer"
    assert tokens["expires_in"] >= 360

    account = world.access.account_of(tokens["access_token"], world.now)
    (link,) = [world.links.get(link.link_id) for link in account.links]
    assert account.links[0].workspace_name == "Local"
    assert link.state is LinkState.ACTIVE
    assert link.workspace_id == world.parts.workspace.team_id
    assert link.team_id != link.workspace_id
    assert link.user_id == world.parts.workspace.find_person("Giselle").id


def test_tokens_are_renewed_and_lead_to_the_same_account(world):
    before = world.linked("Giselle")
    after = world.for_refresh(before["refresh_token"]).json
    assert after["access_token"] != before["access_token"]
    assert after["refresh_token"] != before["refresh_token"]
    known = world.access.account_of(before["access_token"], world.now)
    assert world.access.account_of(after["access_token"], world.now) == known


def test_two_people_have_two_accounts_and_two_links(world):
    giselle, kevin = world.linked("Giselle"), world.linked("Kevin")
    one = world.access.account_of(giselle["access_token"], world.now)
    other = world.access.account_of(kevin["access_token"], world.now)
    links = [world.links.get(account.links[0].link_id) for account in (one, other)]
    assert links[0].team_id != links[1].team_id
    assert {link.link_id for link in world.links.of_team(links[0].workspace_id)} == {
        link.link_id for link in links
    }


def test_who_links_again_has_a_new_account_over_the_same_link(world):
    first, second = world.linked("Giselle"), world.linked("Giselle")
    one = world.access.account_of(first["access_token"], world.now)
    other = world.access.account_of(second["access_token"], world.now)
    assert one.account_id != other.account_id
    assert one.links == other.links
    assert len(world.accounts.users_of(one.links[0].link_id)) == 2


def test_a_workspace_is_linked_once_in_an_account(world):
    browser = world.browser()
    browser.consent("Giselle")
    again = browser.press("/authorize/again")
    page = browser.get("/slack/linked", browser.at_slack(again, "Kevin"))
    assert "as kevin" in page.body
    assert "as giselle" not in page.body
    tokens = world.for_code(browser.finish()).json
    account = world.access.account_of(tokens["access_token"], world.now)
    assert [link.user_name for link in account.links] == ["kevin"]


def test_what_is_stored_holds_no_secret(world):
    tokens = world.linked("Giselle")
    stored = str(world.items())
    slack = world.parts.workspace.installations.active()[0].token
    for secret in (tokens["access_token"], tokens["refresh_token"], slack):
        assert secret not in stored
