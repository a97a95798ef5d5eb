/**
 * On the desk the editor works on the portal's own folder, through the desk's file service: no account, no folder to
 * pick, and any browser. The page says where the service is: <meta name="cchc-tep" content="/tep">.
 *
 * The editor keeps the folder a person has picked in IndexedDB, which cannot hold an object of ours: it is answered
 * from here instead.
 */

import { Folder } from "./folder.js";
import { Service } from "./service.js";

const HANDLE = "root_dir_handle";
const USER = "sveltia-cms.user";

/**
 * A request that has its answer: the editor sets `onsuccess` and reads `result`, no more.
 * @param {unknown} result
 */
function answered(result) {
  return { result, set onsuccess(/** @type {() => void} */ then) { queueMicrotask(then); } };
}

/**
 * @param {Folder} folder
 */
function remember(folder) {
  const store = IDBObjectStore.prototype;
  const { get, put } = store;
  store.get = function (key) { return key === HANDLE ? answered(folder) : get.call(this, key); };
  store.put = function (value, key) { return put.call(this, key === HANDLE ? true : value, key); };
}

const meta = document.querySelector('meta[name="cchc-tep"]');
if (meta) {
  const folder = new Folder(new Service(meta.content), "");
  remember(folder);
  window.showDirectoryPicker = async () => folder;
  localStorage.setItem(USER, JSON.stringify({ backendName: "local" }));
}
