import { z } from "zod";
import { mandantOf } from "#auth";
import type { Http } from "#http";
import { untersuche } from "#rechnungspruefung";
import type { SeitenDeps } from "../deps.ts";
import { nichtDa, oeffne } from "./zugriff.ts";

const Params = z.object({ id: z.uuid() });

/** What the first bytes say: neither name nor sender prove anything. */
export function typVon(bytes: Uint8Array): "application/pdf" | "image/png" | "image/jpeg" | undefined {
  const beginnt = (...werte: number[]) => werte.every((wert, stelle) => bytes[stelle] === wert);
  if (beginnt(0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  if (beginnt(0x89, 0x50, 0x4e, 0x47)) return "image/png";
  return beginnt(0xff, 0xd8, 0xff) ? "image/jpeg" : undefined;
}

/** The files of an invoice. What somebody sent is handed out as a download: it must not run as a page of ours. */
export function registerDateien(app: Http, deps: SeitenDeps): void {
  const { auth, db, blobs } = deps;
  const nurSehen = { preHandler: auth.nurAmt("rechnung.sehen") };
  const lies = async (request: Parameters<typeof oeffne>[1], id: string, anlass: string) => {
    const mandantId = mandantOf(request).id;
    const { zeile } = await db.inTransaction({ mandant: mandantId }, (tx) => oeffne(deps, request, tx, id, anlass));
    return { zeile, bytes: await blobs.get(mandantId, zeile.sha256) };
  };
  const alsDownload = (name: string) =>
    `attachment; filename*=UTF-8''${encodeURIComponent(name.split(/[/\\]/).at(-1)?.toWellFormed() || "datei")}`;

  app.get("/amt/rechnungen/:id/original", { ...nurSehen, schema: { params: Params } }, async (request, reply) => {
    const { zeile, bytes } = await lies(request, request.params.id, "Original heruntergeladen");
    return reply
      .type(typVon(bytes) ?? "application/octet-stream")
      .header("cache-control", "no-store")
      .header("content-disposition", alsDownload(zeile.dateiname))
      .send(bytes);
  });

  app.get("/amt/rechnungen/:id/scan", { ...nurSehen, schema: { params: Params } }, async (request, reply) => {
    const { zeile, bytes } = await lies(request, request.params.id, "Scan angesehen");
    const typ = typVon(bytes);
    if (zeile.kanal !== "papier" || !typ) throw nichtDa();
    return reply
      .type(typ)
      .header("cache-control", "no-store")
      .header("content-disposition", "inline")
      .header(
        "content-security-policy",
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      )
      .send(bytes);
  });

  app.get(
    "/amt/rechnungen/:id/anlage/:stelle",
    { ...nurSehen, schema: { params: Params.extend({ stelle: z.coerce.number().int().min(1).max(1_000) }) } },
    async (request, reply) => {
      const { zeile, bytes } = await lies(request, request.params.id, `Anlage ${request.params.stelle} heruntergeladen`);
      const datei = untersuche(zeile.dateiname, bytes).rechnung?.anlagen[request.params.stelle - 1]?.datei[0];
      if (!datei || datei.leer) throw nichtDa();
      return reply
        .type("application/octet-stream")
        .header("cache-control", "no-store")
        .header("content-disposition", alsDownload(datei.attribut("filename") ?? `anlage-${request.params.stelle}`))
        .send(Buffer.from(datei.text, "base64"));
    },
  );
}
