import type { VNode } from "preact";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Alert, Button, DateField, Details, MoneyField, RadioGroup, TextArea, TextField } from "#ui";
import type { Auftragszahlung } from "../../uebergabe/store.ts";
import { Zuordnung } from "./klaerung.tsx";
import { type Aktenprops, Tatformular } from "./teile.tsx";

/** What is possible beside the task: taking over, another office, rejecting, paid otherwise. */
export function Weiteres(props: Aktenprops): VNode | null {
  const { zeile, darf, kennung, abweichendeZahlungen, eingabe = {} } = props;
  const { phase, zustaendig, kopf } = zeile.stand;
  const offen = [
    "zuErfassen",
    "zuKlaeren",
    "moeglicheDublette",
    "kreditorUnklar",
    "ibanZuPruefen",
    "ibanZweitePerson",
    "zuPruefen",
  ].includes(phase);
  const { id, nummer } = zeile;
  const bearbeitet = darf.klaeren || darf.feststellen || darf.kreditor;
  const anderswo = offen || ["angeordnet", "uebergabeAbgelehnt"].includes(phase);
  return (
    <div class="abstand">
      {abweichendeZahlungen.map((zahlung) => (
        <AbweichendeZahlung key={zahlung.beleg} {...props} zahlung={zahlung} />
      ))}
      {offen && bearbeitet && (
        <Tatformular id={id} nummer={nummer} tat={zustaendig?.kennung === kennung ? "zuruecklegen" : "uebernehmen"}>
          <Button art="secondary">{zustaendig?.kennung === kennung ? "In den Eingang zurücklegen" : "Selbst übernehmen"}</Button>
        </Tatformular>
      )}
      {phase === "zuPruefen" && darf.feststellen && (
        <Details titel="Falsches Amt">
          <Zuordnung
            {...props}
            darf={{ ...darf, klaeren: true }}
            zeile={{
              ...zeile,
              stand: { ...zeile.stand, grund: "Die Rechnung geht ohne Umweg in den Eingang des anderen Amts." },
            }}
          />
        </Details>
      )}
      {offen && (darf.klaeren || darf.feststellen) && (
        <Details titel="Rechnung abweisen" offen={eingabe.abweisung !== undefined}>
          <Tatformular id={id} nummer={nummer} tat="abweisen">
            <RadioGroup
              name="abweisegrund"
              label="Warum?"
              wert={eingabe.abweisegrund ?? "sachlich"}
              optionen={[
                { wert: "sachlich", text: "Leistung, Preis oder Angaben stimmen nicht" },
                { wert: "nichtZustaendig", text: "Sie ist nicht an uns gerichtet" },
              ]}
            />
            <TextArea
              name="abweisung"
              label="Text an den Lieferanten"
              hinweis={
                kopf?.lieferant.email
                  ? `Geht an ${kopf.lieferant.email}. Schreiben Sie, was nicht stimmt und was zu tun ist.`
                  : "Es ist keine E-Mail-Adresse bekannt. Der Lieferant liest den Text auf der Standseite."
              }
              zeilen={4}
              wert={eingabe.abweisung}
            />
            <Button art="secondary">Rechnung abweisen</Button>
          </Tatformular>
        </Details>
      )}
      {anderswo && darf.uebergeben && (
        <Details titel="Auf anderem Weg bezahlt" offen={eingabe.beleg !== undefined}>
          <Tatformular id={id} nummer={nummer} tat="zahlung">
            <TextField name="beleg" label="Beleg" hinweis="Zum Beispiel: Lastschrift, Auszug 231" wert={eingabe.beleg} />
            <MoneyField name="bezahlt" label="Bezahlter Betrag" wert={eingabe.bezahlt} />
            <DateField name="bezahltAm" label="Bezahlt am" wert={eingabe.bezahltAm} />
            <Button art="secondary">Zahlung vermerken</Button>
          </Tatformular>
        </Details>
      )}
    </div>
  );
}

/** Another amount has left than was ordered: nothing is done before a person says so. */
function AbweichendeZahlung({ zeile, darf, zahlung }: Aktenprops & { zahlung: Auftragszahlung }): VNode {
  const { beleg, betragCent, am } = zahlung;
  return (
    <section>
      <Alert art="gefahr" titel="Anders bezahlt als angeordnet">
        <p>
          Am {formatiereDatum(am)} wurden {formatiereEuro(betragCent)} bezahlt (Beleg {beleg}), angeordnet waren{" "}
          {formatiereEuro(zeile.stand.uebergabe?.zahlbetragCent ?? 0)}. Bitte klären Sie den Unterschied mit der Kasse.
        </p>
      </Alert>
      {darf.uebergeben && (
        <Tatformular id={zeile.id} nummer={zeile.nummer} tat="zahlung">
          <input type="hidden" name="beleg" value={beleg} />
          <input type="hidden" name="bezahlt" value={(betragCent / 100).toFixed(2).replace(".", ",")} />
          <input type="hidden" name="bezahltAm" value={am} />
          <Button art="secondary">Geklärt: als bezahlt vermerken</Button>
        </Tatformular>
      )}
    </section>
  );
}
