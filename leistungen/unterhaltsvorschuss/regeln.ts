import { r } from "./fakten.ts";
import {
  abzugKindergeld,
  abzugUnterhalt,
  abzugWaisen,
  auszuzahlen,
  imMonat,
  lohntSich,
  mindest,
  zuWenigUnterhalt,
} from "./hoehe.ts";
import {
  alleinstehend,
  alter,
  beiElternteil,
  berechtigterAufenthalt,
  geboren,
  nichtZusammen,
  schonDort,
} from "./voraussetzungen.ts";

const anspruch = r.alle("Anspruch auf Unterhaltsvorschuss", "§ 1 UhVorschG", [
  geboren,
  alter,
  beiElternteil,
  schonDort,
  alleinstehend,
  nichtZusammen,
  berechtigterAufenthalt,
  zuWenigUnterhalt,
  lohntSich,
]);

export const regelwerk = r.schliesse({
  anspruch,
  betrag: auszuzahlen,
  rechenweg: [mindest, abzugKindergeld, abzugUnterhalt, abzugWaisen, imMonat, auszuzahlen],
});
