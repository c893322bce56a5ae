import type { Block } from "#baukasten";
import type { Mandant } from "#tenants";

/**
 * The instruction on legal remedies. Whether Widerspruch or Klage: § 68 VwGO with the law of the Land, a setting of the Mandant. Without it, or
 * with a wrong one, the deadline is a year (§ 58 Abs. 2 VwGO); so it stands on every notice.
 */
export function rechtsbehelfsbelehrung(mandant: Mandant, amt: string, leistung: string): Block[] {
  const { rechtsbehelf, aemter, anschrift } = mandant.einstellungen;
  const stelle = aemter[amt];
  const wo = `${mandant.name}, ${stelle?.name ?? ""}, ${stelle?.anschrift ?? `${anschrift.strasse} ${anschrift.hausnummer}`}, ${anschrift.plz} ${anschrift.ort}`;
  const text = rechtsbehelf.klageStattWiderspruch.includes(leistung)
    ? `Gegen diesen Bescheid kann innerhalb eines Monats nach seiner Bekanntgabe Klage erhoben werden. Die Klage ist beim ${rechtsbehelf.gericht} zu erheben: schriftlich, als elektronisches Dokument (§ 55a VwGO) oder zur Niederschrift der Urkundsbeamtin oder des Urkundsbeamten der Geschäftsstelle.`
    : `Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Widerspruch einlegen: schriftlich oder zur Niederschrift bei ${wo}, oder elektronisch, nach Anmeldung in Ihrem Postfach bei uns. Der Widerspruch kostet nichts; eine Begründung hilft uns, ist aber nicht vorgeschrieben.`;
  return [
    { art: "ueberschrift", text: "Rechtsbehelfsbelehrung", ebene: 1 },
    { art: "absatz", text },
  ];
}
