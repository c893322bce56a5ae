import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum, plusTage } from "#kalender";
import { Alert, Badge, Button, EmptyState, LinkButton, Seite, SummaryList, TextField } from "#ui";
import type { Morgenbericht } from "../bericht/fasse-bericht.ts";
import { lagen } from "../sicht/lage.ts";
import { mitFragen, Unternavigation, WURZEL, wann } from "./teile.tsx";
import { titelVon } from "./uebersicht.tsx";

export function Berichtseite({
  frame,
  bericht,
  ich,
  letzter,
}: {
  frame: Frame;
  bericht: Morgenbericht;
  ich: string;
  letzter: string;
}): VNode {
  const { morgen, vorfaelle, abzeichnungen } = bericht;
  const hier = `${WURZEL}/bericht`;
  return (
    <Seite {...frame} titel={bericht.titel} breite="weit">
      <Unternavigation pfad={frame.pfad} />
      <Alert art={vorfaelle.length === 0 ? "erfolg" : "warnung"} titel={bericht.urteil}>
        <p>
          {bericht.jobs.toLocaleString("de-DE")} Jobs von {bericht.mandanten} Mandanten.{" "}
          {bericht.bewertetAm ? `Bewertet ${wann(bericht.bewertetAm)}.` : "Diese Nacht ist noch nicht bewertet."}
        </p>
      </Alert>
      <h2>Stand der Nacht</h2>
      <SummaryList
        zeilen={bericht.zahlen
          .filter(({ anzahl }) => anzahl > 0)
          .map(({ name, lage, anzahl }) => ({
            label: name,
            wert: `${lagen[lage].zeichen} ${anzahl.toLocaleString("de-DE")}`,
          }))}
      />
      <h2>Offene Vorfälle</h2>
      {vorfaelle.length === 0 ? (
        <EmptyState titel="Kein offener Vorfall." />
      ) : (
        <ul class="vorfaelle">
          {vorfaelle.map((v) => (
            <li key={v.id} class="vorfall">
              <a href={`${WURZEL}/vorfaelle/${v.id}`}>{titelVon(v)}</a>
              <span class="vorfall__satz">{v.satz}</span>
              <span class="leise">seit {formatiereDatum(v.eroeffnet)}</span>
              {v.eigentuemer ? <Badge art="info">{v.eigentuemer} kümmert sich</Badge> : <Badge art="gefahr">noch niemand</Badge>}
            </li>
          ))}
        </ul>
      )}
      {bericht.graue > 0 && <p>Dazu {bericht.graue} leichtere Auffälligkeiten, für die niemand gerufen wurde.</p>}
      <h2>Modell</h2>
      <p>{bericht.modell}</p>
      <h2 id="geprueft">Alles geprüft von</h2>
      {abzeichnungen.length === 0 ? (
        <p>Noch hat niemand diesen Bericht abgezeichnet.</p>
      ) : (
        <ul>
          {abzeichnungen.map((a) => (
            <li key={a.wer}>
              <strong>{a.name}</strong>, {wann(a.am)}
              {a.bemerkung && `: ${a.bemerkung}`}
            </li>
          ))}
        </ul>
      )}
      {!abzeichnungen.some(({ wer }) => wer === ich) && (
        <form method="post" action={`${hier}/abzeichnung`} class="abstand nicht-drucken">
          <input type="hidden" name="morgen" value={morgen} />
          <TextField name="bemerkung" label="Bemerkung" pflicht={false} maxLaenge={300} />
          <Button>Ich habe alles geprüft</Button>
        </form>
      )}
      <p class="reihe">
        <LinkButton art="secondary" href={mitFragen(`${hier}/datei`, { morgen })}>
          Bericht als PDF
        </LinkButton>
        <a href={mitFragen(hier, { morgen: plusTage(morgen, -1) })}>Bericht vom Vortag</a>
        {morgen < letzter && <a href={mitFragen(hier, { morgen: plusTage(morgen, 1) })}>Bericht vom Folgetag</a>}
      </p>
    </Seite>
  );
}
