/** Search rows of real procedures, made from the data folder beside the repository. */

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const DATA = new URL("../../../shared/data/", import.meta.url);
const NATIONAL = fileURLToPath(new URL("national-2026-06/commune-level.jsonl.gz", DATA));
const WARD = fileURLToPath(new URL("ward-2026-10/services.tsv", DATA));
/** The residence and identity procedures that the ward lists under its police. */
const POLICE = [
  "1.004222", "1.004194", "1.010039", "1.010041", "1.003197",
  "2.001159", "1.014061", "1.014062", "1.014063", "1.014064",
];
const NOT_A_PAPER = /Tên giấy tờ|Mẫu đơn, tờ khai|Số lượng/g;
const LONGEST_PAPER = 160;

/** Reason to skip, or false. */
export const missing = existsSync(NATIONAL) && existsSync(WARD) ? false : "không có dữ liệu thật (../shared)";

/** The page's text runs its cells together: cut it where a count of copies ends a paper. */
function papers(dossier) {
  return dossier.replace(NOT_A_PAPER, "").split(/\d+ bản (?:chính|sao)/)
    .map((paper) => paper.replace(/^[\s*:;,–-]+/, "").slice(0, LONGEST_PAPER).trim())
    .filter((paper) => paper !== "").join("; ");
}

const row = (code, title, field = "", dossier = "") =>
  ({ u: `thu-tuc/${code}/`, k: "p", c: code, t: title, f: field, w: "", g: papers(dossier), s: "" });

function nationalRecords() {
  const lines = gunzipSync(readFileSync(NATIONAL)).toString("utf8").trim().split("\n");
  const sound = lines.map((line) => JSON.parse(line)).filter((record) => record._khop_ma);
  return new Map(sound.map((record) => [record.ma_thu_tuc, record]));
}

const ofRecord = (record) =>
  row(record.ma_thu_tuc, record.ten_thu_tuc, record.linh_vuc, record.thanh_phan_ho_so);

/** All commune-level procedures of the nation whose record is sound. */
export const nationalRows = () => [...nationalRecords().values()].map(ofRecord);

/** The ward's own catalogue and its police's; field and papers where the nation's record has them. */
export function wardRows() {
  const records = nationalRecords();
  const lines = readFileSync(WARD, "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
  const named = new Map(lines.map(([code, , name]) => [code, name]));
  const own = [...named].map(([code, name]) => {
    const record = records.get(code);
    return row(code, name, record?.linh_vuc, record?.thanh_phan_ho_so);
  });
  return [...own, ...POLICE.map((code) => ofRecord(records.get(code)))];
}

/** The queries of tests/search_queries.yml: each line is a JSON object behind "- ". */
export function queries() {
  const text = readFileSync(new URL("../search_queries.yml", import.meta.url), "utf8");
  return text.split("\n").filter((line) => line.startsWith("- ")).map((line) => JSON.parse(line.slice(2)));
}
