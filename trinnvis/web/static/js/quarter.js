// Quarter: the behaviours of the quarter's pages. Each page works without them.
import { saveLines } from "./quarter-autosave.js";
import { keepDrafts } from "./quarter-drafts.js";
import { walkLines } from "./quarter-keys.js";

const quarter = document.querySelector("[data-quarter]");
if (quarter) {
  saveLines(quarter);
  keepDrafts(quarter);
  walkLines(quarter);
}
