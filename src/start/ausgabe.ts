const farbig = () => process.stdout.isTTY && !process.env.NO_COLOR;
const blass = (text: string) => (farbig() ? `\u001b[2m${text}\u001b[22m` : text);

/** A closed terminal or pipe must not bring the supervisor down before it has stopped its children. */
export function ueberstehtGeschlosseneAusgabe(): void {
  for (const strom of [process.stdout, process.stderr]) strom.on("error", () => {});
}

export const schreibe = (text: string) => void process.stdout.write(`${text}\n`);

/** A child's line, with its name before it. */
export const benannt = (name: string, text: string) => `${blass(`${name.padEnd(22)} │`)} ${text}`;

/** The sentence a person is looking for among the lines, in a frame. */
export function kasten(zeilen: readonly string[]): string {
  const breite = Math.max(...zeilen.map((zeile) => zeile.length));
  const rand = "─".repeat(breite + 4);
  return [`┌${rand}┐`, ...zeilen.map((zeile) => `│  ${zeile.padEnd(breite)}  │`), `└${rand}┘`].join("\n");
}
