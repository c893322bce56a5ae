import type { Angebot, Angebotsweg, Leistung } from "#baukasten";

/** What lies in the mailbox: why, what, on which norm, and how to be left alone. */
export function nachrichtZu(
  leistung: Leistung,
  angebot: Pick<Angebot, "warum" | "norm" | "ohneAntwort">,
  weg: Extract<Angebotsweg, { art: "entwurf" | "vorgang" }>,
): { betreff: string; text: string } {
  const naechstes =
    weg.art === "entwurf"
      ? `Über „Angebot ansehen“ lesen Sie, was wir eingetragen haben. ${
          angebot.ohneAntwort
            ? `Sie können es ändern und absenden. ${angebot.ohneAntwort}`
            : "Sie können es ändern, absenden oder liegen lassen. Was Sie nicht absenden, löschen wir nach sechzig Tagen."
        }`
      : "Über „Angebot ansehen“ lesen Sie, was wir wissen und wie es weitergeht. Den Bescheid schicken wir Ihnen mit der Post. Stimmt etwas nicht, sagen Sie uns bitte Bescheid.";
  return {
    betreff: weg.art === "entwurf" ? `${leistung.name}: für Sie vorbereitet` : `${leistung.name}: wir prüfen ohne Ihren Antrag`,
    text: [
      angebot.warum,
      weg.grund,
      naechstes,
      `Warum wir Ihnen schreiben dürfen: ${angebot.norm}. Möchten Sie solche Nachrichten nicht, widersprechen Sie bitte auf derselben Seite. Das gilt dann in allen Häusern dieser Plattform, und Sie können es jederzeit ändern.`,
    ].join("\n\n"),
  };
}
