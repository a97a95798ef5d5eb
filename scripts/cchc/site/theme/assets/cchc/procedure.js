/** Ticks on the papers of a dossier: kept on this device alone, by the procedure's code. */

for (const dossier of document.querySelectorAll("[data-cchc-ticks]")) {
  const name = `cchc-ho-so-${dossier.dataset.cchcTicks}`;
  const boxes = [...dossier.querySelectorAll("input[type=checkbox]")];
  const line = dossier.querySelector(".ticks");
  const said = dossier.querySelector("[data-cchc-ticked]");

  const kept = () => {
    try {
      const keys = JSON.parse(localStorage.getItem(name));
      return new Set(Array.isArray(keys) ? keys : []);
    } catch {
      return new Set(); // storage refused, or another program's text under our name
    }
  };

  const keep = (keys) => {
    try {
      if (keys.length) localStorage.setItem(name, JSON.stringify(keys));
      else localStorage.removeItem(name);
    } catch {
      // Private windows refuse storage: the ticks then last as long as the page.
    }
  };

  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    line.hidden = ticked === 0;
    said.textContent = `Đã đánh dấu ${ticked} giấy tờ (chỉ lưu trên máy này).`;
  };

  const changed = () => {
    keep(boxes.filter((box) => box.checked).map((box) => box.value));
    tell();
  };

  const before = kept();
  for (const box of boxes) {
    box.checked = before.has(box.value);
    box.addEventListener("change", changed);
  }
  dossier.querySelector("[data-cchc-untick]").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    changed();
    boxes[0].focus();
  });
  tell();
}
