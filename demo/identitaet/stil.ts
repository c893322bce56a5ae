/** The look of the log-in pages: system fonts, nothing loaded from elsewhere, light and dark, from 320 px up. */
export const stil = `
:root { color-scheme: light dark; --grund: #fff; --flaeche: #f2f4f7; --text: #1a1d21; --leise: #4a525c; --rand: #6b7580; --akzent: #174a8b; --aufAkzent: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --grund: #14181d; --flaeche: #1f262d; --text: #eef1f4; --leise: #bcc5ce; --rand: #8a95a0; --akzent: #9cc4ff; --aufAkzent: #0d1b2e; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--grund); color: var(--text); font: 1.0625rem/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 64rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 4px solid var(--akzent); }
header p { margin: 0; font-weight: 600; }
footer { color: var(--leise); font-size: 0.9375rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
.thema { font-size: 1.0625rem; margin: 1.25rem 0 0.5rem; }
ul.personen { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
button, input { font: inherit; color: inherit; }
button.person { display: flex; flex-direction: column; justify-content: flex-start; width: 100%; height: 100%; text-align: left; padding: 0.75rem 1rem; background: var(--flaeche); border: 1px solid var(--rand); border-radius: 0.25rem; cursor: pointer; overflow-wrap: anywhere; }
button.person strong { display: block; color: var(--akzent); text-decoration: underline; }
button.person:hover strong { text-decoration-thickness: 3px; }
details { margin: 1rem 0 0; border: 1px solid var(--rand); border-radius: 0.25rem; }
summary { padding: 0.75rem 1rem; cursor: pointer; font-weight: 600; min-height: 2.75rem; overflow-wrap: anywhere; }
details[open] > summary { border-bottom: 1px solid var(--rand); }
details > section { padding: 0 1rem 1rem; }
button.vorgeschlagen { border: 3px solid var(--akzent); }
button.knopf { padding: 0.625rem 1.25rem; min-height: 2.75rem; background: var(--akzent); color: var(--aufAkzent); border: 1px solid var(--akzent); border-radius: 0.25rem; cursor: pointer; }
button.leise { background: var(--grund); color: var(--akzent); }
:focus-visible { outline: 3px solid var(--akzent); outline-offset: 3px; }
.suche { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; }
.suche div { flex: 1 1 14rem; }
label { display: block; }
input[type="search"] { width: 100%; min-height: 2.75rem; padding: 0.5rem; background: var(--grund); border: 1px solid var(--rand); border-radius: 0.25rem; }
fieldset { margin: 1.5rem 0 0; border: 1px solid var(--rand); border-radius: 0.25rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0.5rem 1rem 0.75rem; }
fieldset label { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.25rem; }
input[type="radio"] { width: 1.25rem; height: 1.25rem; accent-color: var(--akzent); }
.abbruch { margin-top: 2rem; }
`.trimStart();
