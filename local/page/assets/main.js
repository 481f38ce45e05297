/**
 * Puts the page together.
 */

import { createDeveloperView } from "./developer.js";
import { createEcho } from "./echo.js";
import { createFaults } from "./faults.js";
import { Slack } from "./slack.js";

createEcho(createDeveloperView());
createFaults();
new Slack().start();
