/**
 * A folder and its files in the shape of the browser's own (FileSystemDirectoryHandle, FileSystemFileHandle), as far
 * as the editor uses it; behind it is the desk's file service.
 */

/** The editor writes a file under such a name first and then gives it its own: here it waits in memory. */
const WAITING = /^\.sveltia-tmp-/;
/** The editor asks whether the folder is a Git folder before it takes it. */
const GIT = ".git";

/**
 * @param {string} name
 * @returns {never}
 */
function missing(name) {
  throw new DOMException(name, "NotFoundError");
}

class Entry {
  /**
   * @param {import("./service.js").Service} service
   * @param {string} path  below the portal; empty for the portal itself
   */
  constructor(service, path) {
    this.service = service;
    this.path = path;
    this.name = path.split("/").at(-1);
  }

  async queryPermission() { return "granted"; }

  async requestPermission() { return "granted"; }

  /** @param {Entry} other */
  async isSameEntry(other) { return other.path === this.path; }
}

export class PlainFile extends Entry {
  kind = "file";

  /** @type {Blob | undefined} */
  waiting;

  /** @type {Error | undefined} */
  refused;

  async getFile() {
    return this.waiting ? new File([this.waiting], this.name) : this.service.read(this.path);
  }

  async createWritable() {
    const write = async (/** @type {Blob | string} */ content) => {
      if (WAITING.test(this.name)) this.waiting = new Blob([content]);
      else await this.service.write(this.path, content);
    };
    return { write, close: async () => {}, abort: async () => {} };
  }

  /**
   * @param {Folder} folder
   * @param {string} name
   */
  async move(folder, name) {
    // The editor tries three times, for the sake of virus scanners: what was refused stays refused.
    if (this.refused) throw this.refused;
    const path = folder.below(name);
    const old = this.waiting ? "" : this.path;
    const content = this.waiting ?? (await this.getFile());
    await this.service.write(path, content).catch((error) => {
      this.refused = error;
      throw error;
    });
    if (old) await this.service.remove(old);
    Object.assign(this, { path, name, waiting: undefined });
  }
}

export class Folder extends Entry {
  kind = "directory";

  /** @param {string} name */
  below(name) { return this.path ? `${this.path}/${name}` : name; }

  /** @returns {Promise<Map<string, Entry>>}  what is directly in this folder, by name */
  async children() {
    const start = this.path ? `${this.path}/` : "";
    const found = new Map();
    for (const { path } of await this.service.list()) {
      if (!path.startsWith(start)) continue;
      const [name, ...deeper] = path.slice(start.length).split("/");
      const made = deeper.length ? Folder : PlainFile;
      if (!found.has(name)) found.set(name, new made(this.service, start + name));
    }
    return found;
  }

  async *entries() { yield* (await this.children()).entries(); }

  async *keys() { yield* (await this.children()).keys(); }

  async *values() { yield* (await this.children()).values(); }

  [Symbol.asyncIterator]() { return this.entries(); }

  /**
   * @param {string} name
   * @param {{create?: boolean}} [options]
   */
  async getFileHandle(name, { create = false } = {}) {
    if (create || (await this.children()).get(name)?.kind === "file") return new PlainFile(this.service, this.below(name));
    return missing(name);
  }

  /**
   * @param {string} name
   * @param {{create?: boolean}} [options]
   */
  async getDirectoryHandle(name, { create = false } = {}) {
    const git = !this.path && name === GIT;
    if (create || git || (await this.children()).get(name)?.kind === "directory") return new Folder(this.service, this.below(name));
    return missing(name);
  }

  /** @param {string} name */
  async removeEntry(name) {
    // A folder is there only as long as a file is in it: an empty one goes by itself.
    if (!WAITING.test(name) && (await this.children()).get(name)?.kind === "file") await this.service.remove(this.below(name));
  }
}
