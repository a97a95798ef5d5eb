/**
 * The editor's own Vietnamese, where it says something else than we mean: its groups are no news categories, a
 * procedure is no article, and who sees a message is no administrator.
 */

import { UNTRANSLATED } from "./untranslated.mjs";

/** Everywhere. */
const WORDS = [
  ["chuyên mục", "mục"],
  ["Chuyên mục", "Mục"],
];

/** Whole messages, by their key. */
const MESSAGES = {
  collections: "Nội dung",
  creating_entries_disabled_by_admin:
    "Không tạo mới ở đây. Thủ tục mới vào trang khi có người xác nhận quyết định công bố.",
};

/**
 * @param {Record<string, any>} messages  changed: the message at a path of keys (`save_conflict.title`)
 * @param {string} at
 * @param {string} words
 */
function put(messages, at, words) {
  const keys = at.split(".");
  const last = keys.pop();
  const place = keys.reduce((inside, key) => (inside[key] ??= {}), messages);
  place[last] = words;
}

/**
 * @param {string} text  vi.json as the package has it
 * @returns {string}
 */
export function ourWords(text) {
  const messages = JSON.parse(WORDS.reduce((done, [from, to]) => done.replaceAll(from, to), text));
  for (const key of Object.keys(MESSAGES)) {
    if (!(key in messages)) throw new Error(`@sveltia/cms không còn lời “${key}”: xem lại scripts/web/editor/words.mjs`);
  }
  const ours = { ...MESSAGES, ...UNTRANSLATED };
  for (const [at, words] of Object.entries(ours)) put(messages, at, words);
  return JSON.stringify(messages);
}
