import { randomUUID } from "node:crypto";
import type { ComponentChildren, VNode } from "preact";
import type { Akte } from "#bearbeitung";

/** Number and key travel with the form: who decides on an outdated state, or twice, is told so. */
export function Aktenformular({ akte, ziel, children }: { akte: Akte; ziel: string; children: ComponentChildren }): VNode {
  return (
    <form method="post" action={`/amt/vorgang/${akte.id}/${ziel}`} noValidate class="abstand">
      <input type="hidden" name="nummer" value={akte.nummer} />
      <input type="hidden" name="transaktion" value={randomUUID()} />
      {children}
    </form>
  );
}
