/** Numbers in [0, 1) that follow from the seed alone (mulberry32): one seed, one model, to the last bit. */
export function zufall(saat: number): () => number {
  let a = saat >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Nearly normal: twelve would be the textbook's sum, six do for first weights. */
export function normal(rnd: () => number): number {
  let summe = 0;
  for (let k = 0; k < 6; k++) summe += rnd();
  return (summe - 3) * Math.SQRT2;
}
