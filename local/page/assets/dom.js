/**
 * Building and finding elements. Text enters the page as text only.
 */

/**
 * @param {string} id
 * @returns {any} The element; the page is written so that it is there.
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on` holds listeners, the others are attributes;
 *   false, null and undefined leave an attribute out.
 * @param {...(Node | string | null | false)} children
 * @returns {any}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, /** @type {EventListener} */ (listener));
      }
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const child of children) {
    if (child !== null && child !== false) element.append(child);
  }
  return element;
}

/**
 * Text in a person's words, shown in its own direction.
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
export function words(tag, className, text) {
  const element = make(tag, { class: className, dir: "auto" });
  element.textContent = text;
  return element;
}

/**
 * Makes a list show `items`, keeping the elements of those that stay: focus and open menus live on.
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => HTMLElement} build
 * @param {(element: HTMLElement, item: T) => void} update
 */
export function showList(list, items, keyOf, build, update) {
  /** @type {Map<string, HTMLElement>} */
  const before = new Map();
  for (const child of /** @type {HTMLElement[]} */ ([...list.children])) {
    before.set(child.dataset.key ?? "", child);
  }
  let place = /** @type {HTMLElement | null} */ (list.firstElementChild);
  for (const item of items) {
    const key = keyOf(item);
    let element = before.get(key);
    before.delete(key);
    if (!element) {
      element = build(item);
      element.dataset.key = key;
    }
    update(element, item);
    if (element === place) {
      place = /** @type {HTMLElement | null} */ (place.nextElementSibling);
    } else {
      list.insertBefore(element, place);
    }
  }
  for (const gone of before.values()) gone.remove();
}

/**
 * Shows a sentence in a notice, or hides the notice.
 * @param {HTMLElement} notice
 * @param {string | null} sentence
 */
export function tell(notice, sentence) {
  notice.textContent = sentence ?? "";
  notice.hidden = !sentence;
}

/**
 * Says something to a screen reader that the eye sees anyway.
 * @param {string} sentence
 */
export function announce(sentence) {
  byId("announcer").textContent = sentence;
}

/**
 * Wraps `work` so that it never runs twice at once; asked for meanwhile, it runs once more after.
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>}
 */
export function oneAtATime(work) {
  /** @type {Promise<void> | null} */
  let running = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    if (running) {
      again = true;
    } else {
      running = run().finally(() => {
        running = null;
      });
    }
    return running;
  };
}
