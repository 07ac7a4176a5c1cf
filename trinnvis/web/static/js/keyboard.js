// Keyboard: where a single key may be a shortcut. Never in a text field, never with a
// modifier, and never for a person who has turned shortcuts off (WCAG 2.1.4).

const WRITES = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";
// These take no text: a letter typed on them is free for a shortcut.
const CHOOSES = "input[type='radio'], input[type='checkbox'], input[type='button'], input[type='submit']";

/** Whether the key pressed may act as a shortcut here. */
export function mayAct(event) {
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.documentElement.dataset.shortcuts === "off") return false;
  const on = event.target instanceof Element ? event.target : null;
  return !on?.closest(WRITES) || on.matches(CHOOSES);
}
