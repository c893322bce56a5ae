import type { VNode } from "preact";
import { formatiereDatum } from "#kalender";
import { Button, RadioGroup, TextArea, TextField } from "#ui";
import { Aktenformular } from "./aktenformular.tsx";
import type { FallProps } from "./fall.tsx";
import { AenderungEinleiten, Aenderungshandlungen } from "./fall-laufend.tsx";

/** What a clerk can do with the case as it stands. */
export function Handlungen(props: FallProps): VNode {
  const { akte, fehler = {}, eingabe = {}, leistung } = props;
  const { phase } = akte.stand;
  // Only judgements that this case hangs on: what the facts have settled is nobody's to judge.
  const offene = new Set(props.vorschlag.offen.map((frage) => frage.schluessel));
  const personen = leistung.regelwerk.eintraege.filter(
    ({ bauplan, knoten }) => bauplan.art === "person" && offene.has(knoten.schluessel),
  );
  const einmalig = leistung.ergebnis === "einmalig";
  return (
    <section>
      <h2>Bearbeiten</h2>
      <div class="reihe">
        {akte.stand.zugewiesenAn?.kennung === props.kennung ? (
          <Aktenformular akte={akte} ziel="zurueckgeben">
            <Button art="tertiary">Zurückgeben</Button>
          </Aktenformular>
        ) : (
          <Aktenformular akte={akte} ziel="uebernehmen">
            <Button art="secondary">Übernehmen</Button>
          </Aktenformular>
        )}
      </div>
      {props.ansicht && <Aenderungshandlungen {...props} ansicht={props.ansicht} />}
      {props.laufend && <AenderungEinleiten {...props} laufend={props.laufend} />}
      {phase === "beiSachbearbeitung" && !props.ansicht && (
        <>
          <h3>Entscheiden</h3>
          <Aktenformular akte={akte} ziel="entscheiden">
            {personen.map(({ knoten }) => (
              <RadioGroup
                key={knoten.schluessel}
                name={`urteil.${knoten.schluessel}`}
                label={`${knoten.titel} (${knoten.norm}, ${knoten.art})`}
                pflicht={false}
                optionen={[
                  { wert: "ja", text: "Ja" },
                  { wert: "nein", text: "Nein" },
                  { wert: "", text: "Nicht beurteilt" },
                ]}
                wert={eingabe[`urteil.${knoten.schluessel}`] ?? ""}
              />
            ))}
            <RadioGroup
              name="ergebnis"
              label="Entscheidung"
              optionen={[
                {
                  wert: "bewilligt",
                  text: einmalig
                    ? "Bewilligen, wie die Regeln es vorschlagen"
                    : "Bewilligen, in der von den Regeln berechneten Höhe",
                },
                { wert: "abgelehnt", text: "Ablehnen" },
              ]}
              wert={eingabe.ergebnis}
              fehler={fehler.ergebnis}
            />
            <TextArea
              name="begruendung"
              label="Begründung für den Bescheid"
              hinweis="Die Person liest diesen Text. Bitte nennen Sie, was Sie geprüft haben und warum Sie so entscheiden."
              wert={eingabe.begruendung}
              fehler={fehler.begruendung}
            />
            <Button>Entscheiden und Bescheid erstellen</Button>
          </Aktenformular>
        </>
      )}
      {phase === "entschieden" && leistung.vierAugen && props.darfFreigeben && (
        <Aktenformular akte={akte} ziel="freigeben">
          <Button>Freigeben</Button>
        </Aktenformular>
      )}
      {phase === "imWiderspruch" && (
        <>
          <h3>Widerspruch</h3>
          <Aktenformular akte={akte} ziel="abhelfen">
            <TextArea
              name="begruendung"
              label="Warum wird abgeholfen?"
              hinweis="Danach entscheiden Sie neu."
              wert={eingabe.begruendung}
              fehler={fehler.begruendung}
            />
            <Button>Abhelfen und neu entscheiden</Button>
          </Aktenformular>
          <Aktenformular akte={akte} ziel="vorlegen">
            <Button art="secondary">Der Widerspruchsbehörde vorlegen</Button>
          </Aktenformular>
        </>
      )}
      {(phase === "beiSachbearbeitung" || phase === "inPruefung") && (
        <>
          <h3>Rückfrage</h3>
          <Aktenformular akte={akte} ziel="nachfordern">
            <TextArea name="frage" label="Frage an die Person" wert={eingabe.frage} fehler={fehler.frage} zeilen={4} />
            <TextField
              name="frist"
              label="Antwort bis"
              kurz={true}
              wert={eingabe.frist ?? formatiereDatum(props.fristVorschlag)}
              fehler={fehler.frist}
            />
            <Button art="secondary">Frage stellen</Button>
          </Aktenformular>
        </>
      )}
      {akte.stand.nachsehen && (
        <>
          <h3>Nachgesehen</h3>
          <Aktenformular akte={akte} ziel="nachgesehen">
            <TextArea
              name="ergebnis"
              label="Was haben Sie festgestellt?"
              hinweis="Kommt in die Akte. Danach steht der Vorgang nicht mehr in der Liste „Nachzusehen“."
              wert={eingabe.ergebnis}
              fehler={fehler.ergebnis}
              zeilen={3}
            />
            <Button art="secondary">Als nachgesehen ablegen</Button>
          </Aktenformular>
        </>
      )}
      <h3>Notiz</h3>
      <Aktenformular akte={akte} ziel="notiz">
        <TextArea name="text" label="Notiz für die Akte" wert={eingabe.text} fehler={fehler.text} zeilen={3} />
        <Button art="secondary">Notiz ablegen</Button>
      </Aktenformular>
    </section>
  );
}
