/**
 * Puts the page together.
 */

import { createDeveloperView } from "./developer.js";
import { createEcho } from "./echo.js";
import { createFaults } from "./faults.js";
import { Slack } from "./slack.js";
import { createWay } from "./way.js";

const way = createWay();
createEcho(createDeveloperView(), way.follow);
createFaults();
new Slack(way.arrived).start();
