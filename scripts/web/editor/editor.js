/** The browser editor: our settings and, on the desk, our folder; then Sveltia CMS. */

// The order matters: what the editor asks the browser for must be there before it starts.
import "./language.js";
import "./desk.js";

import CMS from "@sveltia/cms";

CMS.init();
