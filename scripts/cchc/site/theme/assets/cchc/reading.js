/** How one reads: size of the letters, light or dark, where in a long page one is, tables as cards. */

const root = document.documentElement;
const LARGEST = 3;

const keep = (name, value) => {
  try {
    localStorage.setItem(`cchc.${name}`, value);
  } catch {
    // Nothing may be kept here: the choice holds for this page.
  }
};

const sizes = document.querySelectorAll("[data-cchc-size]");
const size = () => Number(root.dataset.size || 0);
const tellSize = () => {
  for (const button of sizes) {
    const next = size() + Number(button.dataset.cchcSize);
    button.setAttribute("aria-disabled", String(next < 0 || next > LARGEST));
  }
};

for (const button of sizes) {
  button.addEventListener("click", () => {
    const next = size() + Number(button.dataset.cchcSize);
    if (next < 0 || next > LARGEST) return;
    root.dataset.size = String(next);
    keep("co-chu", String(next));
    tellSize();
  });
}
tellSize();

for (const button of document.querySelectorAll("[data-cchc-scheme]")) {
  const body = document.body;
  const tell = () => button.setAttribute("aria-pressed", String(body.dataset.mdColorScheme === "slate"));
  button.addEventListener("click", () => {
    const night = body.dataset.mdColorScheme !== "slate";
    body.dataset.mdColorScheme = night ? "slate" : "default";
    keep("nen", night ? "toi" : "sang");
  });
  new MutationObserver(tell).observe(body, { attributeFilter: ["data-md-color-scheme"] });
  tell();
}

const contents = document.querySelector("[data-cchc-contents]");

if (contents) {
  const links = [...contents.querySelectorAll("a[href^='#']")];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const line = 160;
  let waiting = false;
  const mark = () => {
    waiting = false;
    const here = parts.findLastIndex?.((part) => part && part.getBoundingClientRect().top < line) ?? -1;
    links.forEach((link, index) => {
      if (index === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }, { passive: true });
  mark();
}

// Shown as blocks on a narrow screen, a table is no table any more to some screen readers: roles say it.
const ROLES = { "": "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };

for (const table of document.querySelectorAll("table.cards")) {
  for (const [part, role] of Object.entries(ROLES)) {
    for (const each of part ? table.querySelectorAll(part) : [table]) each.setAttribute("role", role);
  }
}
