/**
 * Who speaks to which Echo: the Amazon account, its device and the voice; and linking their Slack.
 */

import { alexa } from "./api.js";
import { byId, make, oneAtATime, tell } from "./dom.js";

/** @typedef {import("./api.js").Speakers} Speakers */

const UNKNOWN_VOICE = "Not recognized";

/**
 * @param {(listens: boolean) => void} onChosen Told who is chosen, and whether the Echo listens.
 * @returns {{look: () => void}} Look at the choice anew.
 */
export function createSpeakers(onChosen) {
  const panel = byId("speakers");
  const problem = byId("speakers-problem");
  const account = byId("speaker-account");
  const device = byId("speaker-device");
  const voice = byId("speaker-voice");

  /** @param {Speakers} state */
  const show = (state) => {
    const chosen = state.accounts.find(({ id }) => id === state.account);
    if (!chosen) return;
    fill(account, state.accounts.map(({ id, name }) => [id, name]), state.account);
    fill(device, chosen.devices.map(({ id, name }) => [id, name]), state.device);
    fill(voice, [["", UNKNOWN_VOICE], ...chosen.voices.map((name) => [name, name])], state.voice);
    byId("speakers-now").textContent = [
      state.voice || "a voice that is not recognized",
      device.selectedOptions[0]?.textContent,
      chosen.name,
    ].join(", ");
    showLinks(state, chosen.name);
    if (panel.hidden && state.accounts_linked_here) panel.open = true;
    panel.hidden = false;
    onChosen(state.listens);
  };

  /** @param {() => Promise<Speakers>} work */
  const run = async (work) => {
    tell(problem, null);
    try {
      show(await work());
    } catch (failure) {
      tell(problem, /** @type {Error} */ (failure).message);
    }
  };

  const choose = () => run(() => alexa.choose({ account: account.value, device: device.value, voice: voice.value }));
  // Another account has other devices and voices.
  account.addEventListener("change", () => void run(() => alexa.choose({ account: account.value })));
  device.addEventListener("change", () => void choose());
  voice.addEventListener("change", () => void choose());
  byId("speaker-disable").addEventListener("click", () => void run(alexa.disable));

  const look = oneAtATime(async () => {
    // Where nobody can be chosen, one Echo is all there is.
    const state = await alexa.speakers().catch(() => null);
    if (state) show(state);
  });
  return { look: () => void look() };
}

/**
 * @param {Speakers} state
 * @param {string} account
 */
function showLinks({ accounts_linked_here: linksHere, linked, voice }, account) {
  const entries = [[account, linked.account, "/alexa/link"]];
  if (voice) entries.push([`${voice}'s voice`, linked.voice, "/alexa/link?voice=1"]);
  byId("speaker-links").replaceChildren(
    ...(linksHere ? entries : []).map(([whose, slack, address]) =>
      make(
        "li",
        {},
        make("span", {}, slack ? `${whose} is linked: ${slack}. ` : `${whose} is not linked. `),
        make("a", { href: address }, slack ? `Link ${whose} anew` : `Link ${whose}`),
      ),
    ),
  );
  byId("speaker-disable").hidden = !linksHere || !linked.account;
}

/**
 * @param {HTMLSelectElement} select
 * @param {string[][]} options Values and texts.
 * @param {string} chosen
 */
function fill(select, options, chosen) {
  const wanted = options.join("\n");
  if (select.dataset.options !== wanted) {
    select.replaceChildren(...options.map(([value, text]) => make("option", { value }, text)));
    select.dataset.options = wanted;
  }
  select.value = chosen;
}
