/** What a page can do only with a script: print itself, open the menu from the keyboard. */

for (const button of document.querySelectorAll("[data-cchc-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const drawer = document.getElementById("__drawer");
const menu = document.querySelector("[data-cchc-menu]");

if (drawer && menu) {
  const tell = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  menu.tabIndex = 0;
  menu.setAttribute("role", "button");
  tell();
  drawer.addEventListener("change", tell);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    // The theme's own script clicks a label on Enter too: twice would be never.
    event.stopPropagation();
    drawer.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      menu.focus();
    }
  });
}
