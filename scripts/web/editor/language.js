/** The editor speaks Vietnamese, whatever language the browser asks for, until a person chooses another. */

const KEY = "sveltia-cms.prefs";

/**
 * @returns {Record<string, unknown>}  what the editor keeps of a person's choices
 */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

const choices = kept();
if (!choices.locale || choices.locale === "auto") {
  localStorage.setItem(KEY, JSON.stringify({ ...choices, locale: "vi" }));
}
