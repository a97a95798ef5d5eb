/** Says that a page is a copy kept on the device, and from when; lets kept pages go. The worker puts it there. */

(() => {
  const root = new URL("../../", document.currentScript.src);
  const { cchcKept: time, cchcWhy: why } = document.documentElement.dataset;
  const bar = document.querySelector("[data-cchc-worker]");
  /** How often, and how many times, a page that is not kept looks whether it can be had. */
  const [LOOK_MS, LOOKS] = [2000, 60];
  const two = (number) => String(number).padStart(2, "0");

  /** A moment as people write it, in the device's own zone: 15:42 ngày 24/11/2026. */
  function written(moment) {
    const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`;
    return `${two(moment.getHours())}:${two(moment.getMinutes())} ngày ${day}`;
  }

  const copy = `đang xem bản đã lưu lúc ${time ? written(new Date(time)) : ""}`;
  const WORDS = {
    off: `Mất mạng: ${copy}. Thông tin có thể đã đổi.`,
    error: `Máy chủ chưa trả lời được: ${copy}. Thông tin có thể đã đổi.`,
    slow: `Mạng chậm: ${copy}. Đang tải bản mới…`,
    same: "Đã có mạng: bản đang xem là bản mới nhất.",
    newer: "Trang đã có bản mới.",
    online: "Đã có mạng trở lại.",
  };
  const AGAIN = { newer: "Xem bản mới", online: "Tải lại trang" };

  function say(news) {
    if (!bar || !(news in WORDS)) return;
    bar.textContent = WORDS[news];
    if (!(news in AGAIN)) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = AGAIN[news];
    button.addEventListener("click", () => location.reload());
    bar.append(" ", button);
  }

  if (time) {
    say(why);
    addEventListener("online", () => say("online"));
    addEventListener("offline", () => say("off"));
  }

  /** Nobody waits for a page that could be there by now; what is being typed is not taken away. */
  async function look(left) {
    await new Promise((go) => setTimeout(go, LOOK_MS));
    const typing = [...document.querySelectorAll("input[name=q]")].some((box) => box.value);
    const there = navigator.onLine && !typing && (await fetch(location.href, { method: "HEAD" }).catch(() => null));
    if (there && there.ok) location.reload();
    else if (left > 1) look(left - 1);
  }

  const again = document.querySelector("[data-cchc-again]");
  if (again) {
    again.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    addEventListener("online", () => look(1));
    look(LOOKS);
  }

  const workers = isSecureContext && navigator.serviceWorker;
  if (!workers) return;

  workers.addEventListener("message", ({ data }) => say(data?.cchc));

  /** The kept pages are let go by the worker: it knows which ones stay. */
  async function forget(line) {
    const { active } = (await workers.getRegistration(root)) ?? {};
    const done = () => (line.querySelector("[role=status]").textContent = "Đã xóa.");
    if (!active) return done();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    active.postMessage({ cchc: "forget" }, [port2]);
  }

  for (const line of document.querySelectorAll("[data-cchc-forget]")) {
    line.hidden = false;
    line.querySelector("button").addEventListener("click", () => forget(line));
  }
})();
