import type { VNode } from "preact";
import { formatiereEuro } from "#geld";
import { Alert, Button, Select, SummaryList, TextField } from "#ui";
import { type Aktenprops, Tatformular } from "./teile.tsx";

/** What was found right, and the order by somebody else. */
export function Anordnungsformular(props: Aktenprops): VNode | null {
  const { zeile, verlauf, darf, kennung, befugte, vertretungen, heute, kostenstellen, eingabe = {} } = props;
  const { feststellung, mitgezeichnet, erfasstVon, dubletteVerneintVon } = zeile.stand;
  if (!feststellung) return null;
  const betrag = formatiereEuro(feststellung.betragCent);
  const beteiligte = [feststellung.von, erfasstVon, dubletteVerneintVon, mitgezeichnet?.kennung, mitgezeichnet?.fuer];
  const festgestelltVon = verlauf.findLast(({ titel }) => titel.startsWith("Sachlich und rechnerisch"))?.wer;
  const erste = verlauf.findLast(({ titel }) => titel === "Erste Unterschrift");
  const vertretene = vertretungen.filter(({ durch, von, bis }) => durch === kennung && von <= heute && heute <= bis);
  const moegliche = befugte.filter(
    ({ kennung: wer, bisCent }) => wer !== kennung && !beteiligte.includes(wer) && bisCent >= feststellung.betragCent,
  );
  return (
    <section class="aufgabe">
      <h2>Zahlung anordnen</h2>
      <SummaryList
        zeilen={[
          { label: "Festgestellt", wert: <strong>{betrag}</strong>, hinweis: `von ${festgestelltVon}` },
          ...(feststellung.gekuerztCent > 0 ? [{ label: "Gekürzt um", wert: formatiereEuro(feststellung.gekuerztCent) }] : []),
          ...(feststellung.grund ? [{ label: "Begründung", wert: feststellung.grund }] : []),
          ...feststellung.kontierung.map(({ kostenstelle, sachkonto, betragCent }, stelle) => ({
            label: `${feststellung.kontierung.length > 1 ? `Anteil ${stelle + 1}: ` : ""}Kostenstelle ${kostenstelle}`,
            wert: formatiereEuro(betragCent),
            hinweis: [
              kostenstellen.find(({ nummer }) => nummer === kostenstelle)?.bezeichnung,
              sachkonto && `Sachkonto ${sachkonto}`,
            ]
              .filter(Boolean)
              .join(", "),
          })),
          ...(mitgezeichnet ? [{ label: "Erste Unterschrift", wert: erste?.wer ?? mitgezeichnet.kennung }] : []),
        ]}
      />
      {darf.anordnen && !beteiligte.includes(kennung) && (
        <Tatformular id={zeile.id} nummer={zeile.nummer} tat="anordnen">
          <input type="hidden" name="betragCent" value={feststellung.betragCent} />
          {vertretene.length > 0 && (
            <Select
              name="fuer"
              label="In wessen Namen?"
              optionen={[
                { wert: "", text: "in eigenem Namen" },
                ...vertretene.map(({ fuer }) => ({
                  wert: fuer,
                  text: `in Vertretung für ${befugte.find(({ kennung: k }) => k === fuer)?.name ?? fuer}`,
                })),
              ]}
              wert={eingabe.fuer}
            />
          )}
          <Button>{`${betrag} zur Zahlung anordnen`}</Button>
        </Tatformular>
      )}
      {beteiligte.includes(kennung) && (
        <Alert art="info" titel="Anordnen muss eine andere Person">
          <p>Sie haben an dieser Rechnung schon mitgewirkt.</p>
        </Alert>
      )}
      {(darf.feststellen || darf.anordnen) && moegliche.length > 0 && (
        <details>
          <summary>Jemanden per E-Mail um die Anordnung bitten</summary>
          <Tatformular id={zeile.id} nummer={zeile.nummer} tat="um-freigabe-bitten">
            <Select
              name="person"
              label="Wer soll anordnen?"
              optionen={[
                { wert: "", text: "Bitte wählen" },
                ...moegliche.map(({ kennung: wert, name, bisCent, email }) => ({
                  wert,
                  text: `${name}, bis ${formatiereEuro(bisCent, "kurz")}${email ? "" : " (ohne E-Mail)"}`,
                })),
              ]}
            />
            <Button art="secondary">Link schicken</Button>
          </Tatformular>
        </details>
      )}
      {(darf.feststellen || darf.anordnen) && (
        <details open={eingabe.rueckgabe !== undefined}>
          <summary>Zurückgeben</summary>
          <Tatformular id={zeile.id} nummer={zeile.nummer} tat="zurueckgeben">
            <TextField name="rueckgabe" label="Was ist noch zu klären?" wert={eingabe.rueckgabe} />
            <Button art="secondary">An die Prüfung zurückgeben</Button>
          </Tatformular>
        </details>
      )}
    </section>
  );
}

/** The finance system has said no: the reason, and back to the desk. */
export function Ablehnung({ zeile, verlauf, darf, eingabe = {} }: Aktenprops): VNode {
  const grund = verlauf.findLast(({ titel }) => titel === "Vom Finanzverfahren abgelehnt")?.text;
  return (
    <section class="aufgabe">
      <h2>Das Finanzverfahren hat die Zahlung abgelehnt</h2>
      <p>{grund}</p>
      {(darf.feststellen || darf.anordnen) && (
        <Tatformular id={zeile.id} nummer={zeile.nummer} tat="zurueckgeben">
          <TextField name="rueckgabe" label="Was ist zu ändern?" wert={eingabe.rueckgabe} />
          <Button>Zur Prüfung zurückgeben</Button>
        </Tatformular>
      )}
    </section>
  );
}
