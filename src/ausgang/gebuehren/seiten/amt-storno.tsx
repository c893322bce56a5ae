import type { VNode } from "preact";
import { formatiereEuro } from "#geld";
import { Button, TextField } from "#ui";
import { type AmtGebuehrProps, Formular } from "./amt-gebuehr.tsx";

/** A waiver that waits for the second pair of eyes. */
export function Stornofreigabe({ zeile, darf, kennung }: AmtGebuehrProps): VNode | null {
  const { storno, sollCent } = zeile.stand;
  if (!storno) return null;
  return (
    <Formular id={zeile.id} tat="storno-freigeben" titel={`Stornierung über ${formatiereEuro(sollCent)} freigeben`}>
      <p>Grund: {storno.grund}</p>
      <input type="hidden" name="stornoId" value={storno.stornoId} />
      {darf.freigeben && storno.von !== kennung ? (
        <div class="reihe">
          <Button name="entscheid" wert="ja">
            Stornierung freigeben
          </Button>
          <Button art="secondary" name="entscheid" wert="nein">
            Ablehnen
          </Button>
        </div>
      ) : (
        <p>Das muss eine andere Person mit dem Recht zur Freigabe tun. Bis dahin bleibt die Forderung offen.</p>
      )}
    </Formular>
  );
}

export const Storno = ({ zeile, fehler = {}, erlassZweiteAbCent }: AmtGebuehrProps): VNode => (
  <Formular id={zeile.id} tat="stornieren" titel="Forderung stornieren oder erlassen">
    <p>
      Danach ist nichts mehr zu zahlen. Was schon bezahlt ist, erstatten Sie anschließend. Ab {formatiereEuro(erlassZweiteAbCent)}{" "}
      gibt eine zweite Person frei.
    </p>
    <TextField name="stornogrund" label="Grund der Stornierung" fehler={fehler.stornogrund} />
    <Button art="secondary">Stornieren</Button>
  </Formular>
);
