import { liste } from "./liste.ts";

/** UNTDID 7143, kinds of classification of articles, as bound by the CEN rules 1.3.16 (BR-CL-13). */
export const artikelklassen = liste(`
AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ BA BB BC BD BE BF BG BH BI BJ BK BL BM BN
BO BP BQ BR BS BT BU BV BW BX BY BZ CC CG CL CR CV DR DW EC EF EMD EN FS GB GN GMN GS HS IB IN IS IT IZ MA MF MN MP NB
ON PD PL PO PPI PV QS RC RN RU RY SA SG SK SN SRS SRT SRU SRV SRW SRX SRY SRZ SS SSA SSB SSC SSD SSE SSF SSG SSH SSI SSJ
SSK SSL SSM SSN SSO SSP SSQ SSR SSS SST SSU SSV SSW SSX SSY SSZ ST STA STB STC STD STE STF STG STH STI STJ STK STL STM
STN STO STP STQ STR STS STT STU STV STW STX STY STZ SUA SUB SUC SUD SUE SUF SUG SUH SUI SUJ SUK SUL SUM TG TSN TSO TSP
TSQ TSR TSS TST TSU UA UP VN VP VS VX ZZZ
`);

/** XRechnung CVD 0.9 adds its own (BR-TMP-CVD-01). */
export const artikelklassenFahrzeuge = liste(artikelklassen, "CVD");

/** Vehicle categories of Directive 2009/33/EC as XRechnung CVD names them (BR-DE-CVD-04). */
export const fahrzeugklassen = liste("M1 M2 M3 N1 N2 N3");

/** What a vehicle is under Directive 2009/33/EC (BR-DE-CVD-05). */
export const antriebe = liste("clean zero-emission other");
