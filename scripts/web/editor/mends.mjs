/** Faults of the editor's program that an officer would trip over, mended in the copy we build. */

/**
 * A list of plain rows writes its value back as soon as it is shown, and the form takes that for a change: every
 * procedure that is only looked at would be kept as an unfinished draft and asked about the next time.
 */
const ROWS = new RegExp(
  "(let e=t\\.currentValue\\?\\?\\[\\];)(\\(0,[\\w$]+\\.default\\))\\(([\\w$]+)\\(\\),e\\)"
  + "(\\|\\|.{1,80}?let e=[\\w$]+\\.current;e&&)([\\w$]+\\(\\{draft:e,valueStoreKey:[\\w$]+,locale:t\\.locale)", "g");

/**
 * @param {string} text  the editor's program as the package has it
 * @returns {string}
 */
export function mended(text) {
  const found = [...text.matchAll(ROWS)].length;
  if (found !== 1) throw new Error("@sveltia/cms đã đổi phần danh sách: xem lại scripts/web/editor/mends.mjs");
  return text.replace(ROWS, "$1$2($3(),e)$4!$2($3(),t.currentValue??[])&&$5");
}
