/** What a page can do only with a script: print itself, open the menu from the keyboard. */

for (const button of document.querySelectorAll("[data-cchc-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// After everything the page itself needs: what keeps pages for when there is no network.
const worker = document.querySelector("[data-cchc-worker]")?.dataset.cchcWorker;

if (worker && isSecureContext && navigator.serviceWorker) {
  const start = () => navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => {});
  addEventListener("load", () => setTimeout(start, 0));
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
