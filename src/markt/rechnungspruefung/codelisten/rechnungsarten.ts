import { liste } from "./liste.ts";

/** UNTDID 1001, invoices in UBL, as bound by the CEN rules 1.3.16 (BR-CL-01). */
export const rechnungsarten = liste(`
71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 456
457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935
`);

/** UNTDID 1001, credit notes in UBL (BR-CL-01). */
export const gutschriften = liste(`
81 83 261 262 296 308 381 396 420 458 502 503 532
`);

/** UNTDID 1001 in CII, which knows one kind of document (BR-CL-01). */
export const belegarten = liste(rechnungsarten, gutschriften);
