/** The ordinary case before the special one: "khai sinh" means the first registration at home. */

import { keys } from "./fold.js";

/** What a name says when it is about a later step or a special case. */
const SPECIAL = [
  "đăng ký lại", "cấp lại", "cấp đổi", "thay đổi", "điều chỉnh", "sửa đổi", "gia hạn", "tạm ngừng",
  "chấm dứt", "dừng thực hiện", "hủy bỏ", "xóa đăng ký", "thu hồi", "giải thể", "trả lại", "đính chính",
  "cập nhật", "hiệu đính", "thông báo bổ sung",
  "yếu tố nước ngoài", "khu vực biên giới", "lưu động", "kết hợp", "liên thông", "của nước ngoài",
].map(keys);

/**
 * @param {readonly string[]} text
 * @param {readonly string[]} phrase
 * @returns {boolean}
 */
const contains = (text, phrase) =>
  text.some((_, at) => phrase.every((key, i) => text[at + i] === key));

/**
 * The special cases that a name speaks of.
 * @param {readonly string[]} name  folded words
 * @returns {string[][]}
 */
export const specialCases = (name) => SPECIAL.filter((phrase) => contains(name, phrase));

/**
 * How many of them the query does not touch with a single word.
 * @param {readonly string[][]} cases
 * @param {readonly string[]} asked  folded words of the query
 * @returns {number}
 */
export const unasked = (cases, asked) =>
  cases.filter((phrase) => !phrase.some((key) => asked.includes(key))).length;
