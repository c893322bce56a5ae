import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";

export type Asset = { path: string; content: Buffer | string; contentType: string };

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const own = (name: string) => readFileSync(join(import.meta.dirname, "oeffentlich", name), "utf8");
const require = createRequire(import.meta.url);
const kern = dirname(require.resolve("@kern-ux/native/package.json"));

/** Grid, spacing and flex helpers of KERN, which we do not use: three quarters of its stylesheet. */
const HELPER =
  /\.kern-(?:row|col|stack|flex|w|h|m[trblxy]?|p[trblxy]?|align|justify|self|order|gap|offset|container|grid|d|text|items|content|max|min)-[\w-]+/;

/** Leaves out rules whose every selector is such a helper. Works on the minified text, where a rule is `selectors{…}`. */
export function withoutHelpers(css: string): string {
  return css
    .replace(/([^{}@;]+)\{([^{}]*)\}/g, (rule, selectors: string) =>
      selectors.split(",").every((selector) => HELPER.test(selector)) ? "" : rule,
    )
    .replace(/@media[^{]+\{\s*\}/g, "");
}

function asset(name: string, content: Buffer | string): Asset {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const end = extname(name);
  return {
    path: `/assets/${name.slice(0, -end.length)}-${hash}${end}`,
    content,
    contentType: types[end] ?? "application/octet-stream",
  };
}

const regular = asset("fira-regular.woff2", readFileSync(join(kern, "dist/fonts/fira-sans/FiraSans-Regular.woff2")));
const semibold = asset("fira-semibold.woff2", readFileSync(join(kern, "dist/fonts/fira-sans/FiraSans-SemiBold.woff2")));
const face = (font: Asset, weight: string) =>
  `@font-face{font-family:"Fira Sans";src:url("${font.path}") format("woff2");font-weight:${weight};font-display:swap}`;

const style = asset(
  "fachwerk.css",
  `${face(regular, "400")}${face(semibold, "500 700")}${withoutHelpers(readFileSync(join(kern, "dist/kern.min.css"), "utf8"))}${own("fachwerk.css")}`,
);
const script = asset("fachwerk.js", own("fachwerk.js"));
/** Loaded by `fachwerk.js` where a page names it in `data-skript`. */
const reihe = asset("reihe.js", own("reihe.js"));
const favicon = asset("favicon.svg", own("favicon.svg"));

/** Served by `#http` under their names, which change with their content, so that browsers may keep them for a year. */
export const assets: readonly Asset[] = [regular, semibold, style, script, reihe, favicon];
export const paths = { style: style.path, script: script.path, reihe: reihe.path, favicon: favicon.path } as const;
