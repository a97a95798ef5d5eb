/** Before anything is drawn: light or dark, the size of the letters, and that scripts run here. */

(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = (name) => {
    try {
      return localStorage.getItem(`cchc.${name}`) || "";
    } catch {
      // A browser may forbid keeping anything: the page then shows its own choice.
      return "";
    }
  };
  const paint = () => {
    const night = kept("nen") ? kept("nen") === "toi" : dark.matches;
    document.body.dataset.mdColorScheme = night ? "slate" : "default";
  };
  root.classList.replace("no-js", "js");
  const size = kept("co-chu");
  if (size) root.dataset.size = size;
  paint();
  dark.addEventListener?.("change", paint);
})();
