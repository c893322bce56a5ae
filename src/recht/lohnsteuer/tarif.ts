import type { Lohnsteuerstand, Tarif } from "./stand.ts";

/**
 * Income tax on a taxable income by the basic tariff (§ 32a Abs. 1 EStG), in whole euros, rounded down.
 * @param einkommen hundredths of a euro: the classes V and VI ask for parts of a euro
 */
export function einkommensteuer(tarif: Tarif, einkommen: number): number {
  if (einkommen <= tarif.grundfreibetrag * 100) return 0;
  if (einkommen <= tarif.zone2.bis * 100) return progression(tarif.zone2.a, 1_400, einkommen - tarif.grundfreibetrag * 100, 0);
  if (einkommen <= tarif.zone3.bis * 100)
    return progression(tarif.zone3.a, 2_397, einkommen - tarif.zone2.bis * 100, tarif.zone3.fest);
  if (einkommen <= tarif.zone4.bis * 100) return Math.floor((42 * einkommen - tarif.zone4.fest * 100) / 10_000);
  return Math.floor((45 * einkommen - tarif.zone5.fest * 100) / 10_000);
}

/** (a·y + b)·y + fest with y in ten-thousands of euros; exact, because the product exceeds what a double holds without loss. */
function progression(a: number, b: number, ueber: number, fest: number): number {
  const y = BigInt(ueber);
  const summe = (BigInt(a) * y + BigInt(b) * 100_000_000n) * y + BigInt(fest) * 1_000_000_000_000n;
  return Number(summe / 100_000_000_000_000n);
}

/** Annual tax of the classes V and VI (§ 39b Abs. 2 Satz 7 EStG), whole euros. */
export function steuerFuenfSechs({ tarif, grenzen56 }: Lohnsteuerstand, einkommen: number): number {
  const [erste, zweite, dritte] = grenzen56;
  if (einkommen > zweite) {
    const sockel = doppelterUnterschied(tarif, zweite);
    if (einkommen <= dritte) return Math.floor(sockel + ((einkommen - zweite) * 42) / 100);
    const bisDritte = Math.floor(sockel + ((dritte - zweite) * 42) / 100);
    return Math.floor(bisDritte + ((einkommen - dritte) * 45) / 100);
  }
  const steuer = doppelterUnterschied(tarif, einkommen);
  if (einkommen <= erste) return steuer;
  return Math.min(steuer, Math.floor(doppelterUnterschied(tarif, erste) + ((einkommen - erste) * 42) / 100));
}

/** Twice what five quarters of the income are taxed more than three quarters, at least 14 percent. */
function doppelterUnterschied(tarif: Tarif, einkommen: number): number {
  const unterschied = einkommensteuer(tarif, einkommen * 125) - einkommensteuer(tarif, einkommen * 75);
  return Math.max(2 * unterschied, Math.floor((einkommen * 14) / 100));
}
