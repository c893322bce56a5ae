import { liste } from "./liste.ts";

/** UNTDID 4461, as bound by the CEN rules 1.3.16 (BR-CL-16). */
export const zahlungsarten = liste(`
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43
44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 74 75 76 77 78 91 92 93 94 95 96 97 98
ZZZ
`);

/** UNTDID 2475 (CII) and UNTDID 2005 (UBL): which day the VAT is due (BR-CL-06). */
export const steuerzeitpunkte = { ubl: liste("3 35 432"), cii: liste("5 29 72") };

/** UNTDID 5305 as EN 16931 uses it (BR-CL-17, 18). */
export const steuerkategorien = liste(`
AE L M E S Z G O K B
`);
