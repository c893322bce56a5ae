import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import {
  oeffneBrowser,
  pruefeAnsicht as pruefe,
  pruefeAxe,
  pruefeBreite,
  type SeitenOptionen,
  type TestBrowser,
} from "./browser.ts";
import { fuelle, type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const ansichten: Record<string, SeitenOptionen> = {
  "with JavaScript, 1280 px, light": { breite: 1280 },
  "without JavaScript, 320 px, dark": { breite: 320, dunkel: true, ohneJs: true },
};

describe("unasked, and looked for by what is going on", () => {
  let browser: TestBrowser;
  let haus: Haus;
  before(async () => {
    browser = await oeffneBrowser();
    haus = await oeffneHaus();
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  const text = (page: Page) => page.getByRole("main").innerText();
  const gebaere = async (mutter: string, mehr: Record<string, unknown>) => {
    const url = `${haus.register.urls.personenstandsregister}/geburten`;
    assert.equal((await fetch(url, { method: "POST", body: JSON.stringify({ mutter, ...mehr }) })).status, 201);
  };
  const angebotVon = (mutter: string, leistung: string) =>
    haus.stadt.warteBis(`the offer of ${leistung}`, async () => {
      const { system } = haus.stadt;
      const person = system.secrets.pseudonym(`idnr:${haus.register.bevoelkerung.getPersona(mutter).idnr}`);
      const { rows } = await system.db.inTransaction({ person }, (tx) =>
        tx.query<{ id: string }>("select id from angebot where person = $1 and leistung = $2", [person, leistung]),
      );
      return rows[0]?.id;
    });

  for (const [ansicht, optionen] of Object.entries(ansichten)) {
    const bild = (name: string) => `proaktiv-${optionen.breite}-${name}`;
    const [mutter, name] = optionen.ohneJs ? (["lena", /^Lena Fuchs/] as const) : (["anna", /^Anna Beispiel/] as const);

    test(`a birth: prepared, seen why, sent with one click, objected to and taken back: ${ansicht}`, async () => {
      await gebaere(mutter, { geburtsdatum: "2026-11-20", vornamen: "Nele", vater: null });
      const kindergeld = await angebotVon(mutter, "kindergeld");
      await angebotVon(mutter, "unterhaltsvorschuss");
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/mein`);
      await meldeAn(page, name);
      assert.match(await text(page), /Für Sie vorbereitet[\s\S]*Kindergeld[\s\S]*Familienkasse Musterland/);
      await pruefe(page, bild("mein"));
      await page.getByRole("link", { name: "Postfach", exact: true }).click();
      await page.getByRole("link", { name: /Elterngeld: für Sie vorbereitet/ }).click();
      await pruefe(page, bild("nachricht"));
      await page.getByRole("link", { name: "Angebot ansehen" }).click();
      assert.match(await text(page), /Warum Sie von uns hören[\s\S]*Standesamt[\s\S]*§§ 13, 14, 16 Abs. 3 SGB I/);
      await pruefe(page, bild("angebot-offen"));

      await page.goto(`${haus.familienkasse}/angebot/${kindergeld}`);
      await meldeAn(page, name);
      await pruefe(page, bild("angebot"));
      await page.getByRole("button", { name: "Alles richtig: Antrag absenden" }).click();
      assert.match(await text(page), /Ihr Antrag ist eingegangen/);
      const vorgang = page.url();
      await haus.stadt.warteBis("decided", async () => {
        await page.goto(vorgang);
        return /Zahlung angewiesen/.test(await text(page));
      });

      await page.goto(`${haus.adresse}/mein/ansprache`);
      await pruefe(page, bild("ansprache"));
      await page.getByRole("button", { name: /Nicht mehr ansprechen.*Elterngeld/ }).click();
      assert.match(await text(page), /Elterngeld nach der Geburt eines Kindes\s+\S*\s*Wir schreiben Ihnen nicht/);
      await page.getByRole("button", { name: "Gar nicht mehr ansprechen" }).click();
      assert.match(await text(page), /Sie bekommen keine solchen Nachrichten/);
      await pruefe(page, bild("ansprache-keine"));
      await page.getByRole("button", { name: "Wieder ansprechen", exact: true }).click();
      await page.getByRole("button", { name: /Wieder ansprechen.*Elterngeld/ }).click();
      assert.doesNotMatch(await text(page), /Wir schreiben Ihnen nicht/);
      await page.goto(`${haus.adresse}/datenschutz`);
      assert.match(await text(page), /Von selbst weitergegeben[\s\S]*Familienkasse Musterland/i);
      await pruefe(page, bild("cockpit"));
    });

    test(`search with slips, a situation of life, a few questions: ${ansicht}`, async () => {
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/`);
      await pruefe(page, bild("start"));
      const suche = async (was: string) => {
        await page.getByRole("textbox", { name: "Was brauchen Sie?" }).fill(was);
        await page.getByRole("button", { name: "Suchen" }).click();
      };
      await suche("Quantenphysik");
      assert.match(await text(page), /nichts gefunden/);
      await pruefe(page, bild("nichts-gefunden"));
      await suche("kindrgeld beantragen");
      assert.match(await page.locator("ul.karten h3").first().innerText(), /^Kindergeld/);
      await pruefe(page, bild("suche"));
      await page.goto(`${haus.adresse}/`);
      await page.getByRole("link", { name: "Geburt", exact: true }).click();
      assert.match(await text(page), /Elterngeld[\s\S]*Andere Lebenslagen/);
      await pruefe(page, bild("lebenslage"));
      await page.getByRole("link", { name: /Wenige Fragen/ }).click();
      await pruefe(page, bild("fragen"));
      assert.equal(
        await page.getByRole("combobox", { name: /Was verdienen Sie/ }).inputValue(),
        "",
        "nothing is answered beforehand",
      );
      await page.getByRole("textbox", { name: /Wie alt sind die Kinder/ }).fill("fünf");
      await page.getByRole("button", { name: "Ergebnis zeigen" }).click();
      assert.match(await page.getByRole("alert").first().innerText(), /in ganzen Jahren/);
      await fuelle(page, {
        "Wie alt sind die Kinder": "3, 13",
        "Mit wem leben Sie": "Allein, oder allein mit Kindern",
        "Wenn Sie Kinder haben": "Nein, nichts",
        "Wie hoch ist Ihre Warmmiete": "750",
        "Bekommen Sie Geld vom Jobcenter": "Nein",
        "Sind Sie deutsch": "Ja",
      });
      await page.getByRole("combobox", { name: /Was verdienen Sie/ }).selectOption({ label: "1.000 bis 2.000 Euro" });
      await page.getByRole("button", { name: "Ergebnis zeigen" }).click();
      assert.match(await text(page), /Das spricht dafür[\s\S]*Unterhaltsvorschuss[\s\S]*227/);
      await pruefe(page, bild("ergebnis"));
      assert.equal((await page.context().cookies()).length, 0, "nothing is remembered");
      await page
        .getByRole("button", { name: /Antrag beginnen.*Wohngeld/ })
        .first()
        .click();
      assert.match(page.url(), /\/antrag\/[0-9a-f-]{36}\/seite\//);
    });

    test(`Kindergeld from the first page to the notice: ${ansicht}`, async () => {
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.familienkasse}/leistungen/kindergeld`);
      await pruefe(page, bild("kindergeld-leistung"));
      await page.getByRole("link", { name: "Anmelden" }).click();
      const [wer, kind] = optionen.ohneJs ? ([/^Paula Meier/, /^Frieda/] as const) : ([/^Anna Beispiel/, /^Mia/] as const);
      await meldeAn(page, wer);
      await page.getByRole("button", { name: "Antrag beginnen" }).click();
      await page.getByRole("button", { name: "Aus dem Melderegister ausfüllen" }).click();
      await page.getByRole("button", { name: kind }).first().click();
      const geburtsdatum = await page.getByRole("textbox", { name: "Geburtsdatum des Kindes" }).inputValue();
      const angaben: Record<string, Record<string, string>> = {
        kind: {},
        kindschaft: { "Das Kind ist": "mein leibliches oder angenommenes Kind" },
        anschrift: {},
        zuhause: {
          "Das Kind wohnt": "bei mir, und der andere Elternteil wohnt nicht bei uns",
          "Seit wann wohnt das Kind dort?": geburtsdatum,
        },
        staatsangehoerigkeit: { Staatsangehörigkeit: "deutsch" },
        ausland: { "Für das Kind gibt es": "Nein", "Ein Elternteil arbeitet": "Nein" },
        konto: { IBAN: "DE02 1203 0000 0000 2020 51", "Kontoinhaberin oder": "Anna Beispiel" },
        nachricht: {},
      };
      const seiteVon = () => /\/seite\/(\w+)/.exec(page.url())?.[1] ?? "";
      for (let seite = seiteVon(); seite !== ""; seite = seiteVon()) {
        if (seite === "anschrift") {
          await page.getByRole("button", { name: "Aus dem Melderegister ausfüllen" }).click();
          await page.getByRole("button", { name: /Musterstadt|Beispielheim|Probedorf|Vorlagenau/ }).click();
        }
        await fuelle(page, angaben[seite] ?? assert.fail(`unexpected page ${seite}`));
        await pruefeBreite(page);
        if (optionen.breite === 320) await pruefeAxe(page);
        await page.getByRole("button", { name: "Speichern und weiter" }).click();
        assert.notEqual(seiteVon(), seite, await text(page));
      }
      await pruefe(page, bild("kindergeld-pruefen"));
      await page.getByRole("checkbox", { name: /elektronisch in mein Postfach/ }).check();
      await page.getByRole("checkbox", { name: /Angaben sind richtig/ }).check();
      await page.getByRole("button", { name: "Verbindlich absenden" }).click();
      assert.match(await text(page), /Ihr Antrag ist eingegangen/);
      const vorgang = page.url();
      await haus.stadt.warteBis("the notice", async () => {
        await page.goto(vorgang);
        return /Bescheid liegt für Sie bereit/.test(await text(page));
      });
      assert.match(await text(page), /259,00/);
      await pruefe(page, bild("kindergeld-status"));
    });
  }

  test("after the law nobody applies, and the person reads what happened", async () => {
    haus.stadt.uhr.set("2027-11-20T09:00:00+01:00");
    await gebaere("berta", { geburtsdatum: "2027-11-15", vornamen: "Luca", vater: null });
    const angebot = await angebotVon("berta", "kindergeld");
    const page = await browser.neueSeite({ breite: 1280 });
    await page.goto(`${haus.familienkasse}/angebot/${angebot}`);
    // A log-in that vouches for the number: what was prepared is hers.
    await page.getByRole("radio", { name: /substantiell/i }).check();
    await meldeAn(page, /^Berta Schulte/);
    await pruefe(page, "proaktiv-1280-ohne-antrag-angebot");
    await page.getByRole("link", { name: "Stand ansehen" }).click();
    const vorgang = page.url();
    await haus.stadt.warteBis("decided", async () => {
      await page.goto(vorgang);
      return /Zahlung angewiesen/.test(await text(page));
    });
    await pruefe(page, "proaktiv-1280-ohne-antrag-status");
    await page.getByRole("link", { name: "Postfach", exact: true }).click();
    await page.getByRole("link", { name: /Kindergeld für Luca.*entschieden/ }).click();
    assert.match(await text(page), /ohne dass Sie einen Antrag stellen mussten[\s\S]*mit der Post/);
    await pruefe(page, "proaktiv-1280-ohne-antrag-nachricht");
  });
});
