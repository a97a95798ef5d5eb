/** The desk's file service: which files there are, their bytes, and the version each was read at. */

/** @typedef {{path: string, size: number, modified: number}} Listed */

/** How long a list of the files is believed, in ms: the editor asks for it once a folder. */
const FRESH = 2000;

export class Service {
  /**
   * @param {string} address  where the service is, without a slash at the end
   */
  constructor(address) {
    this.address = address;
    /** @type {Map<string, string>} */
    this.versions = new Map();
    /** @type {Promise<Listed[]> | undefined} */
    this.listed = undefined;
    this.asked = 0;
  }

  /**
   * @returns {Promise<Listed[]>}
   */
  list() {
    if (!this.listed || Date.now() - this.asked > FRESH) {
      this.listed = this.newList();
      this.asked = Date.now();
    }
    return this.listed;
  }

  /**
   * @returns {Promise<Listed[]>}
   */
  async newList() {
    const rows = await (await this.ask("")).json();
    return rows.map(([path, size, modified]) => ({ path, size, modified }));
  }

  /**
   * @param {string} path
   * @returns {Promise<File>}
   */
  async read(path) {
    const response = await this.ask(path);
    this.versions.set(path, response.headers.get("ETag") ?? "");
    const bytes = await response.blob();
    const lastModified = Number(response.headers.get("X-Modified"));
    return new File([bytes], path.split("/").at(-1), { type: bytes.type, lastModified });
  }

  /**
   * @param {string} path
   * @param {Blob | string} content
   */
  async write(path, content) {
    const version = this.versions.get(path);
    const headers = version ? { "If-Match": version } : { "If-None-Match": "*" };
    const response = await this.ask(path, { method: "PUT", body: content, headers });
    this.listed = undefined;
    this.versions.set(path, response.headers.get("ETag") ?? "");
  }

  /**
   * @param {string} path
   */
  async remove(path) {
    await this.ask(path, { method: "DELETE" });
    this.listed = undefined;
    this.versions.delete(path);
  }

  /**
   * @param {string} path
   * @param {RequestInit} [request]
   * @returns {Promise<Response>}
   */
  async ask(path, request = {}) {
    const address = path ? `${this.address}/${path.split("/").map(encodeURIComponent).join("/")}` : this.address;
    const response = await fetch(address, { cache: "no-store", credentials: "same-origin", ...request }).catch(() => null);
    if (response?.ok) return response;
    if (response?.status === 404) throw new DOMException(path, "NotFoundError");
    // The editor shows an error's message to the person who saved.
    throw new DOMException(await reasons(response), "NotAllowedError");
  }
}

/**
 * @param {Response | null} response
 * @returns {Promise<string>}  why it was refused, a line a reason
 */
async function reasons(response) {
  const silent = "Không liên lạc được với bàn làm việc. Bài đang viết vẫn còn trong cửa sổ này: mở lại bàn làm việc rồi"
    + " bấm Lưu lần nữa.";
  if (!response) return silent;
  try {
    const { loi, dong } = await response.json();
    return [loi, ...(dong ?? []).map((line) => `– ${line}`)].join("\n");
  } catch {
    return silent;
  }
}
