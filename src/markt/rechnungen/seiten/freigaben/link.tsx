import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { Alert, Button, LinkButton, Seite, SummaryList, type Zeile } from "#ui";
import { Rechnungsansicht } from "../../ansicht/ansicht.tsx";
import type { Rechnungsbild } from "../../ansicht/lies-bild.ts";
import type { Freigabelink } from "../../handlungen/store-freigabelink.ts";
import type { StandZeile } from "../../store.ts";
import { zeit } from "../worte.ts";

export type Linkprops = {
  frame: Frame;
  token: string;
  link: Freigabelink;
  zeile: StandZeile;
  bild: Rechnungsbild | undefined;
  fehler?: string;
};

/** Behind the link of the mail: the invoice and the amount. Looking orders nothing; the button does. */
export function Linkseite({ frame, token, link, zeile, bild, fehler }: Linkprops): VNode {
  const { kopf, kreditor, feststellung } = zeile.stand;
  const betrag = formatiereEuro(link.betragCent);
  const angaben: Zeile[] = [
    { label: "Empfänger", wert: kreditor?.name ?? kopf?.lieferant.name },
    { label: "Rechnung", wert: `${kopf?.rechnungsnummer}`, hinweis: zeile.eingangsnummer },
    { label: "Betrag", wert: <strong>{betrag}</strong> },
    ...(feststellung?.kontierung.map(({ kostenstelle, betragCent }) => ({
      label: `Kostenstelle ${kostenstelle}`,
      wert: formatiereEuro(betragCent),
    })) ?? []),
    ...(feststellung?.grund ? [{ label: "Begründung", wert: feststellung.grund }] : []),
    { label: "Link gilt für", wert: link.name, hinweis: `bis ${zeit.format(link.gueltigBis)}` },
  ];
  return (
    <Seite {...frame} titel="Zahlung anordnen">
      {fehler && <Alert art="gefahr" titel={fehler} />}
      <SummaryList zeilen={angaben} />
      <form method="post" action={`/rechnungen/freigabe/${token}`} class="abstand nicht-drucken">
        <input type="hidden" name="transaktion" value={randomUUID()} />
        <p>Mit dem Knopf ordnen Sie als {link.name} die Zahlung an. Das lässt sich nicht zurücknehmen.</p>
        <Button>{`${betrag} zur Zahlung anordnen`}</Button>
      </form>
      <p class="abstand">
        Etwas stimmt nicht? <a href={`/amt/rechnungen/${zeile.id}`}>Melden Sie sich an und geben Sie die Rechnung zurück.</a>
      </p>
      {bild && (
        <>
          <h2>Die Rechnung</h2>
          <Rechnungsansicht bild={bild} />
        </>
      )}
    </Seite>
  );
}

export const Linkende = ({
  frame,
  titel,
  text,
  erfolg,
}: {
  frame: Frame;
  titel: string;
  text: string;
  erfolg: boolean;
}): VNode => (
  <Seite {...frame} titel={titel}>
    <Alert art={erfolg ? "erfolg" : "warnung"} titel={text} />
    <div class="reihe">
      <LinkButton href="/amt/freigaben" art="secondary">
        Anmelden und Freigaben ansehen
      </LinkButton>
    </div>
  </Seite>
);
