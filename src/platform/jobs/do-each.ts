/**
 * Does all of a job's items side by side, and only then fails with the first error: a job that is repeated finds the others done. For items
 * that find their own work done.
 */
export async function doEach<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(items.map(run));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
}
