// App: the behaviours every page has. Each page works without them.
import { switchColourScheme } from "./colour-scheme.js";
import { moveToErrors } from "./errors.js";
import { closeMenus } from "./menu.js";
import { offerPrinting } from "./print.js";
import { openSearch } from "./search.js";

switchColourScheme(document);
closeMenus(document);
openSearch(document);
offerPrinting(document);
moveToErrors(document);
