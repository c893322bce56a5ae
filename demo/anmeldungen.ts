import { amtsthemen, buergerthemen, createBevoelkerung, findAmtsperson, name } from "./bevoelkerung/index.ts";

const { getPersona } = createBevoelkerung();

/** Whom the demo suggests to be, by what one wants to try: for the box at the end of `npm start`. */
export const demoAnmeldungen = [
  ...buergerthemen.map(({ titel, wer }) => ({ titel, namen: wer.map((schluessel) => name(getPersona(schluessel))) })),
  ...amtsthemen("musterstadt").map(({ titel, wer }) => ({
    titel: `Im Amt: ${titel}`,
    namen: wer.flatMap((kennung) => findAmtsperson(kennung)?.name ?? []),
  })),
];
