/** What a page can do only with a script: print itself, open the menu from the keyboard. */

for (const button of document.querySelectorAll("[data-cchc-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const drawer = document.getElementById("__drawer");
const menu = document.querySelector("[data-cchc-menu]");

if (drawer && menu) {
  const tell = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  tell();
  drawer.addEventListener("change", tell);
  menu.addEventListener("click", () => drawer.click());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      menu.focus();
    }
  });
}
