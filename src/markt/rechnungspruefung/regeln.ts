import type { Regel } from "./regel.ts";
import { codes } from "./regeln/en16931/codes.ts";
import { dezimalstellen } from "./regeln/en16931/dezimalstellen.ts";
import { sonderregeln } from "./regeln/en16931/kategorie-sonder.ts";
import { kategorieregeln } from "./regeln/en16931/kategorien.ts";
import { pflichtKopf } from "./regeln/en16931/pflicht-kopf.ts";
import { pflichtPosition } from "./regeln/en16931/pflicht-position.ts";
import { rechnen } from "./regeln/en16931/rechnen.ts";
import { zahlung } from "./regeln/en16931/zahlung.ts";
import { datum } from "./regeln/mehr/datum.ts";
import { faelligkeit } from "./regeln/mehr/faelligkeit.ts";
import { gtin } from "./regeln/mehr/gtin.ts";
import { iban } from "./regeln/mehr/iban.ts";
import { leitweg } from "./regeln/mehr/leitweg.ts";
import { position } from "./regeln/mehr/position.ts";
import { skonto } from "./regeln/mehr/skonto.ts";
import { ustId } from "./regeln/mehr/ust-id.ts";
import { ciiDt } from "./regeln/syntax/cii-dt.ts";
import { ciiSr } from "./regeln/syntax/cii-syntax.ts";
import { ublCr } from "./regeln/syntax/ubl-cr.ts";
import { ublDt, ublSr } from "./regeln/syntax/ubl-sr.ts";
import { cvd } from "./regeln/xrechnung/cvd.ts";
import { deBeleg } from "./regeln/xrechnung/de-beleg.ts";
import { dePartei } from "./regeln/xrechnung/de-partei.ts";
import { deZahlung } from "./regeln/xrechnung/de-zahlung.ts";
import { dex } from "./regeln/xrechnung/dex.ts";
import { peppol } from "./regeln/xrechnung/peppol.ts";

/** Every rule there is, in the order of the report. */
export const regeln: readonly Regel[] = [
  ...pflichtKopf,
  ...pflichtPosition,
  ...zahlung,
  ...rechnen,
  ...kategorieregeln,
  ...sonderregeln,
  ...dezimalstellen,
  ...codes,
  ...dePartei,
  ...deZahlung,
  ...deBeleg,
  ...peppol,
  ...dex,
  ...cvd,
  ...leitweg,
  ...iban,
  ...ustId,
  ...gtin,
  ...datum,
  ...skonto,
  ...faelligkeit,
  ...position,
  ...ublSr,
  ...ublDt,
  ...ublCr,
  ...ciiSr,
  ...ciiDt,
];

const begriffe = new Map(regeln.map(({ id, bt }) => [id, bt]));
/** The business terms a rule touches; none for findings that come from no rule. */
export const begriffeDer = (regel: string): readonly string[] => begriffe.get(regel) ?? [];
