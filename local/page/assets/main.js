/**
 * Puts the page together.
 */

import { createAdding } from "./adding.js";
import { createDeveloperView } from "./developer.js";
import { createEcho } from "./echo.js";
import { createFaults } from "./faults.js";
import { Slack } from "./slack.js";
import { createSpeakers } from "./speakers.js";
import { createWay } from "./way.js";

const way = createWay();
const echo = createEcho(createDeveloperView(), way.follow);
createAdding();
createFaults();
const speakers = createSpeakers(echo.stands);
new Slack(way.arrived, speakers.look).start();
