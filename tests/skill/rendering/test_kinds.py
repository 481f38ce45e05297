"""What nobody says as it is written: a row for each kind, with siblings."""

import pytest

from skill.rendering.choices import Saying
from tests.skill.rendering.told import rich, section, text, words

STRUCK = [
    ("~<@U1>~ <@U2> has it", "ana has it"),
    ("~see `x`~ see `y` <@U1>", "see y Kevin Park"),
    ("meet ~at 3~ at 4", "meet at 4"),
    ("~Monday~ Tuesday, ~10~ 11", "Tuesday, 11"),
    ("~order the cake~", "struck out: order the cake"),
    ("- ~call Ana~\n- pay", "a list of two: struck out: call Ana. pay"),
    ("about ~5 people or ~6", "about about 5 people or about 6"),
]
CODE_IN_A_LINE = [
    ("the `(-> in? any)` rule", "the arrow in? any rule"),
    ("the `->` and `||` operators", "the arrow and double bar operators"),
    ("see `fruits/private/apple`", "see fruits slash private slash apple"),
    ("set `#:props` or `:name`", "set props or name"),
    ("only the `<build>/src/contract`?", "only the path in build, contract?"),
    ("the `x => {y: [z]}; {[(x)]}; {[(x)]};`", "the piece of code"),
    ("two `request`s are open", "two requests are open"),
    ("I `grep`ped, he was `merge`ing", "I grep ped, he was mergeing"),
    ("it works when I ```retry``` , which is odd", "it works when I retry, which is odd"),
    ("set `DEBUG=1`, then `make_all`.", "set DEBUG equals 1, then make all."),
    ("use `dict[str, Any]` and `a.b(c)`", "use dict str, Any and a dot b c"),
    ("call `user.save()` twice", "call user dot save twice"),
    ("see `" + "{[(x)]}; " * 9 + "` there", "see a piece of code there"),
]
EMOJI = [
    ("my shop :slightly_smiling_face: is open", "my shop, smiley, is open"),
    ("thanks :pray: see you", "thanks, folded hands, see you"),
    (":coffee: :tea: ?", "coffee, tea?"),
    (":one: eggs :two: ham", "one, eggs, two, ham"),
    (":warning: Disk is full", "warning, Disk is full"),
    (":tea: + 50 cups", "tea, + 50 cups"),
    ("🟩🟩🟩🟩⬛ four of five", "four of five"),
]
FACES = [
    ("(<@U1><@U2>) agree", "(Kevin Park and ana) agree"),
    ("^^ what she said", "what she said"),
    ("☑ laptop\n☐ badge", "check mark, laptop. not done: badge"),
    ("nice :) see you", "nice, smiles, see you"),
    ("oh no :-(", "oh no, sad face"),
    ("well ¯\\_(ツ)_/¯", "well, shrug"),
    ("so ¯\\\\\\_(ツ)\\_/¯", "so, shrug"),
    ("(╯°□°)╯︵ ┻━┻", "table flip"),
    ("ha ^^ ok", "ha, smiles, ok"),
    ("I &lt;3 it", "I, heart, it"),
    ("lol XD", "lol, laughs"),
    ("see a:b, (:x and 3:4", "see a:b, (:x and 3:4"),
    ("the list (first, second) is (very) long", "the list (first, second) is (very) long"),
]
SPOKEN_TO = [
    ("<@U1> for the hall we need keys", "Kevin Park, for the hall we need keys"),
    ("<@U1> for president", "Kevin Park for president"),
    ("<@U2> the caterer's van is here", "ana, the caterer's van is here"),
    ("<@U2> mo's van is here", "ana, mo's van is here"),
    ("<@U1> does that fit?", "Kevin Park, does that fit?"),
    ("Hey <@U1> we have it", "Hey Kevin Park, we have it"),
    ("thanks <@U1> for the help", "thanks Kevin Park for the help"),
    ("<@U1> would it be safe?", "Kevin Park, would it be safe?"),
    ("<@U2> here is the plan", "ana, here is the plan"),
    ("<@U1> bolts are on order", "Kevin Park, bolts are on order"),
    ("I told <@U1> we are late", "I told Kevin Park we are late"),
    ("<@U1> using the big hall?", "Kevin Park, using the big hall?"),
    ("<@U2> wow, nice", "ana, wow, nice"),
    ("<@U1> or <@U2> do you know?", "Kevin Park or ana, do you know?"),
    ("<@U1> went home", "Kevin Park went home"),
    ("<@U2> merged it and <@U1> knows", "ana merged it and Kevin Park knows"),
    ("<@U2> in the office", "ana in the office"),
    ("is there a way <@U2>?", "is there a way, ana?"),
    ("how can I fix it <@U1> :pray: thanks", "how can I fix it, Kevin Park, folded hands, thanks"),
    ("who is with <@U2>?", "who is with ana?"),
    ("I gave it to <@U2>", "I gave it to ana"),
    ("<@U1> One minute", "Kevin Park, One minute"),
    ("<@U2> can you look?", "ana, can you look?"),
    ("<@U2> please", "ana, please"),
    ("<@U1> <@U2> check this", "Kevin Park and ana, check this"),
    ("Done. <@U2> your turn", "Done. ana, your turn"),
    ("<!here> Lunch", "everyone here, Lunch"),
    ("<@U1> said no", "Kevin Park said no"),
    ("<@U1> can do it", "Kevin Park can do it"),
    ("ask <@U2> please", "ask ana please"),
]
QUOTED_NUMBERS = [
    ('see "page 5" again', 'see "page 5" again'),
    ("he said “room 12” is free", "he said “room 12” is free"),
    ('("eq 0" or "eq 1")', '("eq 0" or "eq 1")'),
    ('a 5" pipe and a "5" on it', 'a 5 inch pipe and a "5" on it'),
]
CORRECTIONS = [
    ("*friday", "correction: friday"),
    ("fryday*", "correction: fryday"),
    ("**their", "correction: their"),
    ("*friday*", "friday"),
    (
        "*friday at noon, and bring both keys to the hall",
        "*friday at noon, and bring both keys to the hall",
    ),
]
HALF_SLASHED = [
    ("tea/ coffee for all", "tea slash coffee for all"),
    ("see the docs/ folder", "see the docs slash folder"),
    ("fish /chips", "fish slash chips"),
    ("read r/gardening or /u/someone", "read r slash gardening or u slash someone"),
]
PATTERNS = [
    ("use [a-z]+ there", "use a pattern there"),
    ("for ids [0-9A-F]{4,8} only", "for ids a pattern only"),
    ("match /^api_v[12]/ first", "match a pattern first"),
    ("see [a link] and (b)", "see [a link] and (b)"),
]
QUALIFIED = [
    ("set tx.max_items twice", "set tx dot max items twice"),
    ("ARGS:user_id is empty", "ARGS user id is empty"),
    ("in app.mail_queue.size now", "in app dot mail queue dot size now"),
    ("Note:this is fine", "Note:this is fine"),
]
NUMBERED_LINKS = [
    ("<https://git.example.org/acme/site/issues/45>", "a link to issue 45 in site"),
    (
        "<https://git.example.org/acme/big-shop/pull/7> is in",
        "a link to pull request 7 in big shop is in",
    ),
    (
        "<https://git.example.org/acme/site/-/merge_requests/9#note_1>",
        "a link to merge request 9 in site",
    ),
    ("<https://tickets.example.org/browse/OPS-12>", "a link to OPS 12"),
    ("<https://git.example.org/acme/site/tree/main>", "a link to git dot example dot org"),
]
GLUED = [
    ("fixes #23.Then rest", "fixes number 23. Then rest"),
    ("see #7,please", "see number 7, please"),
    ("one \\\ntwo", "one two"),
    ("(-> hall)", "(hall)"),
]
WAVES = [
    ("bye all o/", "bye all, waves"),
    ("o/ morning", "waves, morning"),
    ("and/or to/from", "and or to slash from"),
]
VOTERS = [
    ("<@U9>, <@U8>, <@U7>", "three people"),
    ("<@U2>, <@U8>, <@U7>", "ana and two others"),
    ("<@U2>, <@U9> and <@U1>", "ana, somebody and Kevin Park"),
    ("<@U2>, <@U9>, <@U1>", "ana, Kevin Park and one other"),
    (":one: Thai `1`\n<@U9>", "one, Thai: one vote. one person"),
    (":one: Thai `1`\n<@U2>", "one, Thai: one vote. ana"),
    ("who knows?\n<@U9>", "who knows? somebody"),
    ("<@U9> told <@U8>", "somebody told somebody"),
]
WRAPPED = [
    ("it should be\nfixed if you try", "it should be fixed if you try"),
    (
        "The hall is free from four until late in the\nevening, so we can set up\nwithout haste.",
        "The hall is free from four until late in the evening, so we can set up. without haste.",
    ),
    ("eggs\nmilk\nbread", "eggs. milk. bread"),
    ("Over the hill\nDown to the sea", "Over the hill. Down to the sea"),
    ("I spoke to the\nArchitect", "I spoke to the. Architect"),
    ("first we eat, then,\nafter a while, we go", "first we eat, then, after a while, we go"),
]
ARROWS = [
    ("the deck is here -> https://example.org/a", "the deck is here, a link to example dot org"),
    ("82kg -> give him the larger dose now", "82 kilograms, give him the larger dose now"),
    ("from 3 -> 5", "from 3 to 5"),
    ("draft -> review => done", "draft to review to done"),
    ("we map door -> hall and hall -> door", "we map door to hall and hall to door"),
    ("-> sign here", "sign here"),
    ("x → y", "x to y"),
    ("a != b &amp;&amp; c &gt;= 5", "a is not b and c at least 5"),
]
RULES = [
    ("=====\nNews\n=====", "News"),
    ("- - -\nend", "end"),
    ("*** NOTICE ***\nclosed", "NOTICE. closed"),
    ("one ----- two", "one, two"),
]
TABLES = [
    ("| Who | When |\n|---|---|\n| Ana | noon |\n| Max | one |",
     "Who: Ana, When: noon. Who: Max, When: one"),
    ("a | b\nc | d", "a, b. c, d"),
    ("| n | m |\n|--|--|\n" + "| 1 | 2 |\n" * 9, "a table of nine rows: n, m"),
    ("build | passed | main", "build, passed, main"),
    ("wrap it or use (&lt;|) there", "wrap it or use (<|) there"),
]  # fmt: skip
RUNS = [
    ("noooooo!!!!!!", "no!"),
    ("HEYYYY there", "HEY there"),
    ("sooo cooool", "so cool"),
    ("WOOHOOOO, toodlooooo", "WOOHOO, toodloo"),
    ("what?!?!?! hmmmm.....", "what?! hm…"),
    ("see chapter VIII and AAA", "see chapter VIII and AAA"),
]
HASHES = [
    ("site@4be1d07 is live", "site, a commit ending in d 0 7 is live"),
    ("at 0x00007ffee4b3", "at an address ending in 4 b 3"),
    ("fixed in 4be1d07", "fixed in a commit ending in d 0 7"),
    ("commit 4be1d07 is bad", "commit ending in d 0 7 is bad"),
    ("9e107d9d372bb6826bd81d3542a419d6", "a hash ending in 9 d 6"),
    ("facade and decades and 1234567", "facade and decades and 1 2 3 4 5 6 7"),
]
IDS = [
    ("job 1b4e28ba-2fa1-11d2-883f-0016d3cca427 died", "job an ID died"),
    ("req_1b4e28ba-2fa1-11d2-883f-0016d3cca427", "an ID"),
    ("00:1b:63:84:45:e6 is new", "a MAC address ending in 5 e 6 is new"),
    ("ch_7Yk2mQ9vXz41Lp failed", "an ID ending in 1 L p failed"),
    ("order 20261128000017", "order a number ending in 0 1 7"),
]
PLACES = [
    (
        "gone: /tmp/app/&lt;task&gt;: stat /tmp/y",
        "gone: a path in tmp, task: stat a path in tmp, y",
    ),
    ("mkdir /data/jobs/0123456789abcdef01: full", "mkdir a path in data, jobs: full"),
    ("use app-&lt;command&gt; now", "use app command now"),
    ("good at C/C++ and Go", "good at C slash C plus plus and Go"),
    ('at "src/web/cart/control.py" now', 'at "a path in src, control dot py" now'),
    ("in utf8/ucs2/latin1", "in utf8, ucs2, latin1"),
    ("`acme/date-iso8601-strings` is good", "acme slash date-iso8601-strings is good"),
    ("see src/web/app.py", "see a path in src, app dot py"),
    ("src/web/app.py:42 fails", "a path in src, app dot py line 42 fails"),
    ("/var/log/syslog is full", "a path in var, syslog is full"),
    ("C:\\Users\\me\\plan.docx", "a path in Users, plan dot docx"),
    ("type /remind", "type slash remind"),
    (
        "lunch/dinner or red/green/blue and/or tea",
        "lunch slash dinner or red, green, blue and or tea",
    ),
    ("open plan_b-final.pdf", "open plan b final dot pdf"),
    ("done.Thanks, e.g. at 5 p.m.", "done.Thanks, e.g. at 5 p.m."),
]
HOSTS = [
    ("ip-10-0-4-21.ec2.internal", "a host"),
    ("*.example.org expires", "star dot example dot org expires"),
    ("s3://my-logs/a/b.gz", "a path in my logs, b dot gz"),
    ("go to example.org", "go to example dot org"),
    ("db-3.eu-west-1.rds.example.com is down", "the host db 3 is down"),
    ("10.0.0.12:8080", "10 dot 0 dot 0 dot 12, port 8080"),
    ("10.1.0.0/16", "10 dot 1 dot 0 dot 0, slash 16"),
    ("localhost:3000", "localhost, port 3000"),
    ("<https://0a1b2c3d-1111-2222-3333-444455556666.ngrok.io/x>", "a link to ngrok dot io"),
    ("&lt;https://example.org/a&gt;", "a link to example dot org"),
]
VERSIONS = [
    ("v2.3.1 is out", "version 2 3 1 is out"),
    ("version 2.3.1", "version 2 3 1"),
    ("node v18", "node version 18"),
    ("lib@4.0.0-rc.2", "lib 4 0 0 release candidate 2"),
    ("about 3.5 or 1,200", "about 3.5 or 1,200"),
]
ISSUES = [
    ("invoice #2026-1183", "invoice number 2026-1183"),
    ("see #17", "see number 17"),
    ("acme/site#45", "site number 45"),
    ("PR#5 and !88", "pull request number 5 and merge request 88"),
    ("OPS-231 is done", "OPS 231 is done"),
    ("ask in #design", "ask in design"),
]
NAMES_IN_CODE = [
    ("p=0.03 and env=prod", "p equals 0.03 and env equals prod"),
    ("[a/web:feature/dark] is up", "a slash web, feature slash dark, is up"),
    ("s/recieve/receive/", "receive instead of recieve"),
    ("see §6.5.1", "see section 6.5.1"),
    ("user_id and MAX_SIZE", "user id and MAX SIZE"),
    ("run get_all() now", "run get all now"),
    ("--dry-run", "dash dash dry run"),
    ("MODE=fast", "MODE equals fast"),
]
RANGES = [
    ("3-5 days", "3 to 5 days"),
    ("9am-5pm, Mon-Fri", "9am to 5pm, Monday to Friday"),
    ("10:30-11:15", "10:30 to 11:15"),
    ("5-10%", "5 to 10 percent"),
    ("well-known e-mail co-op", "well-known e-mail co-op"),
]
DATES = [
    ("2026-11-28", "November 28, 2026"),
    ("2026-11-28T22:56:08Z", "November 28, 2026 at 22:56 UTC"),
    ("28.11.2026", "November 28, 2026"),
    ("the talk of 11.28.26", "the talk of November 28, 2026"),
    ("due 11/28", "due November 28"),
    ("03/04/2026 may be either", "03/04/2026 may be either"),
    ("2026-13-45", "2026-13-45"),
]
FRACTIONS = [
    ("avg 7.4/10, max 9", "avg 7.4 of 10, max 9"),
    ("won 7/12 deals and 10/10", "won 7 of 12 deals and 10 of 10"),
    ("ends 1/29, grades", "ends January 29, grades"),
    ("off 24/12-26/12 or 12/1-12/5", "off December 24 to December 26 or 12/1 to 12/5"),
    ("12/15 passed", "12 of 15 passed"),
    ("1/2 cup", "1/2 cup"),
    ("BP 120/80", "BP 120 over 80"),
    ("(2/3 done) by 5/12", "(2 of 3 done) by May 12"),
    ("next is 5/12", "next is 5/12"),
]
MEASURES = [
    ("a 15 min call and a 5mm gap", "a 15 minute call and a 5 millimeter gap"),
    ("15 min, or a 15 min. break", "15 minutes, or a 15 minutes. break"),
    (
        "raised from 16GB to\nthe double: 32 GB",
        "raised from 16 gigabytes to the double: 32 gigabytes",
    ),
    ("max 4x/day, 80m/s", "max 4 times a day, 80 meters per second"),
    ('a 1/2" pipe', "a 1/2 inch pipe"),
    ("after 14m, in 4m 31s", "after 14 minutes, in 4 minutes 31 seconds"),
    ("TTL 300s", "TTL 300 seconds"),
    ("10GB at 50MB/s", "10 gigabytes at 50 megabytes per second"),
    ("500 mg, 20°C", "500 milligrams, 20 degrees Celsius"),
    ("took 2h30m and 90ms", "took 2 hours 30 minutes and 90 milliseconds"),
    ("10x faster, 1920x1080", "10 times faster, 1920 by 1080"),
    ("1h is enough", "1 hour is enough"),
    ("in the 1990s", "in the 1990s"),
]
MONEY = [
    ("$5k or $1.2M", "5 thousand dollars or 1.2 million dollars"),
    ("€300 and £20", "€300 and £20"),
    ("30$ or 20k€", "30 dollars or 20 thousand euros"),
    ("~12EUR, 40USD", "about 12 euros, 40 US dollars"),
    ("$10k/m, $5/y", "10 thousand dollars per month, 5 dollars per year"),
    ("$40/month", "40 dollars per month"),
    ("10k users", "10 thousand users"),
    ("~4mil or 3mn", "about 4 million or 3 million"),
]
SIGNED = [
    ("~10 people, +1", "about 10 people, plus 1"),
    ("&gt;=5 but &lt;10", "at least 5 but less than 10"),
    ("-3% today", "minus 3 percent today"),
    ("2 * 3", "2 times 3"),
]
SHORT_FORMS = [
    ("pay w/ card b/c w/o it @ 5pm", "pay with card because without it at 5pm"),
    ("my # is 555-0142", "my number is 555-0142"),
    ("the # of users fell", "the number of users fell"),
    ("meet in room # 12", "meet in room number 12"),
    ("yes/no, n/a", "yes or no, not applicable"),
    ("open 24/7", "open 24 7"),
]
PHONES = [
    ("call (555) 010-4477", "call 5 5 5, 0 1 0, 4 4 7 7"),
    ("555-123-4567", "5 5 5, 1 2 3, 4 5 6 7"),
    ("+49-151-234-5678", "plus 4 9, 1 5 1, 2 3 4, 5 6 7 8"),
    ("<tel:+4930123456|+4930123456>", "+4 9 3 0 1 2 3 4 5 6"),
]
POLLS = [
    ("Monday ████████░░ 80% (4)", "Monday: 80 percent, four votes"),
    ("Pizza ━━━━━━ `2`", "Pizza: two votes"),
    ("▓▓▓▓▓▓░░░░ 60%", "60 percent"),
    ("Yes | 🟦🟦🟦🟦🟦⬜ | 3", "Yes, 3"),
    ("⣿⣿⣿⣀⣀ 1 vote", "one vote"),
    (":one: Thai  `3`\n<@U9>, <@U8>, <@U7>", "one, Thai: three votes. three people"),
    ("total  `3`", "total 3"),
    ("x\u2800\u2800\u3164\u3164y", "x y"),
]
LINKS = [
    ("I cannot open <https://example.org/> today", "I cannot open example dot org today"),
    ("for our blog <http://b.example.org|b.example.org>", "for our blog, b dot example dot org"),
    (
        "join <https://meet.example.org/fhs-ek-spo|meet.example.org/fhs-ek-spo>",
        "join a link to meet dot example dot org",
    ),
    (
        "start here <https://example.org/x> and read",
        "start here, a link to example dot org and read",
    ),
    (
        "the PR for issue 752 <https://example.org/x>",
        "the PR for issue 752, a link to example dot org",
    ),
    ("see <https://example.org/x>", "see a link to example dot org"),
    ("put it on <https://example.org/a/b>.", "put it on example dot org."),
    ("posted to <https://example.org/a/b>, have a look", "posted to example dot org, have a look"),
    ("follow my <https://example.org/x>", "follow my link to example dot org"),
    ("the launch of <https://example.org/>", "the launch of example dot org"),
    ("<@U1> <@U2> <https://example.org/x>", "Kevin Park and ana, a link to example dot org"),
    ("have an <http://itch.io|itch.io> account", "have an itch dot io account"),
    ("bump <http://go.org/x/net|go.org/x/net> now", "bump go dot org slash x slash net now"),
    (
        "it floats around :smile:\n<https://example.org>",
        "it floats around, smile. a link to example dot org",
    ),
    ("you can look at the\n<https://example.org>", "you can look at the link to example dot org"),
]
UNMARKED_CODE = [
    (
        "try\nfor (let i = 0; i < n; i++) {\n  go(i);\n}\nworks?",
        "try. a code block of three lines. works?",
    ),
    ("odd\n(define (f x) x)\n(check 3 (f 3))\nor not", "odd. a code block of two lines. or not"),
    ("x = load(1)\ny = save(x)\nprint(y)", "a code block of three lines"),
    ("I said (yes)\nand she (no)\nso there", "I said (yes). and she (no). so there"),
    ("Dear all;\nthe hall;\nis free", "Dear all; the hall; is free"),
]
LABELS = [
    ("<https://x.org/12|#12 Fix it>", "number 12 Fix it"),
    ("<https://x.org/12|Click here>", "a link to x dot org"),
    ("[the plan](https://x.org/a)", "the plan"),
    ("<https://x.org|*Fix* _the_ build>", "Fix the build"),
    ("<https://x.org|*PR 7*>", "PR 7"),
    ("*:alarm_clock: Closes:* at noon", "alarm clock, Closes: at noon"),
    ("<https://x.org|2*3*4>", "2*3*4"),
]
NO_WORDS = [
    ("```", "a message without words"),
    ("*", "a message without words"),
    ("-----", "a message without words"),
    ("", "a message without words"),
    ("?", "a question mark"),
    ("...", "dots"),
]
OPEN_MARKUP = [
    ("*bold but open", "*bold but open"),
    ("a `tick and more", "a `tick and more"),
    ("x < y and _z", "x < y and z"),
    ("5 * 6 is 30 *", "5 times 6 is 30"),
]
CODE_BLOCKS = [
    ("```NAME   READY\nweb    yes\napi    no```", "a table of two rows: NAME, READY"),
    ("run `*/15 * * * *`", "run a cron schedule"),
    ("```two\nlines```", "a code block of two lines"),
    ("`make`", "make"),
]
ERRORS = [
    ("```Error: UPGRADE FAILED: template: " + "very long " * 20 + "```",
     "an error, UPGRADE FAILED: template"),
    ("<@U2> look\nTypeError: x\n    at f (a/b.js:3:9)\n<@U1>",
     "ana, look. an error, type error, x, in b dot js line 3. Kevin Park"),
    ('Traceback (most recent call last):\n  File "/srv/app.py", line 12, in f\n    x()\n'
     "KeyError: 'user'\nany idea?",
     "an error, key error, 'user', in app dot py line 12. any idea?"),
    ("```java.lang.NullPointerException: no name\n\tat com.a.Shop.buy(Shop.java:17)\n```",
     "an error, null pointer exception, no name, in Shop dot java line 17"),
    ("```TypeError: x is undefined\n    at f (web/cart.js:3:9)```",
     "an error, type error, x is undefined, in cart dot js line 3"),
    ("```RuntimeError: no tea\n  from kitchen.rb:4:in `brew'```",
     "an error, runtime error, no tea, in kitchen dot rb line 4"),
    ("```panic: index out of range\n\ngoroutine 1 [running]:\n\t/srv/main.go:8 +0x1d```",
     "an error, index out of range, in main dot go line 8"),
]  # fmt: skip
JSON = [
    ('```{\n "a": 1\n}```', "JSON of three lines"),
    ('{"a": 1, "b": [1, 2]}', "some JSON"),
    ('```{"rooms": [{"name": "blue"}]}```', "some JSON"),
    ('got {"a": 1, "b": {"c": 2}} back?', "got some JSON back?"),
    ("a set {a, b}", "a set {a, b}"),
]
DIFFS = [
    ("```--- a/x.py\n+++ b/x.py\n@@ -1 +1,2 @@\n-a\n+b\n+c```",
     "a diff in x dot py: two lines added, one removed"),
    ("```@@ -1 +1 @@\n-old\n+new```", "a diff of three lines"),
    ("--- a/menu.md\n+++ b/menu.md\n@@ -1 +1 @@\n-tea\n+coffee",
     "a diff in menu dot md: one line added, one removed"),
    ("```diff --git a/b.txt b/b.txt\n--- a/b.txt\n+++ b/b.txt\n@@ -1,2 +1 @@\n-x\n-y\n+z```",
     "a diff in b dot txt: one line added, two removed"),
]  # fmt: skip
COMMANDS = [
    ("```$ git push --force```", "a command: git push dash dash force"),
    ("```docker run " + "-e A=1 " * 12 + "```", "a command, docker run"),
    ("`ssh -L 1:db.internal:2 bastion.example` works", "a command, ssh works"),
    ("```npm ci && npm test```", "a command: npm ci and npm test"),
]
LOGS = [
    ("```10:00:01 INFO up\n10:00:02 ERROR disk full```", "a log of two lines; the last: disk full"),
    (
        '```10:00:01 INFO up\n10:00:02 INFO {"a": {"b": 1}}```',
        "a log of two lines; the last: some JSON",
    ),
    ("```10:00:01 INFO up\n10:00:02 INFO {[(x)]}; {[(x)]}; {[(x)]}```", "a log of two lines"),
    ("```2026-11-28 10:00:01 WARN low\n2026-11-28 10:00:02 WARN lower```",
     "a log of two lines; the last: lower"),
]  # fmt: skip
QUOTED_OUT = [
    ("&lt;https://example.org/a&gt;", "a link to example dot org"),
    ("see &lt;http://example.org&gt; there", "see example dot org there"),
    ("(&lt;https://example.org/a&gt;)", "(a link to example dot org)"),
    ("&lt;www.example.org&gt;", "a link to example dot org"),
]
DRAWN_HOSTS = [
    ("<https://0a1b2c3d-1111-2222-3333-444455556666.ngrok.io/x>", "a link to ngrok dot io"),
    ("<https://d111111abcdef8.cdn.example.net/a.png>", "a link to cdn dot example dot net"),
    ("<https://abc123def456.tunnel.example.io>", "a link to tunnel dot example dot io"),
    ("<https://ip-10-0-4-21.example.net/x>", "a link to example dot net"),
]
INVISIBLE = [
    ("a\u2800\u2800\u2800b", "a b"),
    ("\u3164\u3164\nhello", "hello"),
    ("one\u1160two", "one two"),
    ("\u2800", "a message without words"),
]
LONE_BARS = [
    ("yes |", "yes"),
    ("| no", "no"),
    ("Monday |\nTuesday |", "Monday. Tuesday"),
    ("|", "a message without words"),
]
TASKS = [
    ("[ ] milk\n[x] bread", "not done: milk. done: bread"),
    ("- [ ] milk\n- [x] bread", "a list of two: not done: milk. done: bread"),
    ("- [X] call Ana", "done: call Ana"),
    ("pick [x] or [ ]", "pick [x] or [ ]"),
]
HOURS = [
    ("at 12h30, not 9h05", "at 12:30, not 9:05"),
    ("it took 2h30", "it took 2 hours 30 minutes"),
    ("open 8h-17h", "open 8h to 17h"),
    ("2h30m left", "2 hours 30 minutes left"),
]
SHARES = [
    ("10%-20%", "10 to 20 percent"),
    ("5-10%", "5 to 10 percent"),
    ("0.5%–1.5% more", "0.5 to 1.5 percent more"),
    ("100% sure", "100% sure"),
]
KINDS = [
    pytest.param(written, said, id=f"{kind.lower()}: {written[:30]!r}")
    for kind, rows in sorted(globals().items())
    if kind.isupper() and isinstance(rows, list)
    for written, said in rows
]


def test_each_kind_has_siblings():
    few = [
        kind
        for kind, rows in globals().items()
        if kind.isupper() and isinstance(rows, list) and len(rows) < 3
    ]
    assert few == []


@pytest.mark.parametrize(("written", "said"), KINDS)
def test_it_is_said_as_a_person_would(written, said):
    assert text(written) == said


def struck(written: str) -> dict[str, object]:
    return words(written, strike=True)


@pytest.mark.parametrize(
    ("leaves", "said"),
    [
        ([words("meet "), struck("at 3"), words(" at 4")], "meet at 4"),
        ([struck("buy milk")], "struck out: buy milk"),
        ([struck("buy milk"), words(" ")], "struck out: buy milk"),
        ([words("two "), words("request", code=True), words("s")], "two requests"),
        ([{"type": "user", "user_id": "U2"}, words(" can you look?")], "ana, can you look?"),
        ([words("ok "), {"type": "emoji", "name": "smile"}, words(" now")], "ok, smile, now"),
    ],
)
def test_rich_text_is_said_alike(leaves, said):
    assert rich(section(*leaves)) == said


@pytest.mark.parametrize("written", ["nice :) bye", "nice 🎉 bye", "nice ¯\\_(ツ)_/¯ bye"])
def test_faces_are_left_out_where_emoji_are(written):
    assert text(written, emoji=Saying.LEFT_OUT) == "nice bye"
