import { randomUUID } from "node:crypto";
import type { ComponentChildren, VNode } from "preact";
import type { Frame } from "#auth";
import { Badge, type Ton } from "#ui";
import type { Phase } from "../../uebergaenge.ts";
import { phasenworte } from "../worte.ts";
import type { Aktenbild } from "./lade.ts";

export type Aktenprops = Aktenbild & {
  frame: Frame;
  meldung?: { art: Ton; titel: string } | undefined;
  /** What was typed into a form that was refused. */
  eingabe?: Readonly<Record<string, string>>;
  /** The act that was refused or asked to be reckoned. */
  tat?: string | undefined;
};

export const Phasenmarke = ({ phase }: { phase: Phase }): VNode => (
  <Badge art={phasenworte[phase].art}>{phasenworte[phase].text}</Badge>
);

/**
 * Carries the number of the last step the person saw, and a key of its own: sent twice it acts once, sent from an old tab it acts not at all.
 */
export function Tatformular({
  id,
  nummer,
  tat,
  zurueck,
  children,
}: {
  id: string;
  nummer: number;
  tat: string;
  /** Where the person came from, if not from the invoice's page. */
  zurueck?: "freigaben";
  children: ComponentChildren;
}): VNode {
  return (
    <form method="post" action={`/amt/rechnungen/${id}/${tat}`} noValidate class="abstand">
      <input type="hidden" name="transaktion" value={randomUUID()} />
      <input type="hidden" name="nummer" value={nummer} />
      {zurueck && <input type="hidden" name="zurueck" value={zurueck} />}
      {children}
    </form>
  );
}
