/**
 * The foreign addresses in the editor's bundle, and what becomes of each. Those that the editor would ask by itself
 * are rewritten to files of ours; the rest belong to parts that our settings leave out (cloud storage, stock photos,
 * translation, maps, video) or are links that a person may follow. What is not on the list stops the build: a new
 * version must be looked at. The page's Content-Security-Policy refuses whatever is asked all the same.
 */

/** What the editor would fetch by itself, and the file beside its page that answers instead. */
export const REWRITTEN = {
  // "Is there a newer version?", each hour.
  "https://unpkg.com/@sveltia/cms": "./noi-bo/cms",
  // Grammars of code blocks, the map's marker: left out, and no other place is asked.
  "https://unpkg.com/": "./noi-bo/khong-co/",
  // "Is the service well?", each five minutes, where the ward works on GitHub or GitLab.
  "https://www.githubstatus.com/api/v2/status.json": "./noi-bo/trang-thai.json",
  "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7": "./noi-bo/trang-thai.json",
};

/** Fonts: jsDelivr's address by the start of the name that the package's own copy has. */
export const FONTS = {
  "https://cdn.jsdelivr.net/fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "source-sans-3-",
  "https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2": "noto-mono-",
  "https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2":
    "material-symbols-outlined-",
};

/** Names of things, not addresses that are asked. */
const NAMES = ["www.w3.org", "json-schema.org", "ns.adobe.com"];

/** Where a ward's repository may be: asked only if the ward has set it, and a person has signed in. */
const REPOSITORIES = ["api.github.com", "github.com", "gitlab.com", "gitea.com", "codeberg.org", "api.netlify.com"];

/** In words for programmers, or behind a link that a person clicks. */
const LINKS = [
  "sveltiacms.app", "svelte.dev", "lexical.dev", "react.dev", "github.com", "discord.com", "bsky.app", "stackoverflow.com",
  "fontsource.org", "www.githubstatus.com", "status.gitlab.com", "unsplash.com", "pixabay.com", "www.pexels.com",
  "supabase.com", "www.scaleway.com", "www.backblaze.com", "uploadcare.com", "console.cloudinary.com", "cloudinary.com",
  "console.cloud.google.com", "bunny.net", "platform.openai.com", "www.openstreetmap.org", "www.digitalocean.com",
  "www.cloudflare.com", "secure.backblaze.com", "portal.azure.com", "platform.deepseek.com", "platform.claude.com",
  "learn.microsoft.com", "docs.mistral.ai", "docs.digitalocean.com", "docs.claude.com", "docs.aws.amazon.com",
  "developers.cloudflare.com", "dash.cloudflare.com", "dash.bunny.net", "console.scaleway.com", "console.mistral.ai",
  "console.aws.amazon.com", "cloud.digitalocean.com", "azure.microsoft.com", "aws.amazon.com", "app.uploadcare.com",
  "api-docs.deepseek.com", "aistudio.google.com", "ai.google.dev", "picsum.photos", "identity.netlify.com",
];

/** Of parts that our settings leave out: cloud storage, stock photos, translation, maps, video. */
const LEFT_OUT = [
  "res.cloudinary.com", "ucarecdn.com", "api.uploadcare.com", "upload.uploadcare.com", "translation.googleapis.com",
  "generativelanguage.googleapis.com", "api.openai.com", "api.mistral.ai", "api.deepseek.com", "api.anthropic.com",
  "api.unsplash.com", "api.pexels.com", "nominatim.openstreetmap.org", "www.youtube-nocookie.com", "www.youtube.com",
  "youtu.be", "localhost",
];

const KNOWN = new Set([...NAMES, ...REPOSITORIES, ...LINKS, ...LEFT_OUT]);
const ADDRESS = /https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?=[/`'"?:#\s)]|$)/gi;

/**
 * @param {string} text  the editor's program as the package has it
 * @param {string[]} assets  names of the package's own files
 * @returns {string}  the program, asking nobody but the host it came from
 */
export function rewritten(text, assets) {
  const fonts = Object.entries(FONTS).map(([from, start]) => {
    const name = assets.find((each) => each.startsWith(start) && each.endsWith(".woff2"));
    return [from, `./assets/${name ?? missing(start)}`];
  });
  return [...Object.entries(REWRITTEN), ...fonts].reduce((done, [from, to]) => {
    if (!done.includes(from)) missing(from);
    return done.replaceAll(from, to);
  }, text);
}

/**
 * @param {string} what
 * @returns {never}
 */
function missing(what) {
  throw new Error(`@sveltia/cms không còn “${what}”: xem lại scripts/web/editor/addresses.mjs`);
}

/**
 * @param {string} text
 * @returns {string[]}  hosts that nobody has decided about
 */
export function unknownHosts(text) {
  const hosts = [...text.matchAll(ADDRESS)].map(([, host]) => host.toLowerCase());
  return [...new Set(hosts)].filter((host) => !KNOWN.has(host)).sort();
}
