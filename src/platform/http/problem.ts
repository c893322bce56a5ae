/**
 * An expected refusal on the way out: an RFC 9457 problem document for programs, a page for people.
 * `title` and `detail` are German sentences without internals; `detail` says what to do next.
 */
export class Problem extends Error {
  override name = "Problem";
  readonly status: number;
  readonly title: string;
  readonly detail: string;

  constructor(status: number, title: string, detail: string) {
    super(`${status} ${title}`);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

/** A request that our own pages do not send. */
export const notUnderstood = () =>
  new Problem(
    400,
    "Ungültige Anfrage",
    "Die Anfrage enthält Angaben, die wir nicht verstehen. Bitte gehen Sie zurück und versuchen Sie es noch einmal.",
  );

type Thrown = { statusCode?: unknown; code?: unknown; name?: unknown };

/** What the outside may know of any error. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, code, name } = (typeof error === "object" && error !== null ? error : {}) as Thrown;
  if (name === "DbUnavailable")
    return new Problem(
      503,
      "Gerade nicht erreichbar",
      "Unsere Datenbank antwortet nicht. Ihre gespeicherten Angaben sind sicher. Bitte versuchen Sie es in einer Minute noch einmal.",
    );
  if (code === "FST_ERR_VALIDATION") return notUnderstood();
  if (code === "FST_REQ_FILE_TOO_LARGE" || statusCode === 413)
    return new Problem(413, "Zu groß", "Die Datei oder die Eingabe ist zu groß. Bitte laden Sie eine kleinere Datei hoch.");
  if (statusCode === 429)
    return new Problem(429, "Zu viele Anfragen", "Von Ihrem Anschluss kamen sehr viele Anfragen. Bitte warten Sie eine Minute.");
  if (statusCode === 415) return new Problem(415, "Unbekanntes Format", "Dieses Format nehmen wir nicht an.");
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500)
    return new Problem(
      statusCode,
      "Ungültige Anfrage",
      "Die Anfrage konnte nicht verarbeitet werden. Bitte gehen Sie zurück und versuchen Sie es noch einmal.",
    );
  return new Problem(
    500,
    "Das hat nicht geklappt",
    "Bei uns ist ein Fehler aufgetreten. Ihre gespeicherten Angaben sind sicher. Bitte versuchen Sie es später noch einmal.",
  );
}
