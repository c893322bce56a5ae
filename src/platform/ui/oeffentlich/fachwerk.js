// Progressive enhancement only: every page works without this file.
document.documentElement.classList.add("mit-js");

// A form is sent once: the second click of an impatient hand does nothing. The server would notice it as well.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.gesendet) event.preventDefault();
  form.dataset.gesendet = "1";
  setTimeout(() => delete form.dataset.gesendet, 8000);
});
// Coming back by the back button, the form is ready again.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.gesendet;
});

document.querySelector("[data-fehlerliste]")?.focus();
for (const knopf of document.querySelectorAll("[data-drucken]")) {
  knopf.hidden = false;
  knopf.addEventListener("click", () => print());
}
// What has been chosen for upload, before it is sent.
for (const feld of document.querySelectorAll("input[type=file]"))
  feld.addEventListener("change", () => {
    const ausgabe = document.getElementById(`${feld.id}-auswahl`);
    if (ausgabe) ausgabe.textContent = [...feld.files].map((datei) => `${datei.name} (${Math.ceil(datei.size / 1024)} KB)`).join(", ");
  });
// Heavier enhancements come only to the pages that name them, and only when the reader comes near.
const naht = new IntersectionObserver(
  (orte) => {
    for (const { isIntersecting, target } of orte)
      if (isIntersecting) {
        naht.unobserve(target);
        import(target.dataset.skript).then((skript) => skript.belebe(target));
      }
  },
  { rootMargin: "300px" },
);
for (const ort of document.querySelectorAll("[data-skript]")) naht.observe(ort);
