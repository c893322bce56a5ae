// A series of days that can be panned and zoomed, in place of the server's picture of it. Loaded only where a page has one.
const RAND = { l: 62, r: 12, o: 14, u: 30 };
const HOCH = 300;
const MINDESTENS = 14;
const TAG_MS = 86_400_000;
const ganz = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });
const lang = new Intl.DateTimeFormat("de-DE", { timeZone: "UTC", weekday: "short", day: "2-digit", month: "2-digit", year: "numeric" });
const datum = new Intl.DateTimeFormat("de-DE", { timeZone: "UTC", day: "2-digit", month: "2-digit", year: "numeric" });
const marken = { auffaellig: "auffällig", echt: "echte Störung", erwartet: "als erwartet gemeldet", neuesNiveau: "neues Niveau" };

export async function belebe(ort) {
  const antwort = await fetch(ort.dataset.quelle, { headers: { accept: "application/json" } });
  if (!antwort.ok) return;
  const reihe = await antwort.json();
  const tage = reihe.werte.length;
  if (tage < MINDESTENS) return;
  const teil = (name) => ort.querySelector(`[data-teil=${name}]`);
  const leinwand = teil("leinwand");
  teil("bild").hidden = true;
  teil("beweglich").hidden = false;
  zeige(reihe, leinwand, { ansage: teil("ansage"), lesezeile: teil("tag") }, Number(ort.dataset.tage), ort);
}

function zeige({ von, werte, erwartet, streuung, marken: gesetzt }, leinwand, { ansage, lesezeile }, anfangs, ort) {
  const tage = werte.length;
  const beginn = Date.parse(von);
  const zeit = (i) => new Date(beginn + i * TAG_MS);
  const stift = leinwand.getContext("2d");
  const monate = [];
  for (let i = 0; i < tage; i++) if (zeit(i).getUTCDate() === 1) monate.push([i, `${String(zeit(i).getUTCMonth() + 1).padStart(2, "0")}.${zeit(i).getUTCFullYear()}`, zeit(i).getUTCFullYear() * 12 + zeit(i).getUTCMonth()]);
  let blick = { a: Math.max(0, tage - anfangs), b: tage - 1 };
  let [breite, hoch, zeiger, farben] = [0, 1, -1, {}];
  let [geplant, spaeter] = [0, 0];

  const liesFarben = () => {
    const stil = getComputedStyle(leinwand);
    const lies = (name, sonst) => stil.getPropertyValue(name).trim() || sonst;
    farben = { schrift: lies("--schrift", "#131525"), leise: lies("--rand", "#6b6f86"), band: lies("--mandant", "#1f5c99"), warn: lies("--kern-color-feedback-danger", "#bd0f09") };
  };
  const miss = () => {
    breite = leinwand.clientWidth;
    const dichte = devicePixelRatio || 1;
    leinwand.width = Math.round(breite * dichte);
    leinwand.height = Math.round(HOCH * dichte);
    stift.setTransform(dichte, 0, 0, dichte, 0, 0);
    male();
  };
  // The scale follows what is seen, but never while a hand is on it: a band that jumps cannot be compared.
  const skaliere = () => {
    hoch = 1;
    for (let i = Math.floor(blick.a); i <= Math.ceil(blick.b); i++)
      hoch = Math.max(hoch, werte[i], erwartet[i] === null ? 0 : Math.min(erwartet[i] + 2 * streuung[i], 3 * erwartet[i]));
  };
  const x = (i) => RAND.l + ((i - blick.a) / (blick.b - blick.a)) * (breite - RAND.l - RAND.r);
  const y = (wert) => HOCH - RAND.u - (Math.min(Math.max(0, wert), hoch) / hoch) * (HOCH - RAND.o - RAND.u);

  function zeichne() {
    geplant = 0;
    stift.clearRect(0, 0, breite, HOCH);
    stift.font = '14px "Fira Sans", sans-serif';
    stift.textBaseline = "middle";
    [stift.strokeStyle, stift.fillStyle, stift.lineWidth] = [farben.leise, farben.schrift, 1];
    stift.textAlign = "right";
    for (const stufe of [0, 0.5, 1]) {
      stift.beginPath();
      stift.moveTo(RAND.l, y(hoch * stufe));
      stift.lineTo(breite - RAND.r, y(hoch * stufe));
      stift.stroke();
      stift.fillText(ganz.format(hoch * stufe), RAND.l - 8, y(hoch * stufe));
    }
    const [erster, letzter] = [Math.max(0, Math.floor(blick.a)), Math.min(tage - 1, Math.ceil(blick.b))];
    stift.textAlign = "center";
    const jederWievielte = Math.ceil(66 / ((30 / (blick.b - blick.a)) * (breite - RAND.l - RAND.r)));
    for (const [i, name, nummer] of monate)
      if (nummer % jederWievielte === 0 && i >= blick.a && i <= blick.b && x(i) + 28 <= breite) stift.fillText(name, x(i), HOCH - 10);
    stift.save();
    stift.beginPath();
    stift.rect(RAND.l, 0, breite - RAND.l, HOCH - RAND.u + 8);
    stift.clip();
    stift.globalAlpha = 0.22;
    stift.fillStyle = farben.band;
    for (let i = erster; i <= letzter; i++) {
      if (erwartet[i] === null) continue;
      const anfang = i;
      stift.beginPath();
      for (; i <= letzter && erwartet[i] !== null; i++) stift.lineTo(x(i), y(erwartet[i] + 2 * streuung[i]));
      for (let z = i - 1; z >= anfang; z--) stift.lineTo(x(z), y(erwartet[z] - 2 * streuung[z]));
      stift.fill();
    }
    stift.globalAlpha = 1;
    [stift.strokeStyle, stift.lineWidth] = [farben.schrift, 1.4];
    stift.beginPath();
    for (let i = erster; i <= letzter; i++) stift.lineTo(x(i), y(werte[i]));
    stift.stroke();
    stift.lineWidth = 2.5;
    for (const [i, art] of gesetzt) if (i >= erster && i <= letzter) setzeMarke(x(i), y(werte[i]), art);
    if (zeiger >= erster && zeiger <= letzter) {
      [stift.strokeStyle, stift.lineWidth] = [farben.schrift, 1];
      stift.setLineDash([4, 4]);
      stift.beginPath();
      stift.moveTo(x(zeiger), RAND.o);
      stift.lineTo(x(zeiger), HOCH - RAND.u);
      stift.stroke();
      stift.setLineDash([]);
    }
    stift.restore();
  }
  function setzeMarke(cx, cy, art) {
    const r = 6;
    stift.strokeStyle = stift.fillStyle = art === "auffaellig" || art === "echt" ? farben.warn : farben.schrift;
    stift.beginPath();
    if (art === "auffaellig") {
      stift.moveTo(cx, cy - r);
      stift.lineTo(cx + r, cy + r);
      stift.lineTo(cx - r, cy + r);
      stift.fill();
    } else if (art === "echt") {
      stift.moveTo(cx - r, cy - r);
      stift.lineTo(cx + r, cy + r);
      stift.moveTo(cx + r, cy - r);
      stift.lineTo(cx - r, cy + r);
      stift.stroke();
    } else {
      stift.arc(cx, cy, r, 0, 2 * Math.PI);
      stift.stroke();
    }
  }
  const male = () => {
    geplant ||= requestAnimationFrame(zeichne);
  };
  const sage = () => {
    clearTimeout(spaeter);
    spaeter = setTimeout(() => {
      ansage.textContent = `Zu sehen: ${datum.format(zeit(Math.round(blick.a)))} bis ${datum.format(zeit(Math.round(blick.b)))}`;
    }, 250);
  };
  const lies = (i) => {
    zeiger = Math.min(tage - 1, Math.max(0, i));
    const soll = erwartet[zeiger] === null ? "" : `, erwartet ${ganz.format(erwartet[zeiger])} ± ${ganz.format(streuung[zeiger])}`;
    const marke = gesetzt.find(([stelle]) => stelle === zeiger);
    lesezeile.textContent = `${lang.format(zeit(zeiger))}: gekommen ${ganz.format(werte[zeiger])}${soll}${marke ? `, ${marken[marke[1]]}` : ""}`;
    male();
  };
  /** Keeps its width and stays within what is known. */
  const blicke = (a, b, ruhig = true) => {
    const weite = Math.min(tage - 1, Math.max(MINDESTENS, b - a));
    const anfang = Math.min(tage - 1 - weite, Math.max(0, a));
    blick = { a: anfang, b: anfang + weite };
    if (ruhig) skaliere();
    sage();
    male();
  };
  const schiebe = (teil) => blicke(blick.a + teil * (blick.b - blick.a), blick.b + teil * (blick.b - blick.a));
  const zoome = (faktor, mitte = (blick.a + blick.b) / 2, ruhig = true) =>
    blicke(mitte - (mitte - blick.a) * faktor, mitte + (blick.b - mitte) * faktor, ruhig);
  const taten = { frueher: () => schiebe(-0.5), spaeter: () => schiebe(0.5), naeher: () => zoome(0.6), weiter: () => zoome(1 / 0.6), alles: () => blicke(0, tage - 1) };
  for (const knopf of ort.querySelectorAll("[data-tat]")) knopf.addEventListener("click", () => taten[knopf.dataset.tat]());

  leinwand.addEventListener("keydown", (taste) => {
    if (taste.ctrlKey || taste.altKey || taste.metaKey) return;
    const mitte = Math.round((blick.a + blick.b) / 2);
    const tu = taste.shiftKey
      ? { ArrowLeft: () => lies(zeiger < 0 ? mitte : zeiger - 1), ArrowRight: () => lies(zeiger < 0 ? mitte : zeiger + 1) }
      : { ArrowLeft: () => schiebe(-0.1), ArrowRight: () => schiebe(0.1), Home: () => blicke(0, blick.b - blick.a), End: () => blicke(tage - 1 - (blick.b - blick.a), tage - 1) };
    const tat = { "+": taten.naeher, "-": taten.weiter, 0: taten.alles, ...tu }[taste.key];
    if (!tat) return;
    taste.preventDefault();
    tat();
    if (zeiger >= 0 && (zeiger < blick.a || zeiger > blick.b)) blicke(zeiger - (blick.b - blick.a) / 2, zeiger + (blick.b - blick.a) / 2);
  });

  const haende = new Map();
  const tagBei = (px) => blick.a + ((px - RAND.l) / (breite - RAND.l - RAND.r)) * (blick.b - blick.a);
  leinwand.addEventListener("pointerdown", (hand) => {
    leinwand.setPointerCapture(hand.pointerId);
    haende.set(hand.pointerId, hand.offsetX);
  });
  leinwand.addEventListener("pointermove", (hand) => {
    const vorher = haende.get(hand.pointerId);
    if (vorher === undefined) return lies(Math.round(tagBei(hand.offsetX)));
    if (haende.size === 1) {
      const um = ((vorher - hand.offsetX) / (breite - RAND.l - RAND.r)) * (blick.b - blick.a);
      blicke(blick.a + um, blick.b + um, false);
    } else {
      const andere = [...haende].find(([nummer]) => nummer !== hand.pointerId)[1];
      const faktor = Math.abs(vorher - andere) / Math.max(8, Math.abs(hand.offsetX - andere));
      zoome(Math.min(2, Math.max(0.5, faktor)), tagBei(andere), false);
    }
    haende.set(hand.pointerId, hand.offsetX);
  });
  for (const ende of ["pointerup", "pointercancel"])
    leinwand.addEventListener(ende, (hand) => {
      haende.delete(hand.pointerId);
      if (haende.size === 0) blicke(blick.a, blick.b);
    });
  // The plain wheel goes on scrolling the page.
  leinwand.addEventListener(
    "wheel",
    (rad) => {
      if (rad.ctrlKey) zoome(rad.deltaY < 0 ? 0.85 : 1 / 0.85, tagBei(rad.offsetX));
      else if (Math.abs(rad.deltaX) > Math.abs(rad.deltaY)) schiebe(rad.deltaX / breite);
      else return;
      rad.preventDefault();
    },
    { passive: false },
  );
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    liesFarben();
    male();
  });
  liesFarben();
  blicke(blick.a, blick.b);
  new ResizeObserver(miss).observe(leinwand);
}
