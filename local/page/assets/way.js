/**
 * The way of a message, live: from the Echo into the queue, to Slack, and its receipt back.
 */

import { queue } from "./api.js";
import { byId } from "./dom.js";

const LOOK_AGAIN_MS = 400;
const LOOKS = 40;

/** @returns {{follow: () => void, arrived: () => void}} Look at the queue for a while; a message is in Slack. */
export function createWay() {
  const line = byId("way");
  let looks = 0;

  const look = async () => {
    const found = await queue.look().catch(() => null);
    if (found === null) {
      looks = 0;
      line.hidden = true; // No queue stands behind this page.
      return;
    }
    const { waiting, receipt } = found;
    line.hidden = false;
    byId("way-receipt").hidden = receipt === "";
    byId("way-receipt").textContent = `Receipt: ${receipt}`;
    byId("way-queue").textContent =
      waiting === 0 ? "Queue: empty" : `Queue: ${waiting} ${waiting === 1 ? "message" : "messages"}`;
    line.dataset.at = waiting > 0 ? "queue" : line.dataset.at === "slack" ? "slack" : "";
    looks -= 1;
    if (looks > 0) setTimeout(look, LOOK_AGAIN_MS);
  };

  return {
    follow() {
      const looking = looks > 0;
      looks = LOOKS;
      line.dataset.at = "";
      byId("way-slack").textContent = "Slack";
      if (!looking) void look();
    },
    arrived() {
      line.dataset.at = "slack";
      byId("way-slack").textContent = `Slack: arrived ${new Date().toLocaleTimeString()}`;
    },
  };
}
