/**
 * The editor speaks Vietnamese, whatever language the browser asks for: it takes the browser's language for its own
 * until a person has chosen another in its settings.
 */

const OURS = "vi";

for (const [name, value] of Object.entries({ language: OURS, languages: [OURS, ...navigator.languages] })) {
  Object.defineProperty(navigator, name, { configurable: true, get: () => value });
}
