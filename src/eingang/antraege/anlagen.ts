/** What a file is by its first bytes: the name and the browser's word prove nothing. */
export function erkenneTyp(bytes: Uint8Array): string | undefined {
  const beginnt = (...werte: number[]) => werte.every((wert, stelle) => bytes[stelle] === wert);
  if (beginnt(0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  if (beginnt(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (beginnt(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  return undefined;
}

const endungen: Record<string, string> = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" };

/** The person's name for the file, without path and control characters, with the ending that fits its content. */
export function dateiname(name: string, typ: string): string {
  const letzter = name.split(/[/\\]/).at(-1) ?? "";
  const rumpf = [...letzter.replace(/\.[A-Za-z0-9]{1,5}$/, "")]
    .filter((buchstabe) => buchstabe >= " " && !'<>:"|?*'.includes(buchstabe))
    .join("")
    .trim();
  return `${rumpf.slice(0, 80) || "Dokument"}.${endungen[typ] ?? "bin"}`;
}
