"""The matrix of attacks: what somebody might try, and the tests that play it.

Rows are those of SECURITY.md, in its order; each attack of a row names tests as path::name.
"""

MATRIX: dict[str, dict[str, tuple[str, ...]]] = {
    "Somebody in the room": {
        "a guest asks for messages": (
            "tests/conversations/an_unknown_voice.txt",
            "tests/conversations/the_code.txt",
            "tests/conversations/privacy_levels.txt",
        ),
        "a guest goes on with what somebody else began": (
            "tests/entry/door/test_household.py::test_a_session_that_a_recognized_voice_began_goes_on_for_it_alone",
            "tests/conversations/two_in_one_room.txt",
        ),
        "a voice without a link is taken for the account": (
            "tests/entry/door/test_household.py::test_a_recognized_voice_without_a_link_is_not_taken_for_the_account",
        ),
        "a guest loosens what binds guests": (
            "tests/postbox/households/test_rules.py::test_who_may_change_a_choice_may_hear_and_send",
        ),
        "the code is guessed": (
            "tests/postbox/households/test_voices.py::test_after_some_wrong_codes_the_right_one_is_not_even_compared",
            "tests/postbox/households/test_voices.py::test_guesses_of_the_same_moment_are_counted_one_by_one",
            "tests/postbox/households/test_codes.py::test_all_codes_take_years_to_guess",
        ),
    },
    "Another account": {
        "every request kind with another's session, tampered with": (
            "tests/accounts/test_attacks.py::test_no_request_with_anothers_session_reads_sends_or_changes_anything_of_theirs",
            "tests/accounts/test_attacks.py::test_a_session_of_somebody_else_is_none_of_ones_own",
            "tests/accounts/test_attacks.py::test_a_session_that_makes_no_sense_does_no_harm",
        ),
        "another's ids in a request": (
            "tests/accounts/test_attacks.py::test_no_id_in_a_request_is_worth_anything_without_the_token",
        ),
        "a colleague's private channel and direct messages": (
            "tests/accounts/test_several_people.py::test_a_private_channel_is_kept_for_its_members_alone",
            "tests/accounts/test_several_people.py::test_a_direct_message_of_two_others_is_kept_for_neither_third",
            "tests/accounts/test_several_people.py::test_who_left_a_private_channel_gets_no_more_of_it",
        ),
    },
    "A stolen token": {
        "an access token, later": (
            "tests/entry/door/test_household.py::test_a_token_that_is_over_asks_to_link_again",
            "tests/accounts/leaving/test_leaving.py::test_an_alexa_that_still_has_tokens_has_nothing_by_them",
        ),
        "a refresh token": (
            "tests/accounts/protocol/test_wrong_turns.py::test_a_refresh_token_that_was_used_before_ends_its_family",
            "tests/accounts/test_two_at_once.py::test_of_two_renewals_by_one_token_at_once_one_wins_and_its_tokens_count",
        ),
        "a code": (
            "tests/accounts/protocol/test_wrong_turns.py::test_a_code_is_taken_only_with_all_that_belongs_to_it",
            "tests/accounts/protocol/test_wrong_turns.py::test_a_code_lives_for_five_minutes",
            "tests/accounts/protocol/test_wrong_turns.py::test_a_code_that_comes_twice_ends_what_the_first_gave",
            "tests/accounts/test_two_at_once.py::test_of_two_exchanges_of_one_code_at_once_neither_is_believed",
        ),
        "the table's items": (
            "tests/accounts/test_linking.py::test_what_is_stored_holds_no_secret",
        ),
    },
    "A stolen token of Slack's": {
        "from the table": (
            "tests/bridge/links/test_token_seal.py::test_a_token_is_opened_as_its_own_links_alone",
            "tests/entry/door/test_privacy.py::test_the_table_and_the_queue_hold_no_token",
        ),
        "from a log": (
            "tests/accounts/test_logs.py::test_no_token_code_or_state_is_logged_on_the_whole_way",
            "tests/entry/door/test_privacy.py::test_nothing_that_was_said_written_or_secret_is_logged",
        ),
        "after leaving": (
            "tests/accounts/leaving/test_leaving.py::test_who_leaves_has_no_token_at_once_and_nothing_is_kept_soon",
            "tests/accounts/leaving/test_leaving.py::test_what_slack_takes_back_is_deleted_at_once_and_the_rest_within_a_day",
        ),
    },
    "A forged event": {
        "unsigned, or signed by another": (
            "tests/entry/door/test_receiving.py::test_what_slack_did_not_sign_is_refused_and_not_kept",
        ),
        "an old one again": (
            "tests/entry/door/test_receiving.py::test_a_strange_or_stale_timestamp_is_refused",
        ),
        "for another app": (
            "tests/entry/door/test_receiving.py::test_an_event_that_was_told_to_another_app_changes_nothing",
        ),
        "one that is too long": (
            "tests/entry/door/test_receiving.py::test_what_is_longer_than_any_event_is_refused_before_it_is_read",
        ),
    },
    "A request of Alexa's that comes again": {
        "from elsewhere than Alexa": (
            "tests/deploy/test_template.py::test_only_alexa_with_this_skills_id_may_call_the_skill",
            "tests/entry/door/test_front_door.py::test_another_skills_request_is_answered_with_nothing_and_posts_nothing",
        ),
        "the same one once more": (
            "tests/conversations/lost_answer.txt",
            "tests/entry/sending/test_composing_faults.py::test_an_answer_that_alexa_repeats_sends_and_learns_once",
            "tests/entry/sending/test_talking_back.py::test_a_repeated_request_reacts_once_and_says_the_same",
            "tests/entry/sending/test_scheduling.py::test_a_repeated_request_schedules_once",
        ),
    },
    "A page in somebody's browser": {
        "sends people on to elsewhere": (
            "tests/accounts/protocol/test_requests_refused.py::test_who_is_not_known_gets_our_own_page_and_no_redirect",
            "tests/accounts/protocol/test_requests_refused.py::test_a_client_named_twice_gets_our_own_page",
        ),
        "presses our buttons": (
            "tests/accounts/protocol/test_wrong_turns.py::test_a_form_on_a_strangers_page_does_nothing",
            "tests/accounts/protocol/test_requests_refused.py::test_pages_run_no_scripts_and_stand_in_no_frame",
        ),
        "brings another's consent": (
            "tests/accounts/protocol/test_wrong_turns.py::test_the_state_of_slack_counts_once_and_in_its_own_browser_alone",
        ),
        "smuggles a parameter in": (
            "tests/accounts/protocol/test_requests_refused.py::test_what_a_request_says_is_escaped",
            "tests/accounts/test_two_at_once.py::test_what_the_library_keeps_under_a_name_is_no_parameter",
            "tests/accounts/protocol/test_any_request.py::test_whatever_comes_is_answered",
        ),
    },
    "A malicious member": {
        "markup and ids in a message": (
            "tests/skill/rendering/test_any_message.py::test_any_text_is_said_without_markup_ids_or_addresses",
            "tests/skill/speech/test_speech.py::test_any_text_becomes_well_formed_ssml",
            "tests/skill/speech/test_speech.py::test_a_name_with_markup_is_said_as_it_is_written",
        ),
        "a message over which everything stumbles": (
            "tests/entry/faults/test_one_bad_thing.py::test_a_record_over_which_every_worker_stumbles_waits_alone_and_is_told_of",
            "tests/skill/rendering/test_any_message.py::test_messages_of_any_shape_never_raise",
        ),
    },
    "A function taken over": {
        "the voice side": (
            "tests/accounts/test_attacks.py::test_the_voice_sides_role_neither_opens_tokens_nor_makes_accounts",
        ),
        "the one that Slack's events reach": (
            "tests/accounts/test_attacks.py::test_the_function_that_strangers_reach_reads_nothing_that_was_spoken",
        ),
        "account linking": (
            "tests/deploy/test_accounts.py::test_account_linking_reads_no_message_and_no_word_that_was_spoken",
        ),
        "any of them": (
            "tests/deploy/test_table_access.py::test_no_function_reaches_all_of_the_table",
            "tests/deploy/test_accounts.py::test_the_key_is_used_for_tokens_of_links_alone",
        ),
    },
}
