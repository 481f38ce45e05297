/**
 * Adding people and channels to the workspace.
 */

import { workspace } from "./api.js";
import { byId, tell } from "./dom.js";

/** Makes both forms work. */
export function createAdding() {
  for (const [form, add] of /** @type {[string, (name: string) => Promise<any>][]} */ ([
    ["add-channel", workspace.addChannel],
    ["add-person", workspace.addPerson],
  ])) {
    serve(byId(form), add);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {(name: string) => Promise<any>} add
 */
function serve(form, add) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const problem = /** @type {HTMLElement} */ (form.querySelector(".notice"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    tell(problem, null);
    const name = field.value.trim();
    if (name === "") {
      tell(problem, "Write a name first.");
      return;
    }
    try {
      await add(name);
      field.value = "";
    } catch (failure) {
      tell(problem, /** @type {Error} */ (failure).message);
    }
  });
}
