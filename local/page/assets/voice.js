/**
 * The browser's own ears and mouth, where it has them.
 */

const SPEAK_KEY = "earshot.speak";

/**
 * @param {HTMLElement} holder Shown when the browser can speak.
 * @param {HTMLInputElement} toggle
 * @returns {(text: string) => void} Speaks the text when the listener wants that.
 */
export function createMouth(holder, toggle) {
  if (!("speechSynthesis" in window)) return () => {};
  holder.hidden = false;
  toggle.checked = remembered(SPEAK_KEY) === "yes";
  toggle.addEventListener("change", () => {
    remember(SPEAK_KEY, toggle.checked ? "yes" : "no");
    if (!toggle.checked) speechSynthesis.cancel();
  });
  return (text) => {
    if (!toggle.checked || !text) return;
    speechSynthesis.cancel();
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = document.documentElement.lang;
    speechSynthesis.speak(speech);
  };
}

/**
 * @param {HTMLElement} button Shown when the browser can listen.
 * @param {(words: string) => void} onWords
 * @param {(problem: string) => void} onProblem
 */
export function createEars(button, onWords, onProblem) {
  const Recognition =
    /** @type {any} */ (window).SpeechRecognition ?? /** @type {any} */ (window).webkitSpeechRecognition;
  if (!Recognition) return;
  button.hidden = false;
  /** @type {any} */
  let recognition = null;

  const listening = (/** @type {boolean} */ on) => {
    button.setAttribute("aria-pressed", String(on));
    button.setAttribute("aria-label", on ? "Stop listening" : "Speak");
  };
  button.addEventListener("click", () => {
    if (recognition) {
      recognition.stop();
      return;
    }
    recognition = new Recognition();
    recognition.lang = document.documentElement.lang;
    recognition.addEventListener("result", (/** @type {any} */ event) => {
      onWords(event.results[0][0].transcript);
    });
    recognition.addEventListener("error", (/** @type {any} */ event) => {
      onProblem(problemOf(event.error));
    });
    recognition.addEventListener("end", () => {
      recognition = null;
      listening(false);
    });
    window.speechSynthesis?.cancel(); // An Echo falls silent when it is spoken to.
    listening(true);
    recognition.start();
  });
}

/** @param {string} code As the browser names it. */
function problemOf(code) {
  if (code === "not-allowed" || code === "service-not-allowed") {
    return "The browser may not use the microphone. Allow it beside the address, or type what you say.";
  }
  if (code === "no-speech") return "The browser heard nothing. Try again, or type what you say.";
  if (code === "audio-capture") return "The browser found no microphone. Type what you say instead.";
  if (code === "network") {
    return "The browser's speech service cannot be reached. Type what you say instead.";
  }
  return "The browser could not listen. Type what you say instead.";
}

/** @param {string} key */
function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing forgets the switch; nothing else is lost.
  }
}
