// Menu: an open menu closes with Escape and by pressing outside it. Opening is the
// details element's own work.

export function closeMenus(page) {
  const open = () => page.querySelectorAll("details.menu[open]");

  page.addEventListener("click", (event) => {
    for (const menu of open()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      const held = menu.contains(page.activeElement);
      menu.open = false;
      if (held) menu.querySelector("summary").focus();
    }
  });

  page.addEventListener("focusout", (event) => {
    const menu = event.target.closest?.("details.menu[open]");
    const next = event.relatedTarget;
    if (menu && next && !menu.contains(next)) menu.open = false;
  });
}
