/** Tells a person why something was not saved: over the editor, in plain words, until it has been read. */

/**
 * @param {string} title
 * @param {string[]} lines
 */
export function tell(title, lines) {
  const dialog = document.createElement("dialog");
  dialog.className = "cchc-loi";
  dialog.setAttribute("role", "alertdialog");
  const heading = Object.assign(document.createElement("h2"), { textContent: title });
  const list = document.createElement("ul");
  list.append(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Đã đọc, quay lại sửa" });
  close.addEventListener("click", () => dialog.remove());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(heading, list, close);
  // A second try of the same thing says the same: one notice is enough.
  document.querySelector("dialog.cchc-loi")?.remove();
  document.body.append(dialog);
  dialog.showModal();
}
