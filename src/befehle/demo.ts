import { type Registername, register as registerliste } from "../register.ts";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { mitSystem } from "./mit-system.ts";

const WER = { type: "string", text: "Persona, eines ihrer Kinder (anna/mia) oder Identifikationsnummer" } as const;

/** The demo: two town halls, and load. */
export const demobefehle: readonly Befehl[] = [
  {
    name: "demo fuelle",
    aufruf: "[--falls-leer]",
    text: "Legt die Mandanten der Demo an und einige Anträge.",
    optionen: { "falls-leer": { type: "boolean", text: "nur in einer leeren Datenbank" } },
    fuehreAus: (_argumente, optionen, ausgabe) =>
      mitSystem(async (system) => {
        const { fuelleDemo } = await import("../../demo/fuelle.ts");
        const bericht = await fuelleDemo(system, { fallsLeer: optionen["falls-leer"] === true });
        ausgabe.text(
          bericht.mandanten === 0
            ? "Die Demo ist schon gefüllt."
            : `Angelegt: ${bericht.mandanten} Mandanten, ${bericht.antraege} Anträge.`,
        );
        ausgabe.daten(bericht);
        return 0;
      }),
  },
  {
    name: "demo laste",
    aufruf: "--vorgaenge 10000",
    text: "Reicht viele Anträge ein und wartet, bis alle bei einem Bescheid oder einem Menschen sind.",
    optionen: { vorgaenge: { type: "string", text: "wie viele" }, "nicht-warten": { type: "boolean", text: "nur einreichen" } },
    async fuehreAus(_argumente, optionen, ausgabe) {
      const anzahl = Number(optionen.vorgaenge);
      if (!Number.isSafeInteger(anzahl) || anzahl <= 0) throw new Falschaufruf("Es fehlt --vorgaenge mit einer Zahl.");
      return mitSystem(async (system) => {
        const { belaste } = await import("../../demo/laste.ts");
        const bericht = await belaste(system, anzahl, {
          warte: optionen["nicht-warten"] !== true,
          fortschritt: (text) => process.stderr.isTTY && process.stderr.write(`\r${text}`),
        });
        ausgabe.text(`\n${JSON.stringify(bericht, null, 2)}`);
        ausgabe.daten(bericht);
        return 0;
      });
    },
  },
  {
    name: "demo rechnungen",
    aufruf: "--anzahl 10000",
    text: "Liefert erfundene Rechnungen in Musterstadt ein, lässt zwei Menschen zeichnen und wartet, bis alle übergeben sind.",
    optionen: { anzahl: { type: "string", text: "wie viele" }, "nicht-warten": { type: "boolean", text: "nur einliefern" } },
    async fuehreAus(_argumente, optionen, ausgabe) {
      const anzahl = Number(optionen.anzahl);
      if (!Number.isSafeInteger(anzahl) || anzahl <= 0) throw new Falschaufruf("Es fehlt --anzahl mit einer Zahl.");
      return mitSystem(async (system) => {
        const { belasteRechnungen } = await import("../../demo/rechnungen/laste.ts");
        const mandant = await system.tenants.findBySchluessel("musterstadt");
        if (!mandant) throw new Verweigert("Die Demo ist noch nicht gefüllt: npx fachwerk demo fuelle");
        const bericht = await belasteRechnungen(system, mandant.id, anzahl, {
          warte: optionen["nicht-warten"] !== true,
          fortschritt: (text) => process.stderr.isTTY && process.stderr.write(`\r${text}`),
        });
        ausgabe.text(`\n${JSON.stringify(bericht, null, 2)}`);
        ausgabe.daten(bericht);
        return 0;
      });
    },
  },
  {
    name: "demo laufwacht",
    aufruf: "[--mandanten 12] [--tage 730]",
    text: "Füllt die Laufwacht mit erfundenen Läufen, lernt daraus und bewertet die letzte Nacht.",
    optionen: {
      mandanten: { type: "string", text: "wie viele erfundene Mandanten, je sechs Jobs" },
      tage: { type: "string", text: "wie weit die Vorgeschichte reicht" },
    },
    async fuehreAus(_argumente, optionen, ausgabe) {
      const zahl = (wert: unknown, sonst: number) => (wert === undefined ? sonst : Number(wert));
      const [mandanten, tage] = [zahl(optionen.mandanten, 12), zahl(optionen.tage, 730)];
      if (![mandanten, tage].every((each) => Number.isSafeInteger(each) && each > 0))
        throw new Falschaufruf("--mandanten und --tage brauchen eine ganze Zahl.");
      return mitSystem(async (system) => {
        const { fuelleLaufwacht } = await import("../../demo/laufwacht/fuelle.ts");
        const gefuellt = await fuelleLaufwacht(system, { mandanten, tage });
        const { satz } = await system.laufwacht.lerne({ klein: mandanten <= 20 });
        await system.laufwacht.blickeZurueck(tage);
        const nacht = await system.laufwacht.bewerteNacht(system.laufwacht.letzterMorgen());
        ausgabe.text(`Angelegt: ${gefuellt.jobs} Jobs, ${gefuellt.laeufe} Läufe. ${satz}`);
        ausgabe.text(
          `Die letzte Nacht: ${nacht.alarme} Vorfälle, ${nacht.grau} leichtere. Anmelden als „Betrieb“ unter /betrieb/laufwacht.`,
        );
        ausgabe.daten({ ...gefuellt, satz, nacht });
        return 0;
      });
    },
  },
  {
    name: "demo geburt",
    aufruf: "--mutter anna [--vater tobias] [--vorname Nele] [--am 2026-11-24]",
    text: "Lässt in der Demo ein Kind zur Welt kommen: das Standesamt trägt die Geburt ein und meldet sie.",
    optionen: {
      mutter: { type: "string", text: "Persona oder Identifikationsnummer" },
      vater: { type: "string", text: "Persona oder Identifikationsnummer; „keiner“: nicht eingetragen" },
      vorname: { type: "string", text: "des Kindes" },
      am: { type: "string", text: "Tag der Geburt, sonst heute" },
    },
    async fuehreAus(_argumente, { mutter, vater, vorname, am }, ausgabe) {
      if (typeof mutter !== "string") throw new Falschaufruf("Es fehlt --mutter mit einer Persona, zum Beispiel --mutter anna.");
      const befehl = {
        mutter,
        ...(vater && { vater: vater === "keiner" ? null : vater }),
        ...(vorname && { vornamen: vorname }),
        ...(am && { geburtsdatum: am }),
      };
      const inhalt = await trageEin<{ kind: { vornamen: string; nachname: string; geburtsdatum: string } }>(
        "personenstandsregister",
        "geburten",
        befehl,
      );
      ausgabe.text(
        `Eingetragen und gemeldet: ${inhalt.kind.vornamen} ${inhalt.kind.nachname}, geboren am ${inhalt.kind.geburtsdatum}.`,
      );
      ausgabe.daten(inhalt);
      return 0;
    },
  },
  {
    name: "demo todesfall",
    aufruf: "--person anna/mia [--am 2026-11-24]",
    text: "Lässt in der Demo jemanden sterben: das Standesamt trägt den Tod ein und meldet ihn.",
    optionen: { person: WER, am: { type: "string", text: "Todestag, sonst heute" } },
    async fuehreAus(_argumente, { person, am }, ausgabe) {
      if (typeof person !== "string")
        throw new Falschaufruf("Es fehlt --person mit einer Persona, zum Beispiel --person anna/mia für Annas Tochter.");
      const bericht = await trageEin<Bericht>("personenstandsregister", "todesfaelle", { person, ...(am && { am }) });
      for (const each of bericht.ereignisse) ausgabe.text(`Eingetragen und gemeldet: ${each.name}, verstorben am ${bericht.am}.`);
      ausgabe.daten(bericht);
      return 0;
    },
  },
  {
    name: "demo umzug",
    aufruf: "--person anna --strasse Lindenweg --hausnummer 4 [--allein] [--am 2026-11-24]",
    text: "Lässt in der Demo jemanden umziehen: die Meldebehörde trägt den Umzug ein und meldet ihn. Die Kinder ziehen mit.",
    optionen: {
      person: WER,
      strasse: { type: "string", text: "der neuen Wohnung, im selben Ort" },
      hausnummer: { type: "string", text: "der neuen Wohnung" },
      allein: { type: "boolean", text: "die Kinder bleiben" },
      am: { type: "string", text: "Tag des Einzugs, sonst heute" },
    },
    async fuehreAus(_argumente, { person, strasse, hausnummer, allein, am }, ausgabe) {
      if (typeof person !== "string" || typeof strasse !== "string" || typeof hausnummer !== "string")
        throw new Falschaufruf("Es fehlen --person, --strasse oder --hausnummer.");
      const befehl = { person, strasse, hausnummer, allein: allein === true, ...(am && { am }) };
      const bericht = await trageEin<Bericht>("melderegister", "umzuege", befehl);
      for (const each of bericht.ereignisse)
        ausgabe.text(`Eingetragen und gemeldet: ${each.name}, umgezogen am ${bericht.am} nach ${strasse} ${hausnummer}.`);
      ausgabe.daten(bericht);
      return 0;
    },
  },
];

type Bericht = { am: string; ereignisse: { name: string }[] };

/** Tells a register of the running demo to enter something; it reports by itself. */
async function trageEin<T>(register: Registername, pfad: string, befehl: object): Promise<T> {
  const { liesConfig } = await import("../config.ts");
  const { titel } = registerliste[register];
  const antwort = await fetch(`${liesConfig().register[register]?.url ?? ""}/${pfad}`, {
    method: "POST",
    body: JSON.stringify(befehl),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => {
    throw new Verweigert(`Das ${titel} der Demo antwortet nicht. Läuft „npm start“?`);
  });
  const inhalt = (await antwort.json()) as T & { grund?: string };
  if (!antwort.ok) throw new Verweigert(inhalt.grund ?? `Das ${titel} hat abgelehnt.`);
  return inhalt;
}
