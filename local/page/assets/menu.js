/**
 * A small menu behind a button, after the menu-button pattern of the ARIA practices.
 */

import { make } from "./dom.js";

const GAP = 4;
let menus = 0;

/**
 * @param {string} label What the button is called.
 * @param {{text: string, choose: () => void}[]} actions
 * @returns {{element: HTMLElement, button: HTMLButtonElement}}
 */
export function createMenu(label, actions) {
  menus += 1;
  const id = `menu-${menus}`;
  const button = make(
    "button",
    { type: "button", class: "icon", "aria-label": label, "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": id },
    make("span", { "aria-hidden": "true" }, "⋯"),
  );
  const list = make("div", { role: "menu", id, class: "menu-list", "aria-label": label, hidden: true });
  const element = make("div", { class: "menu" }, button, list);

  const follow = () => place(list, button);
  const open = (/** @type {number} */ at) => {
    list.hidden = false;
    document.addEventListener("scroll", follow, { capture: true, passive: true });
    button.setAttribute("aria-expanded", "true");
    place(list, button);
    list.children[at < 0 ? list.children.length + at : at].focus();
  };
  const close = (/** @type {boolean} */ back) => {
    list.hidden = true;
    document.removeEventListener("scroll", follow, { capture: true });
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  };

  for (const { text, choose } of actions) {
    const item = make("button", { type: "button", role: "menuitem", tabindex: -1 }, text);
    item.addEventListener("click", () => {
      close(true);
      choose();
    });
    list.append(item);
  }
  button.addEventListener("click", () => (list.hidden ? open(0) : close(false)));
  element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close(true);
      return;
    }
    const at = [...list.children].indexOf(document.activeElement);
    const count = list.children.length;
    const target = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined || (list.hidden && !event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    open(target >= count ? 0 : target);
  });
  element.addEventListener("focusout", (/** @type {FocusEvent} */ event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) close(false);
  });
  return { element, button };
}

/**
 * Under the button, or over it where there is no room: fixed, so that no scrolling box cuts it off.
 * @param {HTMLElement} list
 * @param {HTMLElement} button
 */
function place(list, button) {
  const at = button.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = at.bottom + height + GAP <= window.innerHeight;
  list.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - height - GAP)}px`;
  list.style.left = `${Math.max(GAP, at.right - width)}px`;
}
