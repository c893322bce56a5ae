import type { ComponentChildren, VNode } from "preact";
import type { Akte } from "#bearbeitung";
import { zeit } from "./zeit.ts";

const schrittname: Record<Akte["schritte"][number]["art"], string> = {
  eingegangen: "Eingegangen",
  nachweisAngefragt: "Register gefragt",
  nachweisErhalten: "Nachweis erhalten",
  nachweisVerweigert: "Nachweis verweigert",
  nachweisNichtErreichbar: "Register nicht erreichbar",
  vorgeschlagen: "Vorgeschlagen, an einen Menschen",
  zugewiesen: "Zugewiesen",
  nachgefordert: "Rückfrage gestellt",
  nachgereicht: "Antwort oder Unterlagen nachgereicht",
  angehoert: "Angehört",
  entschieden: "Entschieden",
  freigegeben: "Freigegeben",
  zahlungAngefordert: "Gebühr angefordert",
  zahlungEingegangen: "Gebühr bezahlt",
  beschieden: "Bescheid erstellt",
  zugestellt: "Zugestellt",
  bekanntgegeben: "Bekannt gegeben",
  widersprochen: "Widerspruch",
  abgeholfen: "Widerspruch abgeholfen",
  vorgelegt: "Der Widerspruchsbehörde vorgelegt",
  zurueckgewiesen: "Widerspruch zurückgewiesen",
  geklagt: "Klage",
  bestandskraeftig: "Bestandskräftig",
  abgegeben: "Abgegeben",
  angewiesen: "Zahlung angewiesen",
  geaendert: "Geändert",
  aufgehoben: "Aufgehoben",
  zurueckgezogen: "Zurückgezogen",
  abgeschlossen: "Abgeschlossen",
  inhaltGeloescht: "Inhalt nach Ablauf der Aufbewahrung gelöscht",
  notiz: "Notiz",
};

const schrittText: Partial<Record<Akte["schritte"][number]["art"], (daten: never) => ComponentChildren>> = {
  notiz: (daten: { text: string }) => daten.text,
  nachgefordert: (daten: { frage: string }) => daten.frage,
  nachgereicht: (daten: { antwort: string }) => daten.antwort,
  widersprochen: (daten: { begruendung: string }) => daten.begruendung,
  abgeholfen: (daten: { begruendung: string }) => daten.begruendung,
  zurueckgezogen: (daten: { grund: string }) => daten.grund,
  angehoert: (daten: { mitteilung: string }) => daten.mitteilung,
  geaendert: (daten: { grund: string }) => daten.grund,
  aufgehoben: (daten: { grund: string }) => daten.grund,
  abgeschlossen: (daten: { grund: string }) => daten.grund,
};

/** The log, step by step. */
export function Verlauf({ akte }: { akte: Akte }): VNode {
  return (
    <section>
      <h2>Akte</h2>
      <ol class="verlauf">
        {akte.schritte.map((schritt) => (
          <li key={schritt.nummer} class="erledigt">
            <strong>{schrittname[schritt.art]}</strong>
            <span class="leise">
              {zeit.format(schritt.zeitpunkt)},{" "}
              {schritt.akteur.art === "amt"
                ? schritt.akteur.name
                : schritt.akteur.art === "system"
                  ? schritt.akteur.teil
                  : "Antragstellende Person"}
            </span>
            {schritt.daten && schrittText[schritt.art] && <p>{schrittText[schritt.art]?.(schritt.daten as never)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
