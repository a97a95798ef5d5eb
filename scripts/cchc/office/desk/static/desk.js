// The desk works without this: it only adds dragging files, progress that moves, and one click a form.
"use strict";

/** @param {HTMLFormElement} form */
function takeDrops(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
  const mark = (/** @type {boolean} */ over) => form.classList.toggle("over", over);
  // The button of a file field speaks the browser's language, not the page's: the label stands for it.
  form.classList.add("ready");
  input.addEventListener("change", () => {
    if (input.files?.length) form.requestSubmit();
  });
  form.addEventListener("dragover", () => mark(true));
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) mark(false);
  });
  form.addEventListener("drop", (event) => {
    mark(false);
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    event.preventDefault();
    const taken = new DataTransfer();
    for (const file of input.multiple ? files : [files[0]]) taken.items.add(file);
    input.files = taken.files;
    form.requestSubmit();
  });
}

/** A file that misses the box must not replace the page. */
function keepPage() {
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
}

function submitOnce() {
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    const button = form.querySelector("button");
    if (button) {
      button.setAttribute("aria-disabled", "true");
      button.dataset.words = button.textContent ?? "";
      button.textContent = "Đang gửi …";
    }
  });
  // A page that the browser brings back as it was left can be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      const button = form.querySelector("button");
      button?.removeAttribute("aria-disabled");
      if (button?.dataset.words) button.textContent = button.dataset.words;
    }
  });
}

/** @param {HTMLElement} list */
async function follow(list) {
  try {
    const answer = await fetch(list.dataset.job ?? "", { cache: "no-store" });
    const { buoc, xong } = await answer.json();
    if (xong) {
      location.reload();
      return;
    }
    const items = buoc.map((/** @type {string} */ words, /** @type {number} */ at) => {
      const item = document.createElement("li");
      item.className = at === buoc.length - 1 ? "now" : "done";
      item.textContent = words;
      return item;
    });
    if (buoc.length !== list.children.length) list.replaceChildren(...items);
  } catch {
    // The desk may be closing: ask again, the page says what it knew last.
  }
  setTimeout(follow, 700, list);
}

// What is being made: look again, as the page without a script does.
if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), 2000);
keepPage();
submitOnce();
for (const form of document.querySelectorAll("form[data-drop]")) takeDrops(form);
for (const list of document.querySelectorAll("[data-job]")) follow(list);
