import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { type Beleg, type Belegweg, belegwege, pruefeBelege } from "./beleg.ts";
import { feld } from "./feld.ts";
import { defineFormular, ENDE } from "./formular.ts";
import { defineNachweise } from "./nachweis.ts";

const formular = defineFormular({
  start: "angaben",
  seiten: {
    angaben: { titel: "Ihre Angaben", felder: { name: feld.text({ label: "Name" }) } },
    belege: { titel: "Ihre Belege", felder: { datei: feld.anlage({ label: "Beleg" }) } },
  },
  uebergaenge: { angaben: "belege", belege: ENDE },
});
const nachweise = defineNachweise({
  geburt: {
    titel: "Geburt",
    register: "personenstandsregister",
    registerName: "Personenstandsregister",
    auskunft: "geburt",
    betroffen: "kind",
    zweck: "Probe",
    norm: "Probe",
    anlass: "antrag",
    antwort: z.object({}),
    anfrage: () => undefined,
  },
});
const beleg = (...wege: Belegweg[]): Beleg => ({ titel: "Urkunde", wofuer: "Probe", norm: "Probe", wege });
const pruefe = (...wege: Belegweg[]) => pruefeBelege("Probe", { urkunde: beleg(...wege) }, nachweise, formular);

describe("a piece of evidence", () => {
  const falsche: Record<string, [Belegweg[], RegExp]> = {
    "no way at all": [[], /hat keinen Weg/],
    "a register that nobody asks": [[{ art: "register", nachweis: "fehlt" }], /das ist kein Nachweis/],
    "a page that is not there": [[{ art: "angabe", seite: "fehlt" }], /das ist keine Seite/],
    "an upload where nothing can be uploaded": [[{ art: "hochladen", seite: "angaben" }], /dort geht das nicht/],
  };
  for (const [name, [wege, grund]] of Object.entries(falsche))
    test(`is refused: ${name}`, () => assert.throws(() => pruefe(...wege), grund));

  test("tells its ways in words, the best first", () => {
    const wege: Belegweg[] = [
      { art: "register", nachweis: "geburt" },
      { art: "kuenftig", register: "Finanzamt" },
      { art: "hochladen", seite: "belege" },
      { art: "angabe", seite: "angaben" },
    ];
    assert.doesNotThrow(() => pruefe(...wege));
    assert.deepEqual(belegwege(beleg(...wege), nachweise, formular), [
      "Wir fragen: Personenstandsregister.",
      "Noch nicht angeschlossen: Finanzamt.",
      "Sie laden ihn hoch, auf der Seite „Ihre Belege“.",
      "Ihre Angabe reicht.",
    ]);
  });
});
