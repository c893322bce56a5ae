import type { Angebotslage, Angebotsweg, Geburtsangebot, Geburtsanlass } from "#baukasten";
import { wegNachGeburt } from "./geburt.ts";
import { Geburt, Haushalt, Meldedaten, Stammdaten } from "./nachweise.ts";
import { gefunden } from "./sachverhalt.ts";
import { staatVon } from "./staaten.ts";

/** Kindergeld after a birth: begun without an Antrag where the law allows it, else an Antrag that one click sends. */
export const nachGeburt: Geburtsangebot = {
  schluessel: "geburt",
  titel: "Kindergeld nach der Geburt eines Kindes",
  anlass: "geburt",
  warum: "Das Standesamt hat die Geburt Ihres Kindes eingetragen und uns mitgeteilt.",
  zweck: "Kindergeld nach einer Geburt vorbereiten",
  norm: "§ 89 Abs. 1 AO",
  weitergabe: {
    zweck: "Die Familienkasse soll prüfen können, ob sie Kindergeld ohne Antrag zahlt",
    norm: "§ 68 PStG; die Verordnung für diese Mitteilung steht noch aus",
  },
  plane,
};

function plane({ anlass, idnr, nachweise }: Angebotslage<Geburtsanlass>): Angebotsweg {
  const antworten = { kind: { ...anlass.kind } };
  const geburt = gefunden(nachweise.geburt, Geburt)?.daten;
  const meldung = gefunden(nachweise.meldung, Meldedaten)?.daten;
  if (!nachweise.geburt || !nachweise.meldung || !nachweise.familienkasse)
    return { art: "braucht", nachweise: ["geburt", "meldung", "familienkasse"], antworten };
  if (!geburt) return { art: "keines", grund: "Das Personenstandsregister gibt über die Geburt keine Auskunft." };
  if (!meldung?.anschrift) return { art: "keines", grund: "Das Melderegister kennt keine Wohnung des Elternteils." };
  // A letter about money for the child would hurt whoever opens it; the other parent asks by themselves, or a person does.
  if (geburt.gestorben.mutter && geburt.mutter.idnr === idnr) return { art: "keines", grund: "Der Elternteil ist verstorben." };
  const stamm = gefunden(nachweise.familienkasse, Stammdaten)?.daten;
  if (stamm?.schonFestgesetzt) return { art: "keines", grund: "Für das Kind ist schon Kindergeld festgesetzt." };
  // Whoever gets it for an older child gets it for this one, too. Not where an address is hidden, of the parent or of any child, since
  // children live where the parent does: the other one might learn from our letter what they must not know.
  const gesperrt = meldung.auskunftssperre || meldung.kinder.some((kind) => kind.auskunftssperre);
  const anderer = stamm?.zahltFuerAelteresKind ? stamm.empfaengerIdnr : null;
  if (anderer && anderer !== idnr && anderer === geburt.vater?.idnr && !gesperrt) return { art: "anderePerson", idnr: anderer };

  const staat = staatVon(meldung.staatsangehoerigkeit ?? "");
  const { vornamen, nachname } = meldung;
  const elternteil = { idnr, vornamen, nachname };
  const haushalt = gefunden(nachweise.haushalt, Haushalt)?.daten;
  const weg = wegNachGeburt({
    gemeldetAm: anlass.gemeldetAm,
    kind: anlass.kind,
    elternteil,
    anschrift: meldung.anschrift,
    andererElternteilImHaushalt: haushalt?.andererElternteilGleicheAnschrift === true,
    staatsangehoerigkeit: staat ?? "andere",
    iban: stamm?.iban ?? null,
    zahltFuerAelteresKind: stamm?.zahltFuerAelteresKind === true,
  });
  if (weg.art === "ohneAntrag")
    return { art: "vorgang", antworten: weg.antworten, antragsteller: elternteil, grund: OHNE_ANTRAG, norm: OHNE_ANTRAG_NORM };
  // Only a draft says who else lives there; where the law begins by itself, the proceedings ask.
  if (!nachweise.haushalt) return { art: "braucht", nachweise: ["haushalt"], antworten };
  return { art: "entwurf", antworten: weg.antworten, grund: stamm?.iban ? FERTIG : OHNE_KONTO };
}

// A plan, not a law: see the open points of the README.
const OHNE_ANTRAG_NORM = "Kindergeld ohne Antrag, Gesetzentwurf 2026 (geplant, Demodaten)";
const OHNE_ANTRAG = "Sie müssen nichts tun. Wir prüfen selbst, ob Ihnen Kindergeld zusteht, und schreiben Ihnen das Ergebnis.";
const FERTIG =
  "Wir haben den Antrag mit dem ausgefüllt, was die Register wissen. Wenn alles stimmt, senden Sie ihn mit einem Klick ab.";
const OHNE_KONTO =
  "Wir haben den Antrag mit dem ausgefüllt, was die Register wissen. Es fehlt nur noch, wohin wir das Geld überweisen sollen.";
