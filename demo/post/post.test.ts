import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { createMail } from "#mail";
import { createPostablage } from "./ablage.ts";
import { liesMail, type Nachricht } from "./nachricht.ts";
import { startePost } from "./post.ts";

const daten = await mkdtemp(join(tmpdir(), "post "));
after(() => rm(daten, { recursive: true }));
const nachrichtenAn = async (url: string, an: string) =>
  (await (await fetch(`${url}/nachrichten?an=${encodeURIComponent(an)}`)).json()) as Nachricht[];

const gruss = {
  id: "7d1e2c1a",
  to: "anna@post.example",
  from: { name: "Stadt Musterstadt", address: "rathaus@musterstadt.example" },
  subject: "Ein neuer Bescheid für Sie liegt im Postfach – bitte schauen Sie nach, Änderungen möglich",
  text: "Guten Tag,\n\nes gibt Neues: Größe = Maß, Straße, 50 €.\n\nMit freundlichen Grüßen\nIhr Jugendamt",
};

test("a mail of the platform is caught, read with its umlauts, and still there after a restart", async () => {
  const post = await startePost({ smtpPort: 0, httpPort: 0, daten });
  const mail = createMail(`smtp://127.0.0.1:${post.smtpPort}`);
  await mail.send(gruss);
  await mail.send({ ...gruss, id: "zwei", to: "kai@post.example", subject: "Kurz" });
  mail.close();
  const [eine, ...mehr] = await nachrichtenAn(post.url, "Anna@post.example");
  assert.equal(mehr.length, 0);
  assert.equal(eine?.betreff, gruss.subject);
  assert.equal(eine?.text.replaceAll("\r\n", "\n"), gruss.text);
  assert.equal(eine?.messageId, "<7d1e2c1a@fachwerk>");
  assert.equal(eine?.von, "rathaus@musterstadt.example");
  assert.deepEqual(eine?.an, ["anna@post.example"]);
  assert.match(eine?.am ?? "", /^\d{4}-\d\d-\d\dT/);
  assert.equal((await nachrichtenAn(post.url, "niemand@post.example")).length, 0);
  await post.schliesse();
  const wieder = await startePost({ smtpPort: 0, httpPort: 0, daten });
  assert.deepEqual(await nachrichtenAn(wieder.url, "anna@post.example"), [eine]);
  const alle = (await (await fetch(`${wieder.url}/nachrichten`)).json()) as Nachricht[];
  assert.deepEqual(
    alle.map(({ betreff }) => betreff),
    ["Kurz", gruss.subject],
  );
  await wieder.schliesse();
});

describe("what others write", () => {
  const mails = {
    "quoted-printable": ["Subject: A\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=\r\n=C3=9Fe", "Grüße"],
    base64: ["Subject: A\nContent-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\nR3LDvMOfZQ==", "Grüße"],
    latin1: ["Content-Type: text/plain; charset=iso-8859-1\n\nGr\xfc\xdfe", "Grüße"],
    "unknown charset": ["Content-Type: text/plain; charset=klingon\n\nqapla", "qapla"],
    "HTML only": ["Content-Type: text/html\n\n<p>x", ""],
    nothing: ["", ""],
  } as const;
  for (const [name, [roh, text]] of Object.entries(mails))
    test(name, () => assert.equal(liesMail(Buffer.from(roh, "latin1")).text, text));

  test("a subject in two encoded words, cut inside a character", () => {
    const { betreff } = liesMail(Buffer.from("Subject: =?UTF-8?Q?Stra=C3?=\r\n =?UTF-8?Q?=9Fe_1?= und =?utf-8?B?w7w=?=\r\n\r\n"));
    assert.equal(betreff, "Straße 1 und ü");
  });
});

test("only the last 2,000 are kept; a damaged envelope costs only its mail", async () => {
  const ordner = join(daten, "viele");
  const ablage = await createPostablage(undefined, () => new Date(0));
  for (let nummer = 0; nummer < 2_001; nummer++)
    await ablage.lege("", [`n${nummer}@post.example`], Buffer.from("Subject: x\n\n"));
  assert.equal(ablage.liste(undefined).length, 2_000);
  assert.equal(ablage.liste("n0@post.example").length, 0);
  await (await createPostablage(ordner, () => new Date(0))).lege("", ["a@post.example"], Buffer.from("Subject: y\n\n"));
  await writeFile(join(ordner, "post", "00000009.json"), "{");
  assert.deepEqual(
    (await createPostablage(ordner, () => new Date(0))).liste(undefined).map(({ betreff }) => betreff),
    ["y"],
  );
});
