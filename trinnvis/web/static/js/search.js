// Search: «/» moves to the search field.
import { mayAct } from "./keyboard.js";

export function openSearch(page) {
  const field = page.querySelector("[data-search-field]");
  if (!field) return;
  page.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !mayAct(event)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
