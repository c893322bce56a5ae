/** Remembers the last so many ids, twice that at most: two sets, of which the older is thrown away as a whole. */
export function createMerkliste(groesse: number) {
  let neue = new Set<string>();
  let alte = new Set<string>();
  let verschiedene = 0;
  const kennt = (id: string) => neue.has(id) || alte.has(id);
  return {
    kennt,
    merke(id: string): void {
      if (kennt(id)) return;
      verschiedene++;
      neue.add(id);
      if (neue.size < groesse) return;
      alte = neue;
      neue = new Set();
    },
    /** How many different ids were ever seen. */
    verschiedene: () => verschiedene,
  };
}
