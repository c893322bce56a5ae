import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type Antworten, eintragsname, type Feld, type Leistung } from "#baukasten";
import { formatiereDatum } from "#kalender";
import { LICHTBILD } from "../../demo/fuehrerscheinantrag.ts";

export const schluesselDer = (page: Page): string => /\/seite\/(\w+)/.exec(page.url())?.[1] ?? "";

const beleg = { name: "Beleg.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

/** A passport picture as invented people have it: drawn, so that lists which show it look like something. */
const lichtbild = { name: "Lichtbild.png", mimeType: "image/png", buffer: LICHTBILD };

/** Types one answer as a person would: German date, comma, a choice by its button. */
async function gibEin(page: Page, name: string, feld: Feld<unknown>, wert: unknown): Promise<void> {
  const eingabe = page.locator(`[name="${name}"]`);
  switch (feld.art) {
    case "liste": {
      const eintraege = wert as Record<string, unknown>[];
      const anzahl = page.locator(`[name="${name}.anzahl"]`);
      while (Number(await anzahl.inputValue()) < eintraege.length) {
        await page.locator(`button[name="mehr"][value="${name}"]`).click();
        await page.waitForLoadState("domcontentloaded");
      }
      for (const [nummer, eintrag] of eintraege.entries())
        for (const [feldname, each] of Object.entries(feld.liste?.eintrag ?? {}))
          if (eintrag[feldname] !== undefined)
            await gibEin(page, eintragsname(name, nummer, feldname), each as Feld<unknown>, eintrag[feldname]);
      return;
    }
    case "jaNein":
      return page.locator(`[name="${name}"][value="${wert ? "ja" : "nein"}"]`).check();
    case "auswahl":
      return page.locator(`[name="${name}"][value="${wert}"]`).check();
    case "haken":
      return eingabe.setChecked(wert === true);
    case "anlage":
      return eingabe.setInputFiles(feld.anlage?.typen.includes("application/pdf") ? beleg : lichtbild);
    case "datum":
      return eingabe.fill(formatiereDatum(String(wert)));
    case "geld":
      return eingabe.fill((Number(wert) / 100).toFixed(2).replace(".", ","));
    default:
      return eingabe.fill(String(wert));
  }
}

/** Goes through the form from the page that is open to its end; every page must be one that the answers know. */
export async function fuelleAus(
  page: Page,
  leistung: Leistung,
  antworten: Antworten,
  jeSeite: (seite: string) => Promise<void> = async () => {},
): Promise<void> {
  for (let seite = schluesselDer(page); seite !== ""; ) {
    const werte = antworten[seite] ?? assert.fail(`unexpected page ${seite}`);
    for (const [name, feld] of Object.entries(leistung.formular.seiten[seite]?.felder ?? {}))
      if (werte[name] !== undefined) await gibEin(page, name, feld as Feld<unknown>, werte[name]);
    await jeSeite(seite);
    await page.getByRole("button", { name: "Speichern und weiter" }).last().click();
    await page.waitForLoadState("domcontentloaded");
    const naechste = schluesselDer(page);
    assert.notEqual(naechste, seite, await page.getByRole("main").innerText());
    seite = naechste;
  }
}
