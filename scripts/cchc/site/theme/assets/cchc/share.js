/** Passing a page on: the device's own sharing where it has one, else the copied address. */

const said = document.querySelector("[data-cchc-said]");
const canonical = document.querySelector("link[rel=canonical]");
const address = canonical ? canonical.href : location.href.split("#")[0];

function offer(selector, act) {
  const button = document.querySelector(selector);
  if (!button) return;
  button.parentElement.hidden = false;
  button.addEventListener("click", act);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = "Đã sao chép liên kết.";
  } catch {
    // No clipboard on an unencrypted page: the reader can mark the words and copy them.
    said.textContent = `Liên kết của trang: ${address}`;
  }
}

async function share() {
  try {
    await navigator.share({ title: document.title, url: address });
  } catch (error) {
    if (error.name !== "AbortError") await copy();
  }
}

if (navigator.share) offer("[data-cchc-share]", share);
offer("[data-cchc-copy]", copy);
