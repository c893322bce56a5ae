import { z } from "zod";

const Attribut = z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) });
const Ganz = z.union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative()]);
const Punkt = z.object({
  attributes: z.array(Attribut).default([]),
  startTimeUnixNano: Ganz.optional(),
  timeUnixNano: Ganz,
  asInt: z.union([z.string(), z.number()]).optional(),
  asDouble: z.number().optional(),
});
const Reihe = z.object({ dataPoints: z.array(Punkt).default([]) });
/** The part of an OTLP/HTTP metrics export (JSON) that we read. */
export const Metrikausfuhr = z.object({
  resourceMetrics: z
    .array(
      z.object({
        resource: z.object({ attributes: z.array(Attribut).default([]) }).optional(),
        scopeMetrics: z
          .array(
            z.object({
              metrics: z.array(z.object({ name: z.string(), gauge: Reihe.optional(), sum: Reihe.optional() })).max(5000),
            }),
          )
          .default([]),
      }),
    )
    .max(1000),
});
export type Metrikausfuhr = z.infer<typeof Metrikausfuhr>;

export const METRIK = "laufwacht.anzahl";
const DATEN = {
  system: "laufwacht.system",
  mandant: "laufwacht.mandant",
  job: "laufwacht.job",
  kennung: "laufwacht.kennung",
  ausgang: "laufwacht.ausgang",
} as const;
const zeitAus = (nano: string | number) => new Date(Number(BigInt(nano) / 1_000_000n)).toISOString();

/**
 * Points of the metric `laufwacht.anzahl` as runs: begun at `startTimeUnixNano`, ended at `timeUnixNano`. Other metrics are none of ours. The
 * names stand in the attributes of the point, else of its resource.
 */
export function laeufeAus({ resourceMetrics }: Metrikausfuhr): Record<string, unknown>[] {
  return resourceMetrics.flatMap(({ resource, scopeMetrics }) =>
    scopeMetrics
      .flatMap(({ metrics }) => metrics.filter(({ name }) => name === METRIK))
      .flatMap(({ gauge, sum }) => [...(gauge?.dataPoints ?? []), ...(sum?.dataPoints ?? [])])
      .map((punkt) => {
        const attribute = new Map(
          [...(resource?.attributes ?? []), ...punkt.attributes].map(({ key, value }) => [key, value.stringValue]),
        );
        const { system, mandant, job, kennung, ausgang } = Object.fromEntries(
          Object.entries(DATEN).map(([name, key]) => [name, attribute.get(key)]),
        );
        const beginn = zeitAus(punkt.startTimeUnixNano ?? punkt.timeUnixNano);
        const anzahl = Number(punkt.asInt ?? punkt.asDouble);
        return {
          kennung: kennung ?? `${system}/${mandant}/${job}/${beginn}`.slice(0, 200),
          system,
          mandant,
          job,
          beginn,
          ende: zeitAus(punkt.timeUnixNano),
          ausgang: ausgang ?? "erfolg",
          ...(Number.isFinite(anzahl) && { anzahl }),
        };
      }),
  );
}

/** What a receiver of Prometheus remote-write would have to hand over; nobody unpacks its snappy and protobuf yet. */
export type PrometheusReihe = {
  labels: Readonly<Record<string, string>>;
  samples: readonly { value: number; timestampMs: number }[];
};
